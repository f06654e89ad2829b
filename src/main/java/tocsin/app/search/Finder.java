package tocsin.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.search.similarities.Similarity;

/// Looks through one state of the index. In each of its parts the newest documents come first, so that a part may be
/// left as soon as it has given enough: a word that half of a million entries say is found as quickly as a rare one.
final class Finder {
    /// A word weighs the same wherever it is said.
    static final Similarity SIMILARITY = new BooleanSimilarity();

    static final Sort NEWEST_FIRST = new Sort(
            LongField.newSortField(Names.WHEN, true, SortedNumericSelector.Type.MIN),
            new SortField(Names.TIE, SortField.Type.LONG, true));

    private static final Comparator<Place> BEST_FIRST = Comparator.comparingDouble(Place::score)
            .thenComparingLong(Place::when)
            .thenComparingLong(Place::tie)
            .reversed();

    private final IndexReader reader;

    private Finder(IndexReader reader) {
        this.reader = reader;
    }

    static Finder of(IndexReader reader) {
        return new Finder(reader);
    }

    /// The best documents, and how many there are, counted up to [Hits#MOST_COUNTED].
    record Found(List<Integer> documents, long total) {}

    private record Place(int document, float score, long when, long tie) {}

    Found find(Query asked, int limit) throws IOException {
        var best = new ArrayList<Place>();
        long total = 0;
        for (LeafReaderContext part : reader.leaves()) {
            int most = Math.clamp(part.reader().maxDoc(), 1, limit);
            int counted = (int) Math.max(most, Hits.MOST_COUNTED - total);
            var searcher = new IndexSearcher(part.reader());
            searcher.setSimilarity(SIMILARITY);
            TopDocs found = searcher.search(asked, new TopScoreDocCollectorManager(most, null, counted));
            total += found.totalHits.value();
            best.addAll(places(part, found.scoreDocs));
        }
        best.sort(BEST_FIRST);
        return new Found(best.stream().limit(limit).map(Place::document).toList(), total);
    }

    private static List<Place> places(LeafReaderContext part, ScoreDoc[] found) throws IOException {
        // The values can only be read in this order.
        ScoreDoc[] inOrder = found.clone();
        Arrays.sort(inOrder, Comparator.comparingInt(each -> each.doc));
        SortedNumericDocValues when = DocValues.getSortedNumeric(part.reader(), Names.WHEN);
        NumericDocValues tie = DocValues.getNumeric(part.reader(), Names.TIE);
        var places = new ArrayList<Place>();
        for (ScoreDoc each : inOrder) {
            long moment = when.advanceExact(each.doc) ? when.nextValue() : Long.MIN_VALUE;
            long rest = tie.advanceExact(each.doc) ? tie.longValue() : Long.MIN_VALUE;
            places.add(new Place(part.docBase + each.doc, each.score, moment, rest));
        }
        return places;
    }
}
