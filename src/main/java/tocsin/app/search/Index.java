package tocsin.app.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import tocsin.app.Past;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.prose.Prose;
import tocsin.domain.severity.Severity;

/// The files of the index, open. Written by one thread; found in by any. What is written is found after [#show] and is
/// still there after [#commit]; closing without it keeps the last commit.
final class Index implements Closeable {
    private static final double RAM_MEGABYTES = 32;
    /// The library warns about a faster instruction set on the terminal; nothing here would use it. Held, because
    /// loggers
    /// that nobody holds forget their level.
    static final Logger LIBRARY = silenced();

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Papers papers;
    private final Map<IncidentId, Heading> headings = new ConcurrentHashMap<>();

    private Index(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.papers = new Papers(writer::addDocument);
    }

    /// What was found in the folder: an index with the place it stands at, or nothing that can be used.
    record Opened(Index index, Optional<Past.Place> place) {}

    /// Opens what is whole and of this version; else starts afresh.
    static Opened open(Optional<Path> place) throws IOException {
        return place.isPresent() ? open(place.get()) : new Opened(fresh(place), Optional.empty());
    }

    private static Opened open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Optional<Past.Place> place = whole(folder);
        if (place.isEmpty()) {
            return new Opened(fresh(folder), place);
        }
        try {
            Index index = opened(new MMapDirectory(folder), OpenMode.APPEND);
            index.readHeadings();
            return new Opened(index, place);
        } catch (IOException | RuntimeException unusable) {
            return new Opened(fresh(folder), Optional.empty());
        }
    }

    /// In memory, where no folder is given.
    static Index fresh(Optional<Path> folder) throws IOException {
        return folder.isPresent() ? fresh(folder.get()) : opened(new ByteBuffersDirectory(), OpenMode.CREATE);
    }

    /// Deletes whatever is in the folder.
    static Index fresh(Path folder) throws IOException {
        empty(folder);
        return opened(new MMapDirectory(folder), OpenMode.CREATE);
    }

    static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Logger silenced() {
        Logger logger = Logger.getLogger("org.apache.lucene");
        logger.setLevel(Level.OFF);
        return logger;
    }

    private static Index opened(Directory directory, OpenMode mode) throws IOException {
        IndexWriter writer = null;
        try {
            var config = new IndexWriterConfig()
                    .setOpenMode(mode)
                    .setRAMBufferSizeMB(RAM_MEGABYTES)
                    .setSimilarity(Finder.SIMILARITY)
                    .setIndexSort(Finder.NEWEST_FIRST)
                    .setCommitOnClose(false);
            writer = new IndexWriter(directory, config);
            return new Index(directory, writer);
        } catch (IOException | RuntimeException failed) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw failed;
        }
    }

    /// Reads every byte once and compares the sums, so that no damage is met later.
    private static Optional<Past.Place> whole(Path folder) {
        try (Directory directory = new MMapDirectory(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    if (leaf.reader() instanceof CodecReader codec) {
                        codec.checkIntegrity();
                    }
                }
                return Ledger.read(reader.getIndexCommit().getUserData());
            }
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /// The whole incident, of which nothing is here yet.
    void add(Incident incident) throws IOException {
        papers.all(incident);
        headings.put(incident.id(), Heading.of(incident));
    }

    void put(Incident incident, Reach reach) throws IOException {
        switch (reach) {
            case Reach.All() -> {
                // The texts of the postmortem follow by a way of their own.
                writer.deleteDocuments(new BooleanQuery.Builder()
                        .add(
                                new TermQuery(
                                        new Term(Names.INCIDENT, incident.id().value())),
                                Occur.MUST)
                        .add(new TermQuery(new Term(Names.KIND, Kind.POSTMORTEM.name())), Occur.MUST_NOT)
                        .build());
                papers.all(incident);
            }
            case Reach.Some(var facts, var reviewed) -> {
                var old = new ArrayList<Term>();
                old.add(new Term(Names.FACT, incident.id().value()));
                facts.forEach(fact -> old.add(new Term(Names.FACT, fact.toString())));
                if (reviewed == Reach.Review.TOUCHED) {
                    old.add(new Term(Names.SHEET, Sheets.around(incident.id())));
                }
                writer.deleteDocuments(old.toArray(Term[]::new));
                papers.some(incident, facts);
                if (reviewed == Reach.Review.TOUCHED) {
                    papers.review(incident);
                }
            }
        }
        headings.put(incident.id(), Heading.of(incident));
    }

    /// The text of this section as it reads now.
    void put(IncidentId id, String section, Prose prose) throws IOException {
        writer.deleteDocuments(new Term(Names.SHEET, Sheets.section(id, section)));
        papers.section(id, section, prose);
    }

    /// From now on what was written is found.
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(Past.Place place) throws IOException {
        writer.setLiveCommitData(Ledger.written(place).entrySet());
        writer.commit();
    }

    int incidents() {
        return headings.size();
    }

    Hits find(Query query, int limit) throws IOException {
        List<IncidentId> among = headings.values().stream()
                .filter(heading -> heading.fits(query))
                .map(Heading::id)
                .toList();
        IndexSearcher searcher = searchers.acquire();
        try {
            Finder.Found found =
                    Finder.of(searcher.getIndexReader()).find(Ask.of(query, among, searcher.getIndexReader()), limit);
            StoredFields stored = searcher.storedFields();
            var hits = new ArrayList<Hit>();
            for (int document : found.documents()) {
                hits.add(hit(stored.document(document), query));
            }
            return new Hits(hits, found.total());
        } finally {
            searchers.release(searcher);
        }
    }

    private Hit hit(Document document, Query query) {
        var id = new IncidentId(document.get(Names.INCIDENT));
        String text = document.get(Names.TEXT);
        var traits = EnumSet.noneOf(Trait.class);
        for (String trait : document.getValues(Names.TRAIT)) {
            traits.add(Trait.valueOf(trait));
        }
        Heading heading = headings.get(id);
        return new Hit(
                Kind.valueOf(document.get(Names.KIND)),
                id,
                heading == null ? "" : heading.title(),
                FactId.parse(document.get(Names.FACT)),
                time(document, Names.WHEN),
                time(document, Names.RECORDED),
                Optional.ofNullable(document.get(Names.BY)).map(PersonId::new),
                text,
                Marks.of(query.words(), text),
                traits,
                Optional.ofNullable(document.get(Names.PLACE)));
    }

    private void readHeadings() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            var incidents = new TermQuery(new Term(Names.KIND, Kind.INCIDENT.name()));
            int count = searcher.count(incidents);
            if (count == 0) {
                return;
            }
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc each : searcher.search(incidents, count).scoreDocs) {
                Document document = stored.document(each.doc);
                var heading = new Heading(
                        new IncidentId(document.get(Names.INCIDENT)),
                        document.get(Names.TEXT),
                        Severity.ofLevel(Integer.parseInt(document.get(Names.LEVEL)))
                                .orElseThrow(),
                        Phase.valueOf(document.get(Names.STATE)));
                headings.put(heading.id(), heading);
            }
        } finally {
            searchers.release(searcher);
        }
    }

    private static Instant time(Document document, String name) {
        return Papers.instant(document.getField(name).numericValue().longValue());
    }

    @Override
    public void close() throws IOException {
        try (directory;
                var _ = (Closeable) writer::rollback) {
            searchers.close();
        }
    }
}
