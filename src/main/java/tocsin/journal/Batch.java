package tocsin.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.HybridClock;
import tocsin.base.IncidentId;

/// What the jobs of one turn have appended and is not on disk yet, laid over the book so that each job sees what those
/// before it did. Lives on the journal's thread for one turn.
final class Batch implements Renewal.Rewriter {
    private static final long MAX_JOB_BYTES = 256L << 20;

    /// One record to come.
    sealed interface Entry {
        byte[] body();

        record OfFact(StoredFact fact) implements Entry {
            @Override
            public byte[] body() {
                return fact.encoded();
            }
        }

        record OfSignature(HeadSignature signature) implements Entry {
            @Override
            public byte[] body() {
                return signature.encoded();
            }
        }

        record OfDisowned(Disowned disowned) implements Entry {
            @Override
            public byte[] body() {
                return disowned.encoded();
            }
        }
    }

    /// A payload to blank, and who is to hear of it if that fails.
    record Erasure(FactId id, Writer.Task<?> task) {}

    private final Book book;
    private final DeskId desk;
    private final HybridClock clock;
    private final InstantSource wall;
    private final Salts salts;
    private final Head ownBefore;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Erasure> erasures = new ArrayList<>();
    private Writer.@Nullable Task<?> served;
    private final Map<FactId, StoredFact> facts = new HashMap<>();
    private final Map<DeskId, Head> heads = new HashMap<>();
    private final Map<DeskId, Long> highest = new HashMap<>();
    private final Map<IncidentId, Map<DeskId, Long>> lastSeqs = new HashMap<>();
    private @Nullable Set<DeskId> changed;
    private Head own;
    private long bytes;

    Batch(Book book, Head own, HybridClock clock, InstantSource wall, Salts salts) {
        this.book = book;
        this.desk = own.desk();
        this.ownBefore = own;
        this.own = own;
        this.clock = clock;
        this.wall = wall;
        this.salts = salts;
    }

    @Override
    public DeskId desk() {
        return desk;
    }

    @Override
    public Instant now() {
        return wall.instant();
    }

    @Override
    public StoredFact append(Draft draft) throws JournalException {
        byte[] salt = salts.next();
        long seq = own.seq() + 1;
        var header = new FactHeader(
                new FactId(desk, seq),
                clock.next(),
                wall.instant(),
                draft.occurredAt(),
                draft.actor(),
                draft.command(),
                draft.incident(),
                draft.type(),
                draft.version(),
                draft.incident().map(incident -> lastSeq(incident, desk)).orElse(0L),
                own.hash(),
                seen(),
                StoredFact.payloadHash(salt, draft.payload()));
        StoredFact fact = StoredFact.of(header, salt, draft.payload());
        add(fact);
        return fact;
    }

    @Override
    public StoredFact again(StoredFact former, byte[] payload, Optional<Instant> latest) throws JournalException {
        FactHeader was = former.header();
        boolean tooLate =
                latest.isPresent() && was.hlc().millis() > latest.get().toEpochMilli();
        byte[] salt = salts.next();
        var header = new FactHeader(
                new FactId(desk, own.seq() + 1),
                tooLate ? clock.next() : was.hlc(),
                tooLate ? latest.get() : was.recordedAt(),
                was.occurredAt(),
                was.actor(),
                was.command(),
                was.incident(),
                was.type(),
                was.version(),
                was.incident().map(incident -> lastSeq(incident, desk)).orElse(0L),
                own.hash(),
                seen(),
                StoredFact.payloadHash(salt, payload));
        StoredFact fact = StoredFact.of(header, salt, payload);
        StoredFact written = former.isErased() ? fact.erasedCopy() : fact;
        add(written);
        return written;
    }

    void disown(Head kept) {
        entries.add(new Entry.OfDisowned(new Disowned(kept)));
    }

