package tocsin.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Refusal;
import tocsin.domain.organisation.Initials;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationCommand.DropService;
import tocsin.domain.organisation.OrganisationCommand.DropTeam;
import tocsin.domain.organisation.OrganisationCommand.LetGo;
import tocsin.domain.organisation.OrganisationCommand.Rename;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetService;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.domain.organisation.OrganisationFact.PersonRenamed;
import tocsin.domain.organisation.Person;
import tocsin.domain.organisation.Service;
import tocsin.domain.organisation.Team;
import tocsin.domain.roster.Role;
import tocsin.ui.kit.Asked;
import tocsin.ui.kit.Prompt;
import tocsin.ui.sight.Office;

/// The lines in which people, teams and services are asked for, their parts between commas.
final class PeoplePrompts {
    private static final int ROLES = 3;
    private static final int TEAM = 4;

    private final Office office;
    private final Supplier<Organisation> organisation;

    PeoplePrompts(Office office, Supplier<Organisation> organisation) {
        this.office = office;
        this.organisation = organisation;
    }

    Prompt add() {
        return Asked.line(said("people.add"), said("people.add.hint"), "", text -> person(text, 0, Fields.of(text)));
    }

    /// The name is the person, so it stays; the rest can be written anew.
    Prompt change(Person person) {
        String draft = Fields.join(List.of(
                person.initials(),
                person.contact(),
                person.trained().stream().map(Role::word).collect(Collectors.joining(" ")),
                person.team().orElse("")));
        String name = person.id().name();
        return Asked.line(said("people.change", Safe.line(name)), said("people.change.hint"), draft, text -> {
            Fields typed = Fields.of(text);
            var parts = new ArrayList<>(List.of(name));
            parts.addAll(typed.parts());
            return text.equals(draft)
                    ? new Prompt.Wanting(said("people.change.hint"), options(typed, 1))
                    : person(text, 1, new Fields(text, parts, typed.last()));
        });
    }

    Prompt rename(Person person) {
        String before = person.id().name();
        return Asked.line(said("people.rename", Safe.line(before)), said("people.rename.hint"), before, text -> {
            if (text.strip().equals(before)) {
                return new Prompt.Wanting(said("people.rename.hint"), List.of());
            }
            if (!PersonId.isWellFormed(text)) {
                return new Prompt.Wrong(office.words().texts().get("refused.name.bad", PersonId.MAX_LENGTH));
            }
            var command = new Rename(person.id(), new PersonId(text));
            return switch (organisation.get().decide(command)) {
                case Outcome.Refused(var why, var _) -> new Prompt.Wrong(refusal(why));
                case Outcome.Accepted(var facts) -> renamed(command, facts);
            };
        });
    }

    private Prompt.Reading renamed(Rename command, List<? extends Fact> facts) {
        String initials = facts.stream()
                .filter(PersonRenamed.class::isInstance)
                .map(fact -> ((PersonRenamed) fact).initials())
                .collect(Collectors.joining());
        String to = Safe.line(command.to().name());
        return new Prompt.Ready(
                said("people.rename.ready", Safe.line(command.person().name()), to, Safe.line(initials)),
                List.of(said("people.rename.effect")),
                List.of(),
                () -> office.does(List.of(command), said("people.renamed", to)));
    }

