package tocsin.app.postmortem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tocsin.app.Texts;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.organisation.Person;
import tocsin.domain.roster.Term;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Picture;
import tocsin.publish.paper.Span;

/// Takes out of a document what must not leave the house, and counts it. People become their roles; hosts and addresses
/// become the word for what they were. Draws the line too tightly rather than too loosely: a person should still read
/// what goes out. For the house itself it changes nothing.
final class Redaction {
    /// What was dropped.
    enum Kind {
        PEOPLE,
        HOSTS,
        ADDRESSES,
        ROWS,
        SECTIONS,
        PICTURES
    }

    private record Hit(int start, int end, String instead) {}

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?|ftp|ssh|wss?)://[^\\s<>\"]+"
            + "|\\b[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+\\b"
            + "|(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2}|:\\d{1,5})?(?![\\d.]*\\d)"
            + "|(?<![\\p{Alnum}:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\\p{Alnum}:])"
            + "|\\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\\b");
    private static final Pattern HOST = Pattern.compile(
            "\\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:local|localdomain|internal|intern|intranet|lan|corp|home|svc"
                    + "|cluster|test|example|com|net|org|info|biz|io|dev|app|cloud|de|at|ch|eu|uk|us|fr|nl|it|es|pl)\\b"
                    + "|\\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.){2,}[a-z]{2,}\\b"
                    + "|\\b(?!(?:sev|utf|sha|tls|iso|p|v|http|ipv|stop|rfc|day|phase|step)-?\\d)"
                    + "[a-z][a-z0-9]*(?:-[a-z0-9]+)*-?\\d{1,4}\\b(?![.:]\\d)");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{Alnum}@])@[\\p{L}\\p{N}._-]{1,60}");
    /// The tag that lets a row out is no news for those outside.
    private static final Pattern LET_OUT = Pattern.compile("(?i)\\s*#(?:public|external|extern)\\b");

    private static final Pattern NAME_PARTS = Pattern.compile("[\\s.]+");
    private static final int SHORTEST_PART = 3;

    private final Draft draft;
    private final Texts texts;
    private final Map<Kind, Integer> dropped = new EnumMap<>(Kind.class);
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Optional<Pattern> people;

    Redaction(Draft draft) {
        this.draft = draft;
        this.texts = draft.texts();
        for (Kind kind : Kind.values()) {
            dropped.put(kind, 0);
        }
        if (draft.isExternal()) {
            gather();
        }
        this.people = names.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(names.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?iu:", ")(?![\\p{L}\\p{N}])"))));
    }

    void drop(Kind kind, int more) {
        if (draft.isExternal()) {
            dropped.merge(kind, more, Integer::sum);
        }
    }

    Map<Kind, Integer> dropped() {
        return dropped;
    }

    /// Everybody the record or the organisation knows, with the role that stands for them.
    private void gather() {
        Incident incident = draft.incident();
        for (Term term : incident.crew().terms()) {
            person(term.person(), "[" + texts.name("role", term.role()) + "]");
        }
        String somebody = texts.get("paper.somebody");
        incident.timeline().entries().forEach(entry -> person(entry.by(), somebody));
        incident.timeline().tasks().values().forEach(task -> person(task.owner(), somebody));
        incident.review().actions().forEach(item -> person(item.owner(), somebody));
        incident.review().owner().ifPresent(owner -> person(owner, somebody));
        incident.review().approval().ifPresent(approval -> person(approval.by(), somebody));
        incident.review().hardenings().forEach(hardening -> person(hardening.reviewer(), somebody));
        incident.review().reviewers().forEach(reviewer -> person(reviewer.person(), somebody));
        incident.plan().ifPresent(plan -> person(plan.plan().owner(), somebody));
        incident.stamps().values().forEach(set -> set.forEach(stamp -> person(stamp.person(), somebody)));
        incident.updates().forEach(update -> person(update.by(), somebody));
        for (Person known : draft.organisation().people()) {
            person(known.id(), somebody);
        }
    }

    private void person(PersonId person, String role) {
        String name = person.name().strip();
        names.putIfAbsent(name.toLowerCase(Locale.ROOT), role);
        String[] parts = NAME_PARTS.split(name, -1);
        for (String part : parts) {
            if (part.length() >= SHORTEST_PART) {
                names.putIfAbsent(part.toLowerCase(Locale.ROOT), role);
            }
        }
    }

    String text(String words) {
        if (!draft.isExternal()) {
            return words;
        }
        var safe = new StringBuilder();
        int at = 0;
        for (Hit hit : hits(words)) {
            safe.append(words, at, hit.start()).append(hit.instead());
            at = hit.end();
        }
        return safe.append(words.substring(at)).toString();
    }

    List<Block> blocks(List<Block> blocks) {
        return draft.isExternal() ? blocks.stream().map(this::block).toList() : blocks;
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Heading(var level, var spans, var key, var lines) ->
                new Block.Heading(level, spans(spans), key, lines);
            case Block.Paragraph(var spans, var lines) -> new Block.Paragraph(spans(spans), lines);
            case Block.Bullets(var items, var lines) -> new Block.Bullets(items(items), lines);
            case Block.Numbered(var start, var items, var lines) -> new Block.Numbered(start, items(items), lines);
            case Block.Table(var aligns, var head, var rows, var lines) ->
                new Block.Table(
                        aligns, cells(head), rows.stream().map(this::cells).toList(), lines);
            case Block.Code(var language, var text, var lines) -> new Block.Code(language, text(text), lines);
            case Block.Quote(var inner, var lines) -> new Block.Quote(blocks(inner), lines);
            case Block.FromRecord(var directive, var inner, var lines) ->
                new Block.FromRecord(
                        new tocsin.publish.paper.Directive(
                                directive.name(), "", directive.lines(), directive.from(), directive.to()),
                        blocks(inner),
                        lines);
            case Block.Rule rule -> rule;
            case Block.Figure figure -> figure(figure);
        };
    }

    /// Nobody can tell what a picture shows, so it stays inside; a drawing is words and lines.
    private Block figure(Block.Figure figure) {
        return switch (figure.picture()) {
            case Picture.Attached _ -> {
                drop(Kind.PICTURES, 1);
                yield new Block.Paragraph(
                        List.of(Span.of(texts.get("paper.picture-dropped", text(figure.caption())), Span.Style.QUIET)),
                        figure.lines());
            }
            case Picture.Drawn(var drawing, var alt) ->
                new Block.Figure(
                        text(figure.caption()),
                        new Picture.Drawn(
                                new Drawing(
                                        drawing.width(),
                                        drawing.height(),
                                        drawing.shapes().stream()
                                                .map(this::shape)
                                                .toList()),
                                text(alt)),
                        figure.lines());
        };
    }

    private Drawing.Shape shape(Drawing.Shape shape) {
        return switch (shape) {
            case Drawing.Box box ->
                new Drawing.Box(
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height(),
                        lines(box.lines()),
                        box.fill(),
                        box.stroke(),
                        box.words());
            case Drawing.Words words ->
                new Drawing.Words(
                        words.x(),
                        words.y(),
                        text(words.text()),
                        words.size(),
                        words.weight(),
                        words.anchor(),
                        words.ink());
            case Drawing.Line line -> line;
            case Drawing.Polyline line -> line;
            case Drawing.Circle circle -> circle;
        };
    }

    /// A name may be broken over two lines of a box.
    private List<String> lines(List<String> lines) {
        List<Span> spans =
                spans(lines.stream().map(line -> Span.of(line + "\n")).toList());
        return Span.text(spans).lines().toList();
    }

    private List<Block.Item> items(List<Block.Item> items) {
        return items.stream()
                .map(item -> new Block.Item(item.tick(), blocks(item.blocks())))
                .toList();
    }

    private List<Block.Cell> cells(List<Block.Cell> cells) {
        return cells.stream().map(cell -> new Block.Cell(spans(cell.spans()))).toList();
    }

    /// A name may stand half in bold: the words are looked at as one, and what is hit goes out where it begins.
    private List<Span> spans(List<Span> spans) {
        List<Hit> hits = hits(Span.text(spans));
        var safe = new ArrayList<Span>();
        int begin = 0;
        for (Span span : spans) {
            String kept = kept(span.text(), begin, hits);
            Optional<String> address = span.address();
            if (address.isPresent()) {
                drop(Kind.ADDRESSES, 1);
            }
            safe.add(new Span(kept, span.styles(), Optional.empty()));
            begin += span.text().length();
        }
        return safe;
    }

    private static String kept(String text, int begin, List<Hit> hits) {
        int end = begin + text.length();
        var kept = new StringBuilder();
        int at = begin;
        for (Hit hit : hits) {
            if (hit.end() <= begin || hit.start() >= end) {
                continue;
            }
            if (hit.start() >= begin) {
                kept.append(text, at - begin, hit.start() - begin).append(hit.instead());
            }
            at = Math.min(end, hit.end());
        }
        return kept.append(text.substring(at - begin)).toString();
    }

    /// In the order of the text, none over another.
    private List<Hit> hits(String words) {
        var hits = new ArrayList<Hit>();
        find(ADDRESS, words, hits, Kind.ADDRESSES, _ -> texts.get("paper.address"));
        find(MENTION, words, hits, Kind.PEOPLE, this::mentioned);
        people.ifPresent(known -> find(known, words, hits, Kind.PEOPLE, this::role));
        find(HOST, words, hits, Kind.HOSTS, _ -> texts.get("paper.host"));
        LET_OUT.matcher(words)
                .results()
                .filter(match -> hits.stream().noneMatch(hit -> hit.start() < match.end() && match.start() < hit.end()))
                .forEach(match -> hits.add(new Hit(match.start(), match.end(), "")));
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    private void find(
            Pattern pattern,
            String words,
            List<Hit> hits,
            Kind kind,
            java.util.function.UnaryOperator<String> instead) {
        var found = new ArrayList<Hit>();
        Matcher match = pattern.matcher(words);
        while (match.find()) {
            int start = match.start();
            int end = match.end();
            if (end > start && hits.stream().noneMatch(hit -> hit.start() < end && start < hit.end())) {
                found.add(new Hit(start, end, instead.apply(match.group())));
            }
        }
        drop(kind, found.size());
        hits.addAll(found);
    }

    private String role(String name) {
        return names.getOrDefault(name.toLowerCase(Locale.ROOT), texts.get("paper.somebody"));
    }

    private String mentioned(String mention) {
        return draft.organisation()
                .initials(mention.substring(1))
                .map(person -> role(person.id().name()))
                .orElseGet(() -> role(mention.substring(1)));
    }
}
