package tocsin.app.postmortem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.app.ShippedChecklists;
import tocsin.app.Texts;
import tocsin.base.FactId;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.checklist.Marks;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Update;
import tocsin.domain.incident.Waiver;
import tocsin.domain.roster.Term;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Decision;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.Hypothesis;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Block.Cell;
import tocsin.publish.paper.Span;
import tocsin.publish.paper.Span.Style;

/// What the log holds besides its rows: people, decisions, messages, theories, files, plan, checklist, waivers.
final class LogRecords {
    private final Draft draft;
    private final Incident incident;
    private final Texts texts;
    private final Voice voice;
    private final Redaction redaction;

    LogRecords(Draft draft, Voice voice, Redaction redaction) {
        this.draft = draft;
        this.incident = draft.incident();
        this.texts = draft.texts();
        this.voice = voice;
        this.redaction = redaction;
    }

    List<Block> people() {
        var rows = new ArrayList<List<Cell>>();
        for (Term term : incident.crew().terms().stream()
                .sorted(Comparator.comparing(Term::role).thenComparing(Term::assumedAt))
                .toList()) {
            rows.add(List.of(
                    Cell.of(texts.name("role", term.role())),
                    Cell.of(term.person().name()),
                    Cell.of(voice.moment(term.assumedAt())),
                    Cell.of(term.renouncedAt().map(voice::moment).orElse("")),
                    Cell.of(term.team().orElse(""))));
        }
        return voice.table(
                "paper.people",
                List.of("paper.role", "paper.person", "paper.since", "paper.until", "paper.team"),
                rows);
    }

    List<Block> decisions() {
        var points = new ArrayList<List<Span>>();
        for (Decision decision : incident.timeline().decisions().values()) {
            told(decision.entry()).ifPresent(entry -> {
                var spans = new ArrayList<Span>();
                spans.add(Span.of(voice.moment(entry.occurredAt()) + " ", Style.QUIET));
                spans.add(Span.of(entry.text()));
                spans.add(Span.of(" (" + entry.by().name() + ")", Style.QUIET));
                decision.result()
                        .ifPresent(result -> spans.add(Span.of(" " + texts.name("poll", result), Style.QUIET)));
                (draft.isExternal() ? List.<Decision.Objection>of() : decision.objections())
                        .forEach(objection -> spans.add(Span.of("\n"
                                + texts.get("paper.objection", objection.by().name(), objection.text()))));
                points.add(spans);
            });
        }
        return voice.points("paper.decisions", points);
    }

    /// By audience, each in the order it went out; only what was public goes out again.
    List<Block> messages() {
        var blocks = new ArrayList<Block>();
        for (Audience audience : Audience.values()) {
            List<Update> sent = incident.updates().stream()
                    .filter(update -> update.audience() == audience)
                    .toList();
            if (draft.isExternal() && audience != Audience.PUBLIC) {
                redaction.drop(Redaction.Kind.ROWS, sent.size());
            } else if (!sent.isEmpty()) {
                blocks.add(Block.Paragraph.of(
                        Span.of(texts.get("paper.messages", texts.name("audience", audience)), Style.BOLD)));
                sent.forEach(update -> blocks.add(new Block.Quote(
                        List.of(
                                Block.Paragraph.of(Span.of(
                                        voice.moment(update.sentAt()) + ", "
                                                + update.by().name(),
                                        Style.QUIET)),
                                Block.Paragraph.of(Span.of(update.text()))),
                        tocsin.publish.paper.Lines.NONE)));
            }
        }
        return blocks;
    }

    List<Block> hypotheses() {
        var points = new ArrayList<List<Span>>();
        for (Hypothesis hypothesis : incident.timeline().hypotheses().values()) {
            told(hypothesis.entry()).ifPresent(entry -> {
                var spans = new ArrayList<Span>();
                spans.add(Span.of(texts.name("hypothesis", hypothesis.status()) + ": ", Style.BOLD));
                spans.add(
                        hypothesis.status() == HypothesisStatus.REFUTED
                                ? Span.of(entry.text(), Style.STRIKE)
                                : Span.of(entry.text()));
                if (!hypothesis.evidence().isBlank()) {
                    spans.add(Span.of(" " + texts.get("paper.because", hypothesis.evidence()), Style.QUIET));
                }
                points.add(spans);
            });
        }
        return voice.points("paper.hypotheses", points);
    }

