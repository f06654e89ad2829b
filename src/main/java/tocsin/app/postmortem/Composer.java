package tocsin.app.postmortem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.app.Texts;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.postmortem.Review;
import tocsin.domain.timeline.Entry;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Directive;
import tocsin.publish.paper.Lines;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.PaperReader;
import tocsin.publish.paper.Span;

/// Puts a postmortem together: the words of people as they stand, and beside them what the facts say. Pure and for any
/// thread; one composer makes one document.
public final class Composer {
    private static final int SECTION_LEVEL = 2;
    private static final int DEEPEST = 6;

    private final Draft draft;
    private final Texts texts;
    private final Voice voice;
    private final Redaction redaction;
    private final Records records;

    private Composer(Draft draft) {
        this.draft = draft;
        this.texts = draft.texts();
        this.voice = new Voice(draft);
        this.redaction = new Redaction(draft);
        this.records = new Records(draft, voice, redaction);
    }

    public static Paper compose(Draft draft) {
        return new Composer(draft).paper();
    }

    /// One section without its heading, for a live view of it.
    public static List<Block> section(Draft draft, String key) {
        var composer = new Composer(draft);
        return draft.template().section(key).map(composer::body).orElse(List.of());
    }

    /// What a directive stands for, so that it can be written out as words; empty where nobody knows it.
    public static Optional<List<Block>> record(Draft draft, Directive directive) {
        return new Composer(draft).records.of(directive, "");
    }

    /// The rows that `{timeline: words}` would quote, in its order.
    public static List<Entry> rows(Draft draft, String words) {
        return TimelineRecord.chosen(draft, words);
    }

    private Paper paper() {
        Incident incident = draft.incident();
        var blocks = new ArrayList<Block>();
        for (Template.Section section : draft.template().sections()) {
            if (draft.isExternal() && section.reach() == Template.Reach.INTERNAL) {
                redaction.drop(Redaction.Kind.SECTIONS, 1);
            } else {
                blocks.add(new Block.Heading(SECTION_LEVEL, Span.plain(section.heading()), section.key(), Lines.NONE));
                blocks.addAll(body(section));
            }
        }
        String title = redaction.text(incident.title());
        if (draft.isExternal()) {
            blocks.addAll(leftOut());
        }
        return new Paper(
                texts.locale().getLanguage(),
                texts.get(draft.isExternal() ? "paper.label.external" : "paper.label"),
                title,
                draft.marking(),
                draft.isExternal()
                        ? ""
                        : incident.review().owner().map(PersonId::name).orElse(""),
                draft.asOf(),
                meta(),
                new Paper.Labels(
                        texts.get("paper.contents"),
                        texts.get("paper.page"),
                        texts.get("paper.from-record"),
                        texts.get("paper.missing"),
                        texts.get("paper.picture-missing")),
                blocks);
    }

    private List<Paper.Meta> meta() {
        Incident incident = draft.incident();
        Review review = incident.review();
        var meta = new ArrayList<Paper.Meta>();
        meta.add(new Paper.Meta(texts.get("paper.meta.incident"), incident.id().number()));
        meta.add(new Paper.Meta(
                texts.get("paper.meta.severity"),
                incident.severity() + ", " + texts.name("type", incident.type()) + ", "
                        + texts.name("environment", incident.environment())));
        meta.add(new Paper.Meta(texts.get("paper.meta.state"), texts.name("phase", incident.phase())));
        meta.add(new Paper.Meta(texts.get("paper.meta.document"), texts.name("review-status", review.status())));
        if (!draft.isExternal()) {
            review.owner().ifPresent(owner -> meta.add(new Paper.Meta(texts.get("paper.meta.owner"), owner.name())));
            review.approval()
                    .ifPresent(approval -> meta.add(new Paper.Meta(
                            texts.get("paper.meta.approved"),
                            approval.by().name() + ", " + voice.moment(approval.at()))));
        }
        meta.add(new Paper.Meta(texts.get("paper.meta.as-of"), voice.moment(draft.asOf()) + " (" + draft.zone() + ")"));
        return meta;
    }

    private List<Block> body(Template.Section section) {
        var placed = new HashSet<Directive>();
        List<Block> written = PaperReader.read(
                draft.words().apply(section.key()), directive -> asked(directive, section.key(), placed));
        var blocks = new ArrayList<>(under(written));
        for (Directive directive : section.records()) {
            if (!isPlaced(directive, placed)) {
                records.of(directive, section.key())
                        .filter(found -> !found.isEmpty())
                        .ifPresent(found -> blocks.add(
                                new Block.FromRecord(directive, untitled(found, section.heading()), Lines.NONE)));
            }
        }
        List<Block> safe = redaction.blocks(blocks);
        return safe.isEmpty() ? List.of(Block.Paragraph.of(Span.of(texts.get("paper.empty"), Span.Style.QUIET))) : safe;
    }

    /// A record need not say again what the heading above it says.
    private static List<Block> untitled(List<Block> blocks, String heading) {
        boolean again = blocks.getFirst() instanceof Block.Paragraph(var spans, var _)
                && Span.text(spans).equalsIgnoreCase(heading);
        return again ? blocks.subList(1, blocks.size()) : blocks;
    }

    private Optional<List<Block>> asked(Directive directive, String section, Set<Directive> placed) {
        placed.add(Directive.of(directive.name(), directive.words()));
        List<Block> found = records.of(directive, section)
                .orElseGet(() -> voice.line(texts.get("paper.unknown-record", directive.source())));
        return Optional.of(found.isEmpty() ? voice.line(texts.get("paper.nothing", directive.source())) : found);
    }

    /// A person who placed a record himself does not want it a second time in that section. Figures are many.
    private static boolean isPlaced(Directive directive, Set<Directive> placed) {
        return placed.stream()
                .anyMatch(other -> other.name().equals(directive.name())
                        && (!directive.name().equals(Records.FIGURE)
                                || other.words().equalsIgnoreCase(directive.words())));
    }

    /// Headings of a person's text stand below the heading of their section, whatever level they were typed at.
    private static List<Block> under(List<Block> blocks) {
        int highest = blocks.stream()
                .mapToInt(block -> block instanceof Block.Heading heading ? heading.level() : DEEPEST)
                .min()
                .orElse(DEEPEST);
        int shift = SECTION_LEVEL + 1 - highest;
        return blocks.stream()
                .map(block -> block instanceof Block.Heading(var level, var spans, var key, var lines)
                        ? new Block.Heading(Math.min(DEEPEST, level + shift), spans, key, lines)
                        : block)
                .toList();
    }

    private List<Block> leftOut() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(SECTION_LEVEL, Span.plain(texts.get("paper.left-out")), "left-out", Lines.NONE));
        blocks.add(Block.Paragraph.of(Span.of(texts.get("paper.left-out.lead"))));
        var rows = new ArrayList<List<Block.Cell>>();
        redaction
                .dropped()
                .forEach((kind, count) -> rows.add(List.of(
                        Block.Cell.of(texts.name("paper-dropped", kind)), Block.Cell.of(String.valueOf(count)))));
        blocks.add(new Block.Table(
                List.of(Block.Align.LEFT, Block.Align.RIGHT),
                List.of(
                        Block.Cell.of(texts.get("paper.left-out.kind")),
                        Block.Cell.of(texts.get("paper.left-out.count"))),
                rows,
                Lines.NONE));
        return blocks;
    }
}
