package tocsin.ui.crew;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Vacancies;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.ui.kit.Prompt;

/// Gives roles and takes them back: `s mar` or `smar` makes Mara the scribe, `s -` frees the scribe, `t ben /alpha`
/// makes a sub-team.
final class RolePrompts {
    private static final Pattern TEAM = Pattern.compile("(?:^|\\s)/(\\S[^/]*)$");

    private final Desk desk;

    RolePrompts(Desk desk) {
        this.desk = desk;
    }

    Prompt assign(String draft) {
        People people = desk.people();
        return new Line(desk.say("crew.assign"), desk.say("crew.assign.hint"), draft, text -> read(text, people));
    }

    private Prompt.Reading read(String text, People people) {
        Matcher named = TEAM.matcher(text);
        boolean grouped = named.find();
        Optional<String> team = grouped ? Optional.of(named.group(1).strip()) : Optional.empty();
        String said = (grouped ? text.substring(0, named.start()) : text).strip();
        String ending = team.map(name -> " /" + name).orElse("");
        int blank = blank(said);
        String head = blank < 0 ? said : said.substring(0, blank);
        String rest = blank < 0 ? "" : said.substring(blank).strip();
        if (head.isEmpty()) {
            return new Prompt.Wanting(desk.say("crew.assign.which"), roles(List.of(Role.values())));
        }
        boolean frees = head.length() > 1 && head.endsWith("-");
        List<Role> roles = RoleLetters.read(frees ? head.substring(0, head.length() - 1) : head, desk.words());
        if (roles.isEmpty() && blank < 0) {
            return together(head, people, ending);
        }
        if (roles.size() != 1) {
            return roles.isEmpty()
                    ? new Prompt.Wrong(desk.say("crew.assign.noRole", Safe.line(head)))
                    : new Prompt.Wanting(desk.say("crew.assign.which"), roles(roles));
        }
        Role role = roles.getFirst();
        if (frees || rest.startsWith("-")) {
            return release(role, frees ? rest : rest.substring(1).strip());
        }
        return give(role, rest, people, team);
    }

    private static int blank(String said) {
        for (int at = 0; at < said.length(); at++) {
            if (Character.isWhitespace(said.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    /// Role and name in one word: the letters of a role, then the beginning of somebody's name.
    private Prompt.Reading together(String word, People people, String ending) {
        var options = new ArrayList<Prompt.Option>();
        var readings = new ArrayList<Prompt.Reading>();
        for (int letters = 1; letters <= Math.min(2, word.length() - 1); letters++) {
            String code = word.substring(0, letters).toLowerCase(Locale.ROOT);
            String name = word.substring(letters);
            List<Role> roles = RoleLetters.read(code, desk.words());
            if (roles.isEmpty() || people.read(name) instanceof People.Unknown) {
                continue;
            }
            String apart = code + " " + name + ending;
            readings.add(read(apart, people));
            options.add(Prompt.Option.of(apart, desk.words().role(roles.getFirst()), name));
        }
        return switch (readings.size()) {
            case 0 -> new Prompt.Wrong(desk.say("crew.assign.noRole", Safe.line(word)));
            case 1 -> readings.getFirst();
            default -> new Prompt.Wanting(desk.say("crew.assign.which"), options);
        };
    }

    private Prompt.Reading give(Role role, String letters, People people, Optional<String> team) {
        if (role == Role.COMMANDER) {
            return new Prompt.Wrong(desk.say("crew.assign.command"));
        }
        String code = RoleLetters.of(role);
        Function<String, String> fill =
                name -> code + " " + name + team.map(group -> " /" + group).orElse("");
        Prompt.Reading reading =
                desk.person(people, letters, fill, Optional.of(role), person -> give(role, person, team));
        if (letters.isBlank() && reading instanceof Prompt.Wanting(var say, var options)) {
            var all = new ArrayList<>(releases(role));
            all.addAll(0, options);
            return new Prompt.Wanting(desk.words().role(role) + ": " + say, all);
        }
        return reading;
    }

    private Prompt.Reading give(Role role, PersonId person, Optional<String> team) {
        String who = team.map(name ->
                        desk.say("crew.assign.team", desk.words().role(role), Desk.name(person), Safe.line(name)))
                .orElse(desk.words().role(role) + ": " + Desk.name(person));
        var effects = new ArrayList<String>();
        if (role.exclusive()) {
            desk.incident()
                    .crew()
                    .holder(role)
                    .filter(held -> !held.equals(person))
                    .ifPresent(held -> effects.add(desk.say("crew.assign.replaces", Desk.name(held))));
        }
        if (role == Role.TEAM_LEAD && team.isEmpty()) {
            effects.add(desk.say("crew.assign.nameTeam"));
        }
        return desk.ready(
                who, effects, List.of(), new Desk.Asked(new IncidentCommand.AssignRole(role, person, team), who));
    }

    private Prompt.Reading release(Role role, String letters) {
        List<Term> held = held(role);
        List<Term> meant = letters.isBlank()
                ? held
                : held.stream()
                        .filter(term -> quoted(letters).isEmpty()
                                || term.person().name().toLowerCase(Locale.ROOT).contains(quoted(letters)))
                        .toList();
        return switch (meant.size()) {
            case 0 ->
                new Prompt.Wrong(desk.say("crew.release.nobody", desk.words().role(role)));
            case 1 -> {
                PersonId person = meant.getFirst().person();
                String line = desk.say(
                        "crew.release.ready", Desk.name(person), desk.words().role(role));
                yield desk.ready(
                        line,
                        List.of(),
                        List.of(),
                        new Desk.Asked(new IncidentCommand.ReleaseRole(role, person), line));
            }
            default -> new Prompt.Wanting(desk.say("crew.who.several"), releases(role));
        };
    }

    private static String quoted(String letters) {
        return letters.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    private List<Term> held(Role role) {
        return desk.incident().crew().current().stream()
                .filter(term -> term.role() == role)
                .toList();
    }

    private List<Prompt.Option> releases(Role role) {
        return held(role).stream()
                .map(term -> Prompt.Option.of(
                        RoleLetters.of(role) + " - " + Desk.quoted(term.person().name()),
                        desk.say("crew.release", Desk.name(term.person())),
                        ""))
                .toList();
    }

    /// What is vacant and asked for stands first, then what is held.
    private List<Prompt.Option> roles(List<Role> some) {
        List<Role> needed = Vacancies.needed(desk.incident(), desk.now());
        return some.stream()
                .filter(role -> role != Role.COMMANDER)
                .sorted(java.util.Comparator.comparingInt(
                        role -> needed.contains(role) ? 0 : held(role).isEmpty() ? 2 : 1))
                .map(role -> new Prompt.Option(
                        RoleLetters.of(role) + " ",
                        desk.words().role(role),
                        note(role, needed),
                        RoleLetters.of(role).toUpperCase(Locale.ROOT)))
                .toList();
    }

    private String note(Role role, List<Role> needed) {
        var moments = new Moments(desk.incident().zone(), desk.now(), desk.words());
        String holders = held(role).stream()
                .map(term -> desk.say("crew.assign.held", Desk.name(term.person()), moments.at(term.assumedAt())))
                .collect(java.util.stream.Collectors.joining(", "));
        return holders.isEmpty() && needed.contains(role) ? desk.say("crew.vacant") : holders;
    }
}