    @Override
    public Adopted adopt(StoredFact foreign, Continuity continuity) throws JournalException {
        FactId id = foreign.id();
        if (!foreign.isPayloadIntact()) {
            return new Adopted.Refused(id, "the payload of " + id + " is not the one its header promises");
        }
        Optional<StoredFact> held = find(id);
        if (held.isPresent()) {
            Hash here = held.get().hash();
            return here.equals(foreign.hash()) ? new Adopted.Known(id) : new Adopted.Forked(id, here, foreign.hash());
        }
        if (id.desk().equals(desk) && id.seq() > own.seq()) {
            return new Adopted.LostTail(id);
        }
        Optional<Adopted> misfit = misfit(foreign, continuity);
        return misfit.isPresent() ? misfit.get() : takeIn(foreign);
    }

    private Adopted takeIn(StoredFact foreign) throws JournalException {
        long millis = foreign.header().hlc().millis();
        boolean followed = clock.observe(foreign.header().hlc());
        StoredFact fact = foreign.arrived(arrival(foreign.id()));
        add(fact);
        return new Adopted.Added(fact, followed ? 0 : millis - wall.millis() - HybridClock.MAX_AHEAD_MILLIS);
    }

    private StoredFact.Arrival arrival(FactId id) throws JournalException {
        if (id.seq() <= highestOf(id.desk())) {
            return StoredFact.Arrival.LATE;
        }
        if (id.seq() == contiguous(id.desk()) + 1) {
            return StoredFact.Arrival.CHAINED;
        }
        return id.seq() == 1
                ? StoredFact.Arrival.CHAINED
                : find(new FactId(id.desk(), id.seq() - 1))
                        .map(StoredFact::arrival)
                        .orElse(StoredFact.Arrival.LATE);
    }

    /// Why the fact does not fit between its neighbours; empty when it does.
    private Optional<Adopted> misfit(StoredFact foreign, Continuity continuity) throws JournalException {
        FactId id = foreign.id();
        Hash previous = foreign.header().previous();
        Optional<StoredFact> next = find(new FactId(id.desk(), id.seq() + 1));
        if (next.isPresent() && !next.get().header().previous().equals(foreign.hash())) {
            return Optional.of(new Adopted.Forked(id, next.get().header().previous(), foreign.hash()));
        }
        if (id.seq() == 1) {
            return previous.equals(Hash.ZERO)
                    ? Optional.empty()
                    : Optional.of(new Adopted.Refused(id, id + " is a first fact and names one before it"));
        }
        var before = new FactId(id.desk(), id.seq() - 1);
        Optional<StoredFact> held = find(before);
        if (held.isPresent()) {
            Hash here = held.get().hash();
            return here.equals(previous) ? Optional.empty() : Optional.of(new Adopted.Forked(before, here, previous));
        }
        return continuity == Continuity.WHOLE_CHAIN
                ? Optional.of(new Adopted.Gap(id, before))
                : incidentGap(foreign.header());
    }

    private Optional<Adopted> incidentGap(FactHeader header) throws JournalException {
        FactId id = header.id();
        long previous = header.previousInIncident();
        if (previous == 0) {
            return Optional.empty();
        }
        if (previous < 0 || previous >= id.seq() || header.incident().isEmpty()) {
            return Optional.of(new Adopted.Refused(id, id + " names an impossible fact of its incident before it"));
        }
        var before = new FactId(id.desk(), previous);
        Optional<StoredFact> held = find(before);
        if (held.isEmpty()) {
            return Optional.of(new Adopted.Gap(id, before));
        }
        return held.get().header().incident().equals(header.incident())
                ? Optional.empty()
                : Optional.of(new Adopted.Refused(id, id + " names " + before + ", which is of another incident"));
    }

    @Override
    public boolean adopt(HeadSignature signature) throws JournalException {
        Head head = signature.head();
        Optional<StoredFact> fact = find(head.id());
        if (fact.isEmpty() || !fact.get().hash().equals(head.hash()) || !signature.isGenuine()) {
            return false;
        }
        if (isNews(signature)) {
            add(signature);
        }
        return true;
    }

    @Override
    public void erase(FactId id) throws JournalException {
        if (!holds(id)) {
            throw new JournalException("there is no fact " + id + " to erase");
        }
        Writer.Task<?> task = served;
        if (task != null) {
            erasures.add(new Erasure(id, task));
        }
    }

