package tocsin.ui.due;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.Waiver;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// What stands before the next state: the way forward in full, a shorter way in one line.
///
/// @param explained which lines tell all they know
record GateLines(Words words, Incident incident, Rules rules, Instant now, Predicate<String> explained) {
    private static final int EVIDENCE_CHARS = 90;

    /// The way on from here, if there is one.
    Optional<Phase> target() {
        return ways().stream().findFirst();
    }

    /// States further on, the nearest first.
    private List<Phase> ways() {
        return Gates.next(incident.phase()).stream()
                .filter(phase -> !phase.ended() || phase == Phase.CLOSED)
                .filter(phase -> phase.ordinal() > incident.phase().ordinal())
                .toList();
    }

    String head() {
        return target().map(to -> words.get("owed.gate.head", words.phase(to)))
                .orElseGet(() -> words.get("owed.gate.none"))
                .toUpperCase(words.locale());
    }

    /// Where there is no way on, how to come back; beside it, the shorter way.
    String note() {
        if (target().isEmpty()) {
            return incident.phase() == Phase.MERGED ? words.get("owed.gate.merged") : words.get("owed.gate.reopen");
        }
        String way = target().filter(to -> stopping(to) == 0)
                .map(to -> words.get("owed.gate.free", Key.STATE.cap(), StatePrompts.sign(to)))
                .orElse("");
        return ways().stream()
                .skip(1)
                .findFirst()
                .filter(_ -> way.isEmpty())
                .map(to -> words.get("owed.gate.short", words.phase(to), stopping(to)))
                .orElse(way);
    }

    private long stopping(Phase to) {
        return before(to).stream().filter(Gate::stops).count();
    }

    List<Gate> before(Phase to) {
        return Gates.before(to, incident, now, rules.policy());
    }

    List<DueLine> lines() {
        return target().map(to -> before(to).stream().map(this::line).toList()).orElse(List.of());
    }

    private DueLine line(Gate gate) {
        String name = words.texts().gate(gate.name());
        boolean hard = gate.strength() == Gate.Strength.HARD;
        Fix fix = Fix.of(gate.name(), words);
        return switch (gate.status()) {
            case MET -> met(gate, name);
            case OPEN ->
                new DueLine(
                        gate.name(),
                        hard ? Tone.OPEN : Tone.WARNING,
                        name,
                        words.get(hard ? "owed.gate.open" : "owed.gate.warning"),
                        List.of(say(gate, fix)),
                        fix.cap());
            case WAIVED -> new DueLine(gate.name(), Tone.WAIVED, name, words.get("owed.gate.waived"), waived(gate), "");
            case WAIVER_EXPIRED ->
                new DueLine(
                        gate.name(),
                        Tone.OPEN,
                        name,
                        words.get("owed.gate.expired"),
                        List.of(words.get("owed.gate.expired"), say(gate, fix)),
                        fix.cap());
        };
    }

    /// What is done needs no more than a row until somebody asks.
    private DueLine met(Gate gate, String name) {
        boolean all = explained.test(gate.name());
        boolean hard = gate.strength() == Gate.Strength.HARD;
        var line = new DueLine(
                gate.name(), Tone.MET, name, words.get("owed.gate.met"), all || hard ? evidence(gate) : List.of(), "");
        return all ? line : line.inOneRow();
    }

    /// A watch that is running says when it ends.
    private String say(Gate gate, Fix fix) {
        boolean soaking = gate.name().equals(Gates.SOAK) && incident.phase() == Phase.MONITORING;
        return soaking
                ? words.get("owed.fix.soaking", telling().moment(Gates.soakEnds(incident, rules.policy())))
                : fix.say();
    }

    private List<String> evidence(Gate gate) {
        return gate.evidence()
                .map(proof -> {
                    String said = plain(gate) ? "" : Safe.cut(Safe.line(said(gate, proof)), EVIDENCE_CHARS);
                    String when = proof.at().map(at -> telling().moment(at)).orElse("");
                    return said.isEmpty() || when.isEmpty() ? said + when : said + " · " + when;
                })
                .filter(line -> !line.isEmpty())
                .map(List::of)
                .orElse(List.of());
    }

    private String said(Gate gate, Gate.Evidence proof) {
        return gate.name().equals("mitigating.box")
                ? incident.standingPlan()
                        .flatMap(plan -> plan.plan().box())
                        .map(telling()::limit)
                        .orElse("")
                : proof.words();
    }

    /// Gates whose evidence is a sign for programs and tells people nothing.
    private static boolean plain(Gate gate) {
        return switch (gate.name()) {
            case Gates.STEPS, Gates.SOAK, "mitigating.poll", "closed.actions", Gates.REVIEW_ACTIONS -> true;
            default -> false;
        };
    }

    private List<String> waived(Gate gate) {
        return incident.waiver(gate.name(), now).map(this::waiver).map(List::of).orElse(List.of());
    }

    private String waiver(Waiver waiver) {
        String who = waiver.second()
                .map(PersonId::name)
                .map(second -> waiver.by().name() + ", " + second)
                .orElse(waiver.by().name());
        String reason = Safe.cut(Safe.line(waiver.reason()), EVIDENCE_CHARS);
        return waiver.expiry()
                .map(end -> words.get(
                        "owed.waived.until", Safe.line(who), reason, telling().moment(end)))
                .orElseGet(() -> words.get("owed.waived", Safe.line(who), reason));
    }

    private Telling telling() {
        return new Telling(words, incident.zone(), now);
    }
}
