package tocsin.app.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import tocsin.app.Narration;
import tocsin.app.Texts;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Update;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.Comment;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.postmortem.Suggestion;
import tocsin.domain.postmortem.Talk;
import tocsin.domain.prose.Prose;
import tocsin.domain.roster.Offer;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryText;
import tocsin.domain.timeline.Hypothesis;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.Task;

/// Writes an incident as documents of the index. A document says nothing of its incident but the key, and nothing that
/// a
/// fact changes which does not point at it: so a change of the incident touches few of them. Used by one thread.
final class Papers {
    private static final FieldType WORDS = words();

    private final WordStream text = new WordStream();
    private final WordStream people = new WordStream();
    private final Texts english = Texts.english();
    private final To to;

    /// Where the documents go.
    interface To {
        void add(Document document) throws IOException;
    }

    Papers(To to) {
        this.to = to;
    }

    /// One document before it has fields.
    private record Paper(
            Kind kind,
            String fact,
            long seq,
            Instant when,
            Instant recordedAt,
            List<PersonId> people,
            String text,
            List<Trait> traits) {}

    /// The same of a postmortem: what it belongs to, and where it stands.
    private void add(IncidentId id, Paper paper, String sheet, String place) throws IOException {
        Document document = document(id, paper, paper.text());
        document.add(new StringField(Names.SHEET, sheet, Field.Store.NO));
        document.add(new StoredField(Names.PLACE, place));
        to.add(document);
    }

    /// Each paragraph for itself, so that a hit shows the words around it.
    void section(IncidentId id, String section, Prose prose) throws IOException {
        String whole = prose.text();
        for (Sheets.Part part : Sheets.parts(whole)) {
            List<Prose.Passage> passages = prose.passages(part.from(), part.to());
            Instant when = passages.stream()
                    .map(Prose.Passage::at)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            List<PersonId> people =
                    passages.stream().map(Prose.Passage::author).distinct().toList();
            String words = whole.substring(part.from(), part.to());
            add(
                    id,
                    new Paper(Kind.POSTMORTEM, "", part.from(), when, when, people, words, List.of()),
                    Sheets.section(id, section),
                    section);
        }
    }

    /// What people planned, drew and said about the postmortem.
    void review(Incident incident) throws IOException {
        IncidentId id = incident.id();
        String sheet = Sheets.around(id);
        for (ActionItem item : incident.review().actions()) {
            String words = join(
                    item.text(), item.measure(), item.outcome(), item.ties().ticket());
            add(id, said(Kind.ACTION, item.id(), item.addedAt(), item.owner(), words), sheet, "actions");
        }
        for (Node node : incident.analysis().nodes().values()) {
            var words = new ArrayList<String>(List.of(node.text()));
            words.addAll(node.content().cells());
            add(
                    id,
                    said(Kind.FIGURE, node.id(), node.at(), node.by(), join(words.toArray(String[]::new))),
                    sheet,
                    "figure." + node.figure().word());
        }
        Talk talk = incident.review().talk();
        for (Comment comment : talk.comments()) {
            add(
                    id,
                    said(Kind.COMMENT, comment.id(), comment.at(), comment.by(), comment.text()),
                    sheet,
                    comment.section());
            for (Comment.Reply reply : comment.replies()) {
                add(id, said(Kind.COMMENT, reply.id(), reply.at(), reply.by(), reply.text()), sheet, comment.section());
            }
        }
        for (Suggestion made : talk.suggestions()) {
            String words = join(made.replacement(), made.reason());
            add(id, said(Kind.COMMENT, made.id(), made.at(), made.by(), words), sheet, made.section());
        }
        for (MeetingNote note : talk.notes()) {
            add(id, said(Kind.COMMENT, note.id(), note.at(), note.by(), note.text()), sheet, "");
        }
    }

    private static String join(String... words) {
        return Stream.of(words).filter(each -> !each.isBlank()).collect(Collectors.joining(" · "));
    }