    @Override
    public boolean holds(FactId id) {
        return facts.containsKey(id) || book.holds(id.desk(), id.seq());
    }

    /// Names the job whose wishes come next.
    void serve(Writer.Task<?> task) {
        served = task;
    }

    boolean isNews(HeadSignature signature) {
        Head head = signature.head();
        return book.signed(head.desk()).map(Book.Signed::seq).orElse(0L) < head.seq();
    }

    void add(HeadSignature signature) {
        entries.add(new Entry.OfSignature(signature));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }

    List<Erasure> erasures() {
        return erasures;
    }

    long bytes() {
        return bytes;
    }

    Head own() {
        return own;
    }

    int mark() {
        return entries.size();
    }

    /// Takes back what one failed job appended.
    void rollBack(int mark, int erasureMark) throws JournalException {
        erasures.subList(erasureMark, erasures.size()).clear();
        if (mark == entries.size()) {
            return;
        }
        var kept = new ArrayList<>(entries.subList(0, mark));
        entries.clear();
        facts.clear();
        heads.clear();
        highest.clear();
        lastSeqs.clear();
        changed = null;
        own = ownBefore;
        bytes = 0;
        for (Entry entry : kept) {
            if (entry instanceof Entry.OfFact(StoredFact fact)) {
                add(fact);
            } else {
                entries.add(entry);
            }
        }
    }

    private void add(StoredFact fact) throws JournalException {
        bytes += fact.bodyLength() + Frame.BYTES;
        if (bytes > MAX_JOB_BYTES) {
            throw new JournalException("one job may append " + (MAX_JOB_BYTES >> 20) + " MB, write in smaller pieces");
        }
        FactId id = fact.id();
        entries.add(new Entry.OfFact(fact));
        facts.put(id, fact);
        highest.merge(id.desk(), id.seq(), Math::max);
        fact.header()
                .incident()
                .ifPresent(incident ->
                        lastSeqs.computeIfAbsent(incident, _ -> new HashMap<>()).merge(id.desk(), id.seq(), Math::max));
        if (id.desk().equals(desk) && id.seq() == own.seq() + 1) {
            own = fact.head();
            fact.header().seen().forEach(head -> changedDesks().remove(head.desk()));
        }
        moveHead(fact);
    }

    private void moveHead(StoredFact fact) throws JournalException {
        DeskId of = fact.id().desk();
        if (fact.id().seq() != contiguous(of) + 1) {
            return;
        }
        Head head = fact.head();
        var next = find(new FactId(of, head.seq() + 1));
        while (next.isPresent()) {
            head = next.get().head();
            next = find(new FactId(of, head.seq() + 1));
        }
        heads.put(of, head);
        if (!of.equals(desk)) {
            changedDesks().add(of);
        }
    }

    private List<Head> seen() {
        Set<DeskId> desks = changedDesks();
        if (desks.isEmpty()) {
            return List.of();
        }
        return desks.stream()
                .limit(FactHeader.MAX_SEEN)
                .flatMap(each -> head(each).stream())
                .toList();
    }

    private Set<DeskId> changedDesks() {
        Set<DeskId> known = changed;
        if (known == null) {
            known = new LinkedHashSet<>(book.changed());
            changed = known;
        }
        return known;
    }

    private Optional<Head> head(DeskId of) {
        Head here = heads.get(of);
        return here != null ? Optional.of(here) : book.head(of);
    }

    private long contiguous(DeskId of) {
        return head(of).map(Head::seq).orElse(0L);
    }

    private long highestOf(DeskId of) {
        return Math.max(book.highest(of), highest.getOrDefault(of, 0L));
    }

    private long lastSeq(IncidentId incident, DeskId of) {
        Long here = lastSeqs.getOrDefault(incident, Map.of()).get(of);
        return here != null ? Math.max(here, book.lastSeq(incident, of)) : book.lastSeq(incident, of);
    }

    private Optional<StoredFact> find(FactId id) throws JournalException {
        StoredFact here = facts.get(id);
        return here != null ? Optional.of(here) : book.find(id);
    }
}
