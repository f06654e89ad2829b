package tocsin.app.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands the words of one text to the index; the forms of a word stand in the same place. Used again for the next text.
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private List<Words.Word> words = List.of();
    private Iterator<Words.Word> coming = words.iterator();
    private Iterator<String> forms = List.<String>of().iterator();

    WordStream over(String text) {
        words = Words.of(text);
        return this;
    }

    @Override
    public void reset() {
        coming = words.iterator();
        forms = List.<String>of().iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (forms.hasNext()) {
            step.setPositionIncrement(0);
        } else if (coming.hasNext()) {
            forms = coming.next().forms().iterator();
            step.setPositionIncrement(1);
        } else {
            return false;
        }
        term.append(forms.next());
        return true;
    }
}
