package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.ApprovePostmortem;
import tocsin.domain.incident.IncidentCommand.AskReviewer;
import tocsin.domain.incident.IncidentCommand.FinishReview;
import tocsin.domain.incident.IncidentCommand.ForceFullForm;
import tocsin.domain.incident.IncidentCommand.MeasureImpact;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.RecordHardening;
import tocsin.domain.incident.IncidentCommand.RecordMerge;
import tocsin.domain.incident.IncidentCommand.RequestReview;
import tocsin.domain.incident.IncidentCommand.ReturnPostmortem;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.StateImpact;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Phase;
import tocsin.domain.postmortem.Damage;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.Review;
import tocsin.domain.postmortem.ReviewFact.CauseStated;
import tocsin.domain.postmortem.ReviewFact.ImpactStated;
import tocsin.domain.postmortem.Trigger;
import tocsin.ui.kit.Fields;
import tocsin.ui.kit.Fields.Field;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// What is asked of a review, from who writes it to the closing.
final class ReviewPrompts {
    private final Asking asking;
    private final Words words;
    private final Function<List<IncidentCommand>, CompletableFuture<Prompt.Outcome>> together;

    /// @param together does several things in one go, all or none
    ReviewPrompts(Asking asking, Function<List<IncidentCommand>, CompletableFuture<Prompt.Outcome>> together) {
        this.asking = asking;
        this.words = asking.words();
        this.together = together;
    }

    private Incident incident() {
        return asking.incident();
    }

    private Review review() {
        return incident().review();
    }

    Prompt owner() {
        return Asking.line(
                words.get("postmortem.owner"),
                words.get("postmortem.owner.hint"),
                "",
                text -> person(text, owner -> {
                    Instant due = asking.rules().postmortemDue(incident().severity(), asking.now());
                    return asking.reading(
                            new OpenPostmortem(owner, Optional.empty()),
                            words.get(
                                    "postmortem.owner.go",
                                    Safe.line(owner.name()),
                                    asking.telling().moment(due)),
                            List.of(),
                            words.get("postmortem.owner.done", Safe.line(owner.name())));
                }));
    }

    Prompt reviewer() {
        return Asking.line(
                words.get("postmortem.reviewer"),
                words.get("postmortem.owner.hint"),
                "",
                text -> person(
                        text,
                        who -> asking.reading(
                                new AskReviewer(who),
                                words.get("postmortem.reviewer.go", Safe.line(who.name())),
                                List.of(),
                                words.get("postmortem.reviewer.done", Safe.line(who.name())))));
    }

    Prompt reviewed() {
        return said("postmortem.reviewed", "", note -> new FinishReview(note));
    }

    Prompt giveBack() {
        return said("postmortem.return", "", ReturnPostmortem::new);
    }

    /// A whole sentence, or the number of a trigger that the field knows.
    Prompt fullForm() {
        return Asking.line(words.get("postmortem.force"), words.get("postmortem.force.hint"), "", text -> {
            List<Prompt.Option> options = Arrays.stream(Trigger.values())
                    .map(trigger -> Prompt.Option.of(
                            words.texts().name("trigger", trigger),
                            words.texts().name("trigger", trigger),
                            ""))
                    .toList();
            if (text.isBlank()) {
                return new Prompt.Wanting(words.get("postmortem.force.which"), options);
            }
            return asking.reading(
                    new ForceFullForm(text.strip()),
                    words.get("postmortem.force.go", Safe.line(text.strip())),
                    List.of(),
                    words.get("postmortem.force.done"));
        });
    }

    private Prompt said(String key, String draft, Function<String, IncidentCommand> command) {
        return Asking.line(
                words.get(key),
                words.get(key + ".hint"),
                draft,
                text -> asking.reading(
                        command.apply(text.strip()), words.get(key + ".go"), List.of(), words.get(key + ".done")));
    }