    private static Paper said(Kind kind, FactId fact, Instant at, PersonId by, String words) {
        return new Paper(kind, fact.toString(), fact.seq(), at, at, List.of(by), words, List.of());
    }

    void all(Incident incident) throws IOException {
        IncidentId id = incident.id();
        head(incident);
        var entries = new HashMap<FactId, Entry>();
        for (Entry entry : incident.timeline().entries()) {
            entries.put(entry.id(), entry);
            add(id, paper(entry));
        }
        for (Task task : incident.timeline().tasks().values()) {
            add(id, paper(task));
        }
        for (Hypothesis hypothesis : incident.timeline().hypotheses().values()) {
            judgement(id, hypothesis, Optional.ofNullable(entries.get(hypothesis.entry())));
        }
        for (Map.Entry<FactId, String> answer : incident.timeline().answers().entrySet()) {
            answer(id, answer.getValue(), Optional.ofNullable(entries.get(answer.getKey())));
        }
        for (Update update : incident.updates()) {
            add(id, paper(update));
        }
        for (Offer offer : incident.crew().offers()) {
            offer(id, offer);
        }
        review(incident);
    }

    /// What hangs on these facts, and the incident's own document.
    void some(Incident incident, Set<FactId> facts) throws IOException {
        IncidentId id = incident.id();
        head(incident);
        for (FactId fact : facts) {
            Optional<Entry> entry = incident.timeline().entry(fact);
            if (entry.isPresent()) {
                add(id, paper(entry.get()));
            }
            Optional<Task> task = incident.timeline().task(fact);
            if (task.isPresent()) {
                add(id, paper(task.get()));
            }
            Optional<Hypothesis> hypothesis = incident.timeline().hypothesis(fact);
            if (hypothesis.isPresent()) {
                judgement(id, hypothesis.get(), entry);
            }
            String answer = incident.timeline().answers().get(fact);
            if (answer != null) {
                answer(id, answer, entry);
            }
        }
        for (Update update : incident.updates()) {
            if (facts.contains(update.fact())) {
                add(id, paper(update));
            }
        }
        for (Offer offer : incident.crew().offers()) {
            if (facts.contains(offer.id())) {
                offer(id, offer);
            }
        }
    }

    private void head(Incident incident) throws IOException {
        Instant when = incident.declaredAt().or(incident::lastRecordedAt).orElse(Instant.EPOCH);
        var head = new Paper(
                Kind.INCIDENT,
                incident.id().value(),
                0,
                when,
                when,
                incident.commander().stream().toList(),
                incident.title(),
                List.of());
        String more = String.join(
                " \n",
                incident.title(),
                incident.id().number(),
                incident.type().name(),
                incident.phase().word(),
                incident.severity().toString(),
                incident.commander().map(PersonId::name).orElse(""));
        Document document = document(incident.id(), head, more);
        document.add(new StoredField(Names.LEVEL, incident.severity().level()));
        document.add(new StoredField(Names.STATE, incident.phase().name()));
        to.add(document);
    }

    private Paper paper(Entry entry) {
        var traits = new ArrayList<Trait>();
        if (entry.struck()) {
            traits.add(Trait.STRUCK);
        }
        if (entry.pinned()) {
            traits.add(Trait.PINNED);
        }
        Kind kind = Kind.of(entry.kind());
        boolean untold = kind == Kind.SYSTEM && entry.text().isEmpty();
        return new Paper(
                kind,
                entry.id().toString(),
                entry.id().seq(),
                entry.occurredAt(),
                entry.recordedAt(),
                List.of(entry.by()),
                untold ? Narration.tell(entry.source(), english) : entry.text(),
                traits);
    }

    private static Paper paper(Task task) {
        return new Paper(
                Kind.TASK,
                task.id().toString(),
                task.id().seq(),
                task.assignedAt(),
                task.assignedAt(),
                List.of(task.by(), task.owner()),
                task.outcome().isBlank() ? task.text() : task.text() + " · " + task.outcome(),
                List.of());
    }

