package tocsin.domain.wording;

import java.util.Optional;

/// Words that look back with blame, in UTF-16 offsets of the text that was checked. `phrase` is what a document names
/// when it ignores them; `suggestion` is what to say instead; `rewrite` is there where that fits into the sentence.
public record Finding(int from, int to, Kind kind, String phrase, String suggestion, Optional<Rewrite> rewrite) {

    /// Words that may take the place of others.
    public record Rewrite(int from, int to, String words) {
        Rewrite moved(int by) {
            return new Rewrite(from + by, to + by, words);
        }
    }

    Finding moved(int by) {
        return by == 0
                ? this
                : new Finding(from + by, to + by, kind, phrase, suggestion, rewrite.map(words -> words.moved(by)));
    }
}
