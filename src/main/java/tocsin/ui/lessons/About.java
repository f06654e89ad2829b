package tocsin.ui.lessons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tocsin.app.HardeningFailed;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionScore;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;

/// All about the one line that is pointed at, for the side of the screen.
///
/// @param head what it is: a postmortem or an action
/// @param level style of its incident's level, or empty
record About(String head, String title, String level, String from, List<DueLine> lines) {
    static final About NOTHING = new About("", "", "", "", List.of());

    private static final int TITLE_CHARS = 100;
    private static final List<String> STOPS = List.of(Gates.STOP_1, Gates.STOP_2, Gates.STOP_3);

    static About of(Line.Debt debt, Instant now, Words words) {
        Case one = debt.of();
        Due due = debt.due(words);
        var lines = new ArrayList<DueLine>();
        lines.add(line("status", Tone.QUIET, words.get("lessons.about.status"), debt.status(words)));
        if (one.editedAfterClosing()) {
            lines.add(said("late", Tone.WARNING, words.get("postmortem.late"), words.get("postmortem.late.note")));
        }
        lines.add(line(
                "owner",
                one.owner().isPresent() ? Tone.QUIET : Tone.OPEN,
                words.get("lessons.about.owner"),
                one.owner().map(PersonId::name).map(Safe::line).orElseGet(() -> words.get("lessons.nobody"))));
        lines.add(due(due, words));
        for (int at = 0; at < one.stops().size(); at++) {
            lines.add(stop(at, one.stops().get(at), words));
        }
        debt.failed().forEach(failed -> lines.add(failed(failed, words)));
        return new About(
                words.get("lessons.about.postmortem"),
                one.title(),
                style(one.lesson().severity().level()),
                one.lesson().severity() + " · " + one.number(),
                List.copyOf(lines));
    }

    /// `STOP 1: what it asks` in two rows.
    private static DueLine stop(int at, Gate.Status status, Words words) {
        String[] said = words.texts().gate(STOPS.get(at)).split(":\\s*", 2);
        Tone tone = switch (status) {
            case MET -> Tone.MET;
            case WAIVED -> Tone.WAIVED;
            case OPEN, WAIVER_EXPIRED -> Tone.OPEN;
        };
        String how = switch (tone) {
            case MET -> words.get("postmortem.gate.met");
            case WAIVED -> words.get("postmortem.gate.waived");
            default -> words.get("postmortem.gate.open");
        };
        return new DueLine(STOPS.get(at), tone, said[0], how, List.of(said).subList(1, said.length), "");
    }

    static About of(Line.Action action, Instant now, Words words) {
        Owed owed = action.of();
        ActionItem item = owed.item();
        var lines = new ArrayList<DueLine>();
        lines.add(line(
                "status",
                Tone.QUIET,
                words.get("lessons.about.status"),
                words.texts().name("action-status", item.status())));
        lines.add(line(
                "owner",
                Tone.QUIET,
                words.get("lessons.about.owner"),
                Safe.line(item.owner().name())));
        lines.add(due(action.due(words), words));
        lines.add(said("measure", Tone.QUIET, words.get("lessons.about.measure"), item.measure()));
        lines.add(new DueLine(
                "score",
                Tone.QUIET,
                words.get("lessons.about.score"),
                words.get("lessons.score", owed.score().score(), ActionScore.MOST),
                owed.score().missing().stream()
                        .map(point -> words.texts().name("score", point))
                        .toList(),
                ""));
        Stream.of(
                        new DueLine(
                                "factor",
                                Tone.QUIET,
                                words.get("lessons.about.factor"),
                                item.ties().factor(),
                                List.of(),
                                ""),
                        new DueLine(
                                "ticket",
                                Tone.QUIET,
                                words.get("lessons.about.ticket"),
                                item.ties().ticket(),
                                List.of(),
                                ""))
                .filter(line -> !line.value().isBlank())
                .map(line -> line(line.id(), line.tone(), line.name(), Safe.line(line.value())))
                .forEach(lines::add);
        if (!item.outcome().isBlank()) {
            lines.add(said("outcome", Tone.QUIET, words.get("lessons.about.outcome"), item.outcome()));
        }
        item.verified()
                .ifPresent(seen -> lines.add(new DueLine(
                        "verified",
                        Tone.MET,
                        words.get("postmortem.verb.verified"),
                        Safe.line(seen.by().name()),
                        List.of(Safe.line(seen.evidence())),
                        "")));
        action.failed().forEach(failed -> lines.add(failed(failed, words)));
        return new About(
                words.get("lessons.about.action"),
                Safe.line(item.text()),
                style(owed.lesson().severity().level()),
                owed.lesson().severity() + " · " + owed.lesson().incident().number() + " · "
                        + Safe.cut(Safe.line(owed.lesson().title()), TITLE_CHARS),
                List.copyOf(lines));
    }

    private static String style(int level) {
        return "sev-" + level;
    }

    private static DueLine due(Due due, Words words) {
        return new DueLine(
                "due",
                due.tone() == Tone.CALM ? Tone.QUIET : due.tone(),
                words.get("lessons.about.due"),
                due.word(),
                due.day().isEmpty() ? List.of() : List.of(due.day()),
                "");
    }

    private static DueLine failed(HardeningFailed failed, Words words) {
        return new DueLine(
                "failed " + failed.rule().toLowerCase(Locale.ROOT),
                Tone.OVERDUE,
                words.get("lessons.about.failed"),
                Safe.line(failed.rule()),
                List.of(words.get(
                        "lessons.about.failed.since",
                        failed.days(),
                        failed.earlier().number())),
                "");
    }

    /// Words that need a row of their own.
    private static DueLine said(String id, Tone tone, String name, String words) {
        return new DueLine(id, tone, name, "", List.of(Safe.line(words)), "");
    }

    private static DueLine line(String id, Tone tone, String name, String value) {
        return new DueLine(id, tone, name, value, List.of(), "");
    }

    String spoken() {
        return Stream.concat(Stream.of(head, title, from), lines.stream().map(DueLine::spoken))
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ". " + other)
                .orElse("");
    }
}