    private static Paper paper(Update update) {
        return new Paper(
                Kind.UPDATE,
                update.fact().toString(),
                update.fact().seq(),
                update.sentAt(),
                update.sentAt(),
                List.of(update.by()),
                update.text(),
                List.of());
    }

    private void judgement(IncidentId id, Hypothesis hypothesis, Optional<Entry> entry) throws IOException {
        if (entry.isPresent() && hypothesis.status() != HypothesisStatus.OPEN) {
            String status = hypothesis.status().name().toLowerCase(java.util.Locale.ROOT);
            String words = hypothesis.evidence().isBlank() ? status : status + ": " + hypothesis.evidence();
            add(id, about(entry.get(), Kind.JUDGEMENT, words));
        }
    }

    private void answer(IncidentId id, String words, Optional<Entry> entry) throws IOException {
        if (entry.isPresent()) {
            add(id, about(entry.get(), Kind.ANSWER, words));
        }
    }

    private static Paper about(Entry entry, Kind kind, String words) {
        return new Paper(
                kind,
                entry.id().toString(),
                entry.id().seq(),
                entry.occurredAt(),
                entry.recordedAt(),
                List.of(entry.by()),
                words,
                List.of());
    }

    private void offer(IncidentId id, Offer offer) throws IOException {
        if (!offer.worry().isBlank()) {
            add(
                    id,
                    new Paper(
                            Kind.HANDOVER,
                            offer.id().toString(),
                            offer.id().seq(),
                            offer.offeredAt(),
                            offer.offeredAt(),
                            List.of(offer.from(), offer.to()),
                            offer.worry(),
                            List.of()));
        }
    }

    private void add(IncidentId id, Paper paper) throws IOException {
        to.add(document(id, paper, paper.text()));
    }

    private Document document(IncidentId id, Paper paper, String searched) {
        var document = new Document();
        document.add(new KeywordField(Names.INCIDENT, id.value(), Field.Store.YES));
        document.add(new StringField(Names.FACT, paper.fact(), Field.Store.YES));
        document.add(new StringField(Names.KIND, paper.kind().name(), Field.Store.YES));
        document.add(new LongField(Names.WHEN, micros(paper.when()), Field.Store.YES));
        document.add(new StoredField(Names.RECORDED, micros(paper.recordedAt())));
        document.add(new NumericDocValuesField(
                Names.TIE, paper.seq() * 16 + paper.kind().ordinal()));
        document.add(new StoredField(Names.TEXT, paper.text()));
        document.add(new Field(Names.WORDS, text.over(searched), WORDS));
        if (!paper.people().isEmpty()) {
            document.add(new StoredField(Names.BY, paper.people().getFirst().name()));
            String names = String.join(
                    " \n", paper.people().stream().map(PersonId::name).toList());
            document.add(new Field(Names.PEOPLE, people.over(names), WORDS));
        }
        for (Trait trait : paper.traits()) {
            document.add(new StringField(Names.TRAIT, trait.name(), Field.Store.YES));
        }
        if (paper.text().indexOf('#') >= 0) {
            for (String tag : new EntryText(paper.text()).tags()) {
                document.add(new StringField(Names.TAG, Words.folded(tag), Field.Store.NO));
            }
        }
        if (paper.text().indexOf('@') >= 0) {
            for (String mention : new EntryText(paper.text()).mentions()) {
                document.add(new StringField(Names.MENTION, Words.folded(mention), Field.Store.NO));
            }
        }
        return document;
    }

    /// Other desks may claim any time; what lies beyond this is cut.
    static long micros(Instant instant) {
        long second = Math.clamp(instant.getEpochSecond(), -9_000_000_000_000L, 9_000_000_000_000L);
        return second * 1_000_000 + instant.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