    private Prompt.Reading person(String text, Function<PersonId, Prompt.Reading> then) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Prompt.Option> options = asking.people().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(8)
                .map(each -> Prompt.Option.of(each.name(), Safe.line(each.name()), ""))
                .toList();
        if (wanted.isEmpty()) {
            return new Prompt.Wanting(words.get("postmortem.who"), options);
        }
        if (!PersonId.isWellFormed(text.strip())) {
            return new Prompt.Wrong(words.get("postmortem.who.wrong", Safe.line(text.strip())));
        }
        return then.apply(asking.person(text).orElseGet(() -> new PersonId(text.strip())));
    }

    /// What was hurt and how much: the three parts that the gate asks for, and the figures.
    Prompt impact() {
        Optional<ImpactStated> stated = review().impact();
        var rows = new ArrayList<Field>();
        rows.add(field("domain", stated.map(ImpactStated::domain)));
        rows.add(field("data", stated.map(ImpactStated::data)));
        rows.add(field("business", stated.map(ImpactStated::business)));
        for (Damage damage : Damage.values()) {
            rows.add(new Field(
                    damage.name(),
                    words.texts().name("damage", damage),
                    review().figure(damage).orElse("")));
        }
        var fields = new Fields(rows);
        return form("postmortem.impact", fields, said -> {
            String missing = fields.missing(said, List.of("domain", "data", "business"));
            if (!missing.isEmpty()) {
                return new Prompt.Wanting(words.get("postmortem.missing", missing), List.of());
            }
            var commands = new ArrayList<IncidentCommand>();
            var now = new ImpactStated(said.of("domain"), said.of("data"), said.of("business"));
            if (!stated.equals(Optional.of(now))) {
                commands.add(new StateImpact(now.domain(), now.data(), now.business()));
            }
            for (Damage damage : Damage.values()) {
                String value = said.of(damage.name());
                if (!value.isBlank() && !review().figure(damage).equals(Optional.of(value))) {
                    commands.add(new MeasureImpact(damage, value));
                }
            }
            return all("postmortem.impact", commands);
        });
    }

    Prompt cause() {
        Optional<CauseStated> stated = review().cause();
        var fields = new Fields(List.of(
                field("rule", stated.map(CauseStated::ruleOrGate)),
                field("slipped", stated.map(CauseStated::howItSlippedBy))));
        return form("postmortem.cause", fields, said -> {
            String missing = fields.missing(said, List.of("rule", "slipped"));
            return missing.isEmpty()
                    ? all("postmortem.cause", List.of(new StateCause(said.of("rule"), said.of("slipped"))))
                    : new Prompt.Wanting(words.get("postmortem.missing", missing), List.of());
        });
    }

    boolean hardened() {
        return !review().hardenings().isEmpty();
    }

    Prompt harden() {
        Optional<Hardening> last = review().hardenings().stream().reduce((_, later) -> later);
        Optional<String> rule =
                last.map(Hardening::rule).or(() -> review().cause().map(CauseStated::ruleOrGate));
        var fields = new Fields(List.of(
                field("rule", rule),
                field("said", last.map(Hardening::said)),
                field(
                        "slip",
                        last.map(Hardening::slip).map(slip -> words.texts().name("slip", slip))),
                field("wording", last.map(Hardening::newWording)),
                field("gate", last.map(Hardening::gate)),
                field("proof", last.map(Hardening::proof)),
                field("reviewer", last.map(hardening -> hardening.reviewer().name()))));
        return form("postmortem.harden", fields, said -> {
            List<Prompt.Option> slips = Arrays.stream(Hardening.Slip.values())
                    .map(slip -> words.texts().name("slip", slip))
                    .map(name -> Prompt.Option.of("", name, ""))
                    .toList();
            String missing = fields.missing(said, List.of("rule", "slip", "wording", "gate", "proof", "reviewer"));
            if (!missing.isEmpty()) {
                return new Prompt.Wanting(
                        words.get("postmortem.missing", missing),
                        said.of("slip").isBlank() ? slips : List.of());
            }
            Optional<Hardening.Slip> slip = slip(said.of("slip"));
            if (slip.isEmpty()) {
                return new Prompt.Wrong(words.get("postmortem.slip.unknown", Safe.line(said.of("slip")), slipNames()));
            }
            if (!PersonId.isWellFormed(said.of("reviewer"))) {
                return new Prompt.Wrong(words.get("postmortem.who.wrong", Safe.line(said.of("reviewer"))));
            }
            PersonId reviewer = asking.person(said.of("reviewer")).orElseGet(() -> new PersonId(said.of("reviewer")));
            return all(
                    "postmortem.harden",
                    List.of(new RecordHardening(new Hardening(
                            said.of("rule"),
                            said.of("said"),
                            slip.get(),
                            said.of("wording"),
                            said.of("gate"),
                            said.of("proof"),
                            reviewer))));
        });
    }

    private Optional<Hardening.Slip> slip(String said) {
        String wanted = said.toLowerCase(words.locale());
        return Arrays.stream(Hardening.Slip.values())
                .filter(slip -> words.texts()
                                .name("slip", slip)
                                .toLowerCase(words.locale())
                                .startsWith(wanted)
                        || slip.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ')
                                .startsWith(wanted))
                .findFirst();
    }

    private String slipNames() {
        return String.join(
                ", ",
                Arrays.stream(Hardening.Slip.values())
                        .map(slip -> words.texts().name("slip", slip))
                        .toList());
    }

    /// The reference of the pushed change, and the one word that says the old case was tried.
    Prompt merged() {
        String yes = words.get("postmortem.merged.fails");
        return Asking.line(words.get("postmortem.merged"), words.get("postmortem.merged.hint", yes), "", text -> {
            String said = text.strip();
            boolean tried = said.toLowerCase(words.locale()).endsWith(" " + yes);
            String reference =
                    tried ? said.substring(0, said.length() - yes.length()).strip() : said;
            if (reference.isEmpty()) {
                return new Prompt.Wanting(words.get("postmortem.merged.hint", yes), List.of());
            }
            var command = new RecordMerge(reference, tried ? OldCase.NOW_FAILS : OldCase.NOT_TRIED);
            return asking.reading(
                    command,
                    words.get(tried ? "postmortem.merged.go" : "postmortem.merged.untried", Safe.line(reference), yes),
                    List.of(),
                    words.get("postmortem.merged.done", Safe.line(reference)));
        });
    }

    /// The one thing that comes next for the document.
    Optional<Prompt> next() {
        return switch (PostmortemModel.next(incident()).orElse("")) {
            case "postmortem.step.owner" -> Optional.of(owner());
            case "postmortem.step.ask" -> Optional.of(confirmed("postmortem.ask", new RequestReview()));
            case "postmortem.step.approve" -> Optional.of(confirmed("postmortem.approve", new ApprovePostmortem()));
            case "postmortem.step.close" -> Optional.of(confirmed("postmortem.close", new Move(Phase.CLOSED, "")));
            default -> Optional.empty();
        };
    }

    /// Enter does it; what stands in the way is read before.
    private Prompt confirmed(String key, IncidentCommand command) {
        return Asking.line(
                words.get(key),
                words.get("postmortem.enter"),
                "",
                _ -> asking.reading(command, words.get(key + ".go"), List.of(), words.get(key + ".done")));
    }

    private Field field(String key, Optional<String> value) {
        return new Field(key, words.get("postmortem.field." + key), value.orElse(""));
    }

    private Prompt form(String key, Fields fields, Function<Fields.Said, Prompt.Reading> reader) {
        return Asking.lines(
                fields.rows(),
                words.get(key),
                words.get(key + ".hint"),
                fields.draft(),
                text -> reader.apply(fields.read(text)));
    }

    /// Tried one after the other on the incident as it stands; none of them changes what the next one may do.
    private Prompt.Reading all(String key, List<IncidentCommand> commands) {
        if (commands.isEmpty()) {
            return new Prompt.Wanting(words.get("postmortem.unchanged"), List.of());
        }
        for (IncidentCommand command : commands) {
            if (asking.tried(command, Optional.empty()) instanceof Outcome.Refused(var refusal, var _)) {
                return asking.refused(refusal);
            }
        }
        return Prompt.Ready.of(words.get(key + ".go"), () -> together.apply(commands));
    }
}