    List<Block> evidence() {
        var rows = new ArrayList<List<Cell>>();
        for (Entry entry : incident.timeline().entries()) {
            for (Attachment file : TimelineRecord.attachments(entry)) {
                rows.add(List.of(
                        Cell.of(file.name()),
                        Cell.of(texts.get("paper.bytes", file.size())),
                        Cell.of(voice.moment(entry.occurredAt())),
                        Cell.of(entry.by().name()),
                        Cell.of(Span.of(file.sha256(), Style.CODE))));
            }
        }
        return voice.table(
                "paper.evidence",
                List.of("paper.file", "paper.size", "paper.times.when", "paper.by", "paper.sha256"),
                rows);
    }

    /// What was thought out in the heat is the house's own.
    List<Block> plan() {
        if (draft.isExternal()) {
            redaction.drop(Redaction.Kind.ROWS, incident.plan().isPresent() ? 1 : 0);
            return List.of();
        }
        return incident.plan().map(this::plan).orElse(List.of());
    }

    private List<Block> plan(Incident.Plan standing) {
        EmergencyPlan plan = standing.plan();
        var blocks = new ArrayList<>(voice.fields(
                "paper.plan",
                List.of(
                        voice.field("paper.plan.change", plan.change()),
                        voice.field("paper.plan.owner", plan.owner().name()),
                        voice.field("paper.plan.way-back", plan.wayBack()),
                        voice.field("paper.plan.goal", plan.goal().orElse("")),
                        voice.field("paper.plan.risk", plan.risk().orElse("")),
                        voice.field("paper.plan.check", plan.verification().orElse("")),
                        voice.field(
                                "paper.plan.box", plan.box().map(voice::length).orElse("")))));
        var steps = new ArrayList<Block.Item>();
        for (int step = 1; step <= plan.steps().size(); step++) {
            String result = Optional.ofNullable(standing.settled().get(step))
                    .map(end -> " (" + texts.name("step", end) + ")")
                    .orElse("");
            steps.add(Block.Item.of(Span.of(plan.steps().get(step - 1)), Span.of(result, Style.QUIET)));
        }
        if (!steps.isEmpty()) {
            blocks.add(new Block.Numbered(1, steps, tocsin.publish.paper.Lines.NONE));
        }
        return blocks;
    }

    List<Block> checklist() {
        Checklist list = draft.organisation().checklist(incident.type(), ShippedChecklists.in(texts.locale()));
        var rows = new ArrayList<List<Cell>>();
        for (Map.Entry<String, Marks.Mark> step : incident.checklist().byStep().entrySet()) {
            Marks.Mark mark = step.getValue();
            rows.add(List.of(
                    Cell.of(list.step(step.getKey()).map(Checklist.Step::text).orElse(step.getKey())),
                    Cell.of(texts.name("check", mark.state())),
                    Cell.of(mark.by().name()),
                    Cell.of(voice.moment(mark.at())),
                    Cell.of(mark.note())));
        }
        return voice.table(
                "paper.checklist",
                List.of("paper.step", "paper.actions.state", "paper.by", "paper.times.when", "paper.note"),
                rows);
    }

    List<Block> waivers() {
        var rows = new ArrayList<List<Cell>>();
        for (Waiver waiver : incident.waivers()) {
            rows.add(List.of(
                    Cell.of(texts.gate(waiver.gate())),
                    Cell.of(waiver.by().name()
                            + waiver.second().map(other -> ", " + other.name()).orElse("")),
                    Cell.of(waiver.reason()),
                    Cell.of(waiver.expiry().map(voice::moment).orElse(""))));
        }
        return voice.table("paper.waivers", List.of("paper.gate", "paper.by", "paper.reason", "paper.until"), rows);
    }

    /// The entry, unless it was struck or must stay inside.
    private Optional<Entry> told(FactId id) {
        Optional<Entry> entry = incident.timeline().entry(id).filter(found -> !found.struck());
        if (draft.isExternal() && entry.isPresent() && !TimelineRecord.mayLeave(entry.get())) {
            redaction.drop(Redaction.Kind.ROWS, 1);
            return Optional.empty();
        }
        return entry;
    }
}
