package tocsin.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import tocsin.base.IncidentId;

/// Puts a query in the words of the index. What an entry says weighs the same wherever and how often it says it, so
/// that
/// the newest comes first; an incident's own words weigh more, and a whole word more than the beginning of one.
final class Ask {
    private static final float INCIDENT_WEIGHT = 8;
    private static final int MOST_ENDINGS = 256;

    private final IndexReader reader;
    private final BooleanQuery.Builder all = new BooleanQuery.Builder();

    private Ask(IndexReader reader) {
        this.reader = reader;
    }

    /// @param among the incidents that fit, when not all do
    static org.apache.lucene.search.Query of(Query query, Collection<IncidentId> among, IndexReader reader)
            throws IOException {
        return new Ask(reader).whole(query, among);
    }

    private org.apache.lucene.search.Query whole(Query query, Collection<IncidentId> among) throws IOException {
        if (query.words().isEmpty()) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        for (Query.Wanted wanted : query.words()) {
            all.add(wanted(Names.WORDS, wanted), Occur.MUST);
        }
        for (Query.Wanted person : query.people()) {
            all.add(wanted(Names.PEOPLE, person), Occur.FILTER);
        }
        for (String tag : query.tags()) {
            all.add(term(Names.TAG, tag), Occur.FILTER);
        }
        for (String mention : query.mentions()) {
            all.add(term(Names.MENTION, mention), Occur.FILTER);
        }
        any(Names.KIND, query.kinds());
        any(Names.TRAIT, query.traits());
        if (query.kinds().isEmpty()) {
            all.add(term(Names.KIND, Kind.SYSTEM.name()), Occur.MUST_NOT);
        }
        if (query.from().isPresent() || query.before().isPresent()) {
            long from = query.from().map(Papers::micros).orElse(Long.MIN_VALUE);
            long last =
                    query.before().map(Papers::micros).map(micros -> micros - 1).orElse(Long.MAX_VALUE);
            all.add(LongField.newRangeQuery(Names.WHEN, from, last), Occur.FILTER);
        }
        if (!query.incidents().isEmpty()
                || !query.severities().isEmpty()
                || !query.states().isEmpty()) {
            List<BytesRef> keys =
                    among.stream().map(id -> new BytesRef(id.value())).toList();
            all.add(KeywordField.newSetQuery(Names.INCIDENT, keys), Occur.FILTER);
        }
        all.add(new BoostQuery(term(Names.KIND, Kind.INCIDENT.name()), INCIDENT_WEIGHT), Occur.SHOULD);
        return all.build();
    }

    private void any(String field, Set<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            var either = new BooleanQuery.Builder();
            values.forEach(value -> either.add(term(field, value.name()), Occur.SHOULD));
            all.add(either.build(), Occur.FILTER);
        }
    }

    private org.apache.lucene.search.Query wanted(String field, Query.Wanted wanted) throws IOException {
        return wanted.words().size() == 1
                ? word(field, wanted.words().getFirst().forms(), wanted.ending())
                : phrase(field, wanted);
    }

    private static org.apache.lucene.search.Query word(String field, List<String> forms, Query.Ending ending) {
        if (ending == Query.Ending.WHOLE && forms.size() == 1) {
            return term(field, forms.getFirst());
        }
        var either = new BooleanQuery.Builder();
        for (String form : forms) {
            either.add(term(field, form), Occur.SHOULD);
            if (ending == Query.Ending.OPEN) {
                either.add(new PrefixQuery(new Term(field, form)), Occur.SHOULD);
            }
        }
        return either.build();
    }

    private org.apache.lucene.search.Query phrase(String field, Query.Wanted wanted) throws IOException {
        var phrase = new MultiPhraseQuery.Builder();
        int last = wanted.words().size() - 1;
        for (int i = 0; i <= last; i++) {
            List<String> forms = wanted.words().get(i).forms();
            boolean growing = i == last && wanted.isOpen();
            Collection<String> here = growing ? endings(field, forms) : forms;
            phrase.add(here.stream().map(form -> new Term(field, form)).toArray(Term[]::new));
        }
        return phrase.build();
    }

    /// The words of the index that begin like this, and these themselves.
    private Set<String> endings(String field, List<String> beginnings) throws IOException {
        var found = new TreeSet<>(beginnings);
        for (String beginning : beginnings) {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field);
                if (terms != null) {
                    collect(terms.iterator(), beginning, found);
                }
            }
        }
        return found;
    }

    private static void collect(TermsEnum terms, String beginning, Set<String> into) throws IOException {
        var taken = new ArrayList<String>();
        if (terms.seekCeil(new BytesRef(beginning)) != TermsEnum.SeekStatus.END) {
            BytesRef term = terms.term();
            while (term != null && into.size() + taken.size() < MOST_ENDINGS) {
                String word = term.utf8ToString();
                if (!word.startsWith(beginning)) {
                    break;
                }
                taken.add(word);
                term = terms.next();
            }
        }
        into.addAll(taken);
    }

    private static TermQuery term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