    /// @param known how many parts are not in the text
    private Prompt.Reading person(String text, int known, Fields fields) {
        if (known == 0 && text.isBlank()) {
            return new Prompt.Wanting(said("people.add.hint"), List.of());
        }
        String name = fields.get(0);
        if (!PersonId.isWellFormed(name)) {
            return new Prompt.Wrong(office.words().texts().get("refused.name.bad", PersonId.MAX_LENGTH));
        }
        List<Prompt.Option> options = options(Fields.of(text), known);
        var roles = new ArrayList<Role>();
        for (String word : fields.get(ROLES).split("[\\s/;]+", -1)) {
            Optional<Role> role = Role.ofWord(word);
            if (role.isEmpty() && !word.isEmpty()) {
                return new Prompt.Wanting(said("people.role.none", Safe.line(word)), options);
            }
            role.ifPresent(roles::add);
        }
        var id = new PersonId(name);
        String initials = fields.get(1).isEmpty() ? free(id) : fields.get(1);
        Optional<String> team = Optional.of(fields.get(TEAM)).filter(word -> !word.isEmpty());
        boolean fresh =
                team.filter(word -> organisation.get().team(word).isEmpty()).isPresent();
        var alone = new SetPerson(id, initials, fields.get(2), roles, Optional.empty());
        if (organisation.get().decide(alone) instanceof Outcome.Refused(var why, var _)) {
            return new Prompt.Wrong(refusal(why));
        }
        var commands = new ArrayList<OrganisationCommand>();
        var effects = new ArrayList<String>();
        if (fresh) {
            commands.add(new SetTeam(team.orElseThrow(), Optional.empty()));
            effects.add(said("people.team.fresh", Safe.line(team.orElseThrow())));
        }
        if (known == 0 && organisation.get().person(id).isPresent()) {
            effects.add(said("people.add.known", Safe.line(name)));
        }
        commands.add(new SetPerson(id, initials, fields.get(2), roles, team));
        String summary = Stream.of(
                        name + " (" + initials + ")",
                        fields.get(2),
                        roles.stream().map(office.words()::role).collect(Collectors.joining(", ")),
                        team.orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Prompt.Ready(
                Safe.line(summary),
                effects,
                options,
                () -> office.does(commands, said("people.done", Safe.line(name))));
    }

    private List<Prompt.Option> options(Fields typed, int known) {
        int here = typed.here() + known;
        String part = typed.get(typed.here()).toLowerCase(Locale.ROOT);
        if (here == ROLES) {
            int blank = part.lastIndexOf(' ') + 1;
            String word = part.substring(blank);
            return Stream.of(Role.values())
                    .filter(role -> Role.ofWord(word).isEmpty()
                            && (role.word().startsWith(word) || name(role).startsWith(word)))
                    .map(role -> Prompt.Option.of(
                            typed.with(part.substring(0, blank) + role.word()),
                            office.words().role(role),
                            role.word()))
                    .toList();
        }
        return here == TEAM ? teams(typed, part) : List.of();
    }

    private String name(Role role) {
        return office.words().role(role).toLowerCase(Locale.ROOT);
    }

    private List<Prompt.Option> teams(Fields typed, String part) {
        return organisation.get().teams().stream()
                .filter(team -> team.name().toLowerCase(Locale.ROOT).contains(part)
                        && !team.name().equalsIgnoreCase(part))
                .map(team -> Prompt.Option.of(
                        typed.with(team.name()),
                        Safe.line(team.name()),
                        Safe.line(team.lead().map(PersonId::name).orElse(""))))
                .toList();
    }

    private List<Prompt.Option> people(Fields typed) {
        String part = typed.get(typed.here()).toLowerCase(Locale.ROOT);
        return organisation.get().people().stream()
                .filter(person -> person.id().name().toLowerCase(Locale.ROOT).contains(part)
                        || person.initials().toLowerCase(Locale.ROOT).startsWith(part))
                .filter(person -> !person.id().name().equalsIgnoreCase(part))
                .map(person -> Prompt.Option.of(
                        typed.with(person.id().name()), Safe.line(person.id().name()), Safe.line(person.initials())))
                .toList();
    }

    /// First letters, and a figure behind them where those are somebody's.
    private String free(PersonId person) {
        String letters = Initials.of(person);
        Optional<Person> known = organisation.get().person(person);
        if (known.isPresent() || letters.isEmpty()) {
            return known.map(Person::initials).orElse("X");
        }
        for (int number = 1; number < 100; number++) {
            String wanted = letters + (number == 1 ? "" : Integer.toString(number));
            if (organisation.get().initials(wanted).isEmpty()) {
                return wanted;
            }
        }
        return letters;
    }

    Prompt leaves(PersonId person, String holding) {
        String name = Safe.line(person.name());
        var effects = new ArrayList<>(List.of(said("people.leave.effect")));
        if (!holding.isEmpty()) {
            effects.add(said("people.leave.holds", Safe.line(holding)));
        }
        return Asked.line(
                said("people.leave"),
                said("people.leave.hint"),
                "",
                _ -> new Prompt.Ready(
                        said("people.leave.ready", name),
                        effects,
                        List.of(),
                        () -> office.does(List.of(new LetGo(person)), said("people.left", name))));
    }

    Prompt team(Optional<Team> known) {
        String draft = known.map(team -> Fields.join(
                        List.of(team.name(), team.lead().map(PersonId::name).orElse(""))))
                .orElse("");
        return Asked.line(said("people.team"), said("people.team.hint"), draft, text -> {
            Fields typed = Fields.of(text);
            if (text.isBlank()) {
                return new Prompt.Wanting(said("people.team.hint"), teams(typed, ""));
            }
            List<Prompt.Option> options =
                    typed.here() == 0 ? teams(typed, typed.get(0).toLowerCase(Locale.ROOT)) : people(typed);
            return someone(typed.get(1))
                    .map(lead -> ready(
                            new SetTeam(typed.get(0), Optional.of(lead).filter(who -> !who.equals(NOBODY))),
                            typed.get(0),
                            options))
                    .orElseGet(() -> new Prompt.Wanting(said("people.none", Safe.line(typed.get(1))), options));
        });
    }

    Prompt service(Optional<Service> known) {
        String draft = known.map(service -> Fields.join(List.of(
                        service.name(),
                        service.team().orElse(""),
                        service.owner().map(PersonId::name).orElse(""))))
                .orElse("");
        return Asked.line(said("people.service"), said("people.service.hint"), draft, text -> {
            Fields typed = Fields.of(text);
            if (text.isBlank()) {
                return new Prompt.Wanting(said("people.service.hint"), List.of());
            }
            List<Prompt.Option> options = switch (typed.here()) {
                case 0 -> List.of();
                case 1 -> teams(typed, typed.get(1).toLowerCase(Locale.ROOT));
                default -> people(typed);
            };
            if (typed.here() == 1
                    && !options.isEmpty()
                    && organisation.get().team(typed.get(1)).isEmpty()) {
                return new Prompt.Wanting(said("people.service.hint"), options);
            }
            return someone(typed.get(2))
                    .map(owner -> ready(
                            new SetService(
                                    typed.get(0),
                                    Optional.of(typed.get(1)).filter(team -> !team.isEmpty()),
                                    Optional.of(owner).filter(who -> !who.equals(NOBODY))),
                            typed.get(0),
                            options))
                    .orElseGet(() -> new Prompt.Wanting(said("people.none", Safe.line(typed.get(2))), options));
        });
    }

    Prompt drop(SideRow row) {
        OrganisationCommand command =
                row.kind() == SideRow.Kind.TEAM ? new DropTeam(row.name()) : new DropService(row.name());
        return Asked.line(said("people.drop"), said("people.leave.hint"), "", _ -> switch (ready(
                command, row.name(), List.of())) {
            case Prompt.Ready sure -> Prompt.Ready.of(said("people.drop.ready", Safe.line(row.name())), sure.run());
            case Prompt.Reading other -> other;
        });
    }

    private Prompt.Reading ready(OrganisationCommand command, String name, List<Prompt.Option> options) {
        return switch (organisation.get().decide(command)) {
            case Outcome.Refused(var why, var _) -> new Prompt.Wrong(refusal(why));
            case Outcome.Accepted _ ->
                new Prompt.Ready(
                        said("people.ready", Safe.line(name)),
                        List.of(),
                        options,
                        () -> office.does(List.of(command), said("people.done", Safe.line(name))));
        };
    }

    private static final PersonId NOBODY = new PersonId("-");

    /// Whom a few letters mean: initials, a name, or what only one name holds. Nothing means nobody.
    private Optional<PersonId> someone(String text) {
        if (text.isEmpty()) {
            return Optional.of(NOBODY);
        }
        Organisation now = organisation.get();
        List<PersonId> fitting = now.people().stream()
                .map(Person::id)
                .filter(id -> id.name().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .toList();
        return now.person(new PersonId(text))
                .or(() -> now.initials(text))
                .map(Person::id)
                .or(() -> fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty());
    }

    private String refusal(Refusal why) {
        return Safe.line(office.words().refusal(why));
    }

    private String said(String key, Object... arguments) {
        return office.words().get(key, arguments);
    }
}
