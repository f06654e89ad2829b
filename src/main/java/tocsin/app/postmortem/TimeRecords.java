package tocsin.app.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tocsin.app.Texts;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.SeveritySpell;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.domain.severity.Severity;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Block.Cell;
import tocsin.publish.paper.Lines;
import tocsin.publish.paper.Span;
import tocsin.publish.paper.Span.Style;

/// When things happened and how long they took. A length is always the distance of two named moments, never a word.
public final class TimeRecords {
    private final Draft draft;
    private final Incident incident;
    private final Texts texts;
    private final Voice voice;

    TimeRecords(Draft draft, Voice voice) {
        this.draft = draft;
        this.incident = draft.incident();
        this.texts = draft.texts();
        this.voice = voice;
    }

    /// A length between two moments, as long as both are known.
    public record Length(String key, String from, String to, Optional<Instant> began, Optional<Instant> ended) {
        public Optional<Duration> time() {
            return began.flatMap(start -> ended.map(end -> Duration.between(start, end)));
        }
    }

    public static List<Length> lengths(Incident incident, Texts texts) {
        Function<StampName, String> name = stamp -> texts.name("stamp", stamp);
        Optional<Instant> began = first(incident, StampName.IMPACT_STARTED);
        Optional<Instant> detected = first(incident, StampName.DETECTED);
        String beganName = name.apply(StampName.IMPACT_STARTED);
        String detectedName = name.apply(StampName.DETECTED);
        return List.of(
                new Length("paper.length.detect", beganName, detectedName, began, detected),
                new Length(
                        "paper.length.declare",
                        detectedName,
                        texts.get("paper.declared"),
                        detected,
                        incident.declaredAt()),
                new Length(
                        "paper.length.acknowledge",
                        detectedName,
                        name.apply(StampName.ACKNOWLEDGED),
                        detected,
                        first(incident, StampName.ACKNOWLEDGED)),
                new Length(
                        "paper.length.explain",
                        detectedName,
                        name.apply(StampName.ISOLATED),
                        detected,
                        last(incident, StampName.ISOLATED)),
                new Length(
                        "paper.length.mitigate",
                        beganName,
                        name.apply(StampName.IMPACT_ENDED),
                        began,
                        last(incident, StampName.IMPACT_ENDED)),
                new Length(
                        "paper.length.restore",
                        detectedName,
                        name.apply(StampName.IMPACT_ENDED),
                        detected,
                        last(incident, StampName.IMPACT_ENDED)),
                new Length(
                        "paper.length.resolve",
                        beganName,
                        name.apply(StampName.STABILITY_VERIFIED),
                        began,
                        last(incident, StampName.STABILITY_VERIFIED)));
    }

    /// In the order in which they happened; what was set aside stands behind them.
    List<Block> stamps() {
        record Row(Instant at, List<Cell> cells) {}
        var rows = new ArrayList<Row>();
        incident.declaredAt()
                .ifPresent(at -> rows.add(new Row(
                        at,
                        List.of(
                                Cell.of(texts.get("paper.declared")),
                                Cell.of(voice.moment(at)),
                                new Cell(List.of())))));
        for (StampName name : StampName.values()) {
            List<Stamp> set = incident.stamps().getOrDefault(name, List.of());
            for (int at = 0; at < set.size(); at++) {
                rows.add(new Row(set.get(at).at(), stamp(set.get(at), at)));
            }
            Optional.ofNullable(incident.stampsNotApplicable().get(name))
                    .filter(_ -> set.isEmpty())
                    .ifPresent(why -> rows.add(new Row(
                            Instant.MAX,
                            List.of(
                                    Cell.of(texts.name("stamp", name)),
                                    Cell.of(texts.name("check", StepState.NOT_APPLICABLE)),
                                    Cell.of(why)))));
        }
        return voice.table(
                "paper.times",
                List.of("paper.times.moment", "paper.times.when", "paper.times.source"),
                rows.stream()
                        .sorted(Comparator.comparing(Row::at))
                        .map(Row::cells)
                        .toList());
    }

    private List<Cell> stamp(Stamp stamp, int settingsBefore) {
        var source = new ArrayList<Span>();
        source.add(Span.of(stamp.person().name()));
        if (!stamp.note().isBlank()) {
            source.add(Span.of(": " + stamp.note()));
        }
        if (Duration.between(stamp.at(), stamp.recordedAt()).compareTo(tocsin.domain.timeline.Entry.LATE_AFTER) >= 0) {
            source.add(Span.of(" " + texts.get("paper.recorded", voice.moment(stamp.recordedAt())), Style.QUIET));
        }
        String name = texts.name("stamp", stamp.name());
        Span said = settingsBefore == 0 ? Span.of(name) : Span.of(texts.get("paper.again", name), Style.QUIET);
        return List.of(Cell.of(said), Cell.of(voice.moment(stamp.at())), new Cell(source));
    }

    List<Block> durations() {
        var rows = new ArrayList<List<Cell>>();
        for (Length length : lengths(incident, texts)) {
            Cell value = length.time()
                    .map(time -> Cell.of(voice.length(time)))
                    .orElseGet(() -> Cell.of(Span.of(texts.get("paper.not-stamped"), Style.QUIET)));
            rows.add(List.of(
                    Cell.of(texts.get(length.key())),
                    value,
                    Cell.of(texts.get("paper.from-to", length.from(), length.to()))));
        }
        return voice.table(
                "paper.durations",
                List.of("paper.durations.what", "paper.durations.length", "paper.durations.between"),
                rows);
    }

    List<Block> severities() {
        var rows = new ArrayList<List<Cell>>();
        for (SeveritySpell spell : incident.severities()) {
            rows.add(List.of(
                    Cell.of(voice.moment(spell.since())),
                    Cell.of(spell.severity().toString()),
                    Cell.of(spell.by().name()),
                    Cell.of(spell.reason())));
        }
        var blocks = new ArrayList<>(
                voice.table("paper.severity", List.of("paper.since", "paper.level", "paper.by", "paper.reason"), rows));
        var spent = new ArrayList<List<Cell>>();
        for (Map.Entry<Severity, Duration> level :
                incident.timeAtEachLevel(draft.asOf()).entrySet()) {
            spent.add(List.of(Cell.of(level.getKey().toString()), Cell.of(voice.length(level.getValue()))));
        }
        if (!spent.isEmpty()) {
            blocks.add(new Block.Table(
                    Collections.nCopies(2, Block.Align.LEFT),
                    List.of(Cell.of(texts.get("paper.level")), Cell.of(texts.get("paper.level.time"))),
                    spent,
                    Lines.NONE));
        }
        return blocks;
    }

    private static Optional<Instant> first(Incident incident, StampName name) {
        return incident.firstStamp(name).map(Stamp::at);
    }

    private static Optional<Instant> last(Incident incident, StampName name) {
        return incident.lastStamp(name).map(Stamp::at);
    }
}
