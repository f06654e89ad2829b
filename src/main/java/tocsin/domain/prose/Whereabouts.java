package tocsin.domain.prose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Everything that was ever typed in a text, in its order, to find words in that stood there at some time: what was
/// deleted between their letters does not hide them.
final class Whereabouts {
    /// As much may have been typed and deleted again between two letters.
    private static final int MOST_BETWEEN = 400;

    private final StringBuilder all = new StringBuilder();
    private final BitSet gone = new BitSet();
    private final List<Place> places = new ArrayList<>();

    /// From here on in the text put together, the characters of this piece.
    private record Place(int at, Piece piece) {}

    private Whereabouts() {}

    static Whereabouts in(Pieces pieces) {
        var found = new Whereabouts();
        pieces.forEach(piece -> {
            int at = found.all.length();
            found.places.add(new Place(at, piece));
            found.all.append(piece.run.words(piece.from, piece.to));
            found.gone.set(at, found.all.length(), piece.gone);
        });
        return found;
    }

    List<Stretch> of(String words) {
        var stretches = new ArrayList<Stretch>();
        for (int at = 0; at < all.length(); at++) {
            int end = end(at, words);
            if (end > at) {
                add(at, end, stretches);
            }
        }
        return stretches.stream().distinct().toList();
    }

    /// Behind the last letter of the words that begin here, or nothing: -1.
    private int end(int from, String words) {
        int at = from;
        for (int i = 0; i < words.length(); i++) {
            int most = at + (i == 0 ? 0 : MOST_BETWEEN);
            while (at < all.length() && skips(at, words, i) && at < most) {
                at++;
            }
            if (at >= all.length() || all.charAt(at) != words.charAt(i)) {
                return -1;
            }
            at++;
        }
        return at;
    }

    /// A letter that went may be one of the words or stand between them; where the one behind it fits, it stands
    /// between.
    private boolean skips(int at, String words, int i) {
        boolean fits = all.charAt(at) == words.charAt(i);
        return gone.get(at)
                && (!fits || (at + 1 < all.length() && !gone.get(at + 1) && all.charAt(at + 1) == words.charAt(i)));
    }

    private void add(int from, int to, List<Stretch> stretches) {
        for (int i = first(from); i < places.size() && places.get(i).at() < to; i++) {
            Place place = places.get(i);
            Run run = place.piece().run;
            int base = run.chars(place.piece().from);
            int begin = run.offset(base + Math.max(0, from - place.at()));
            int end = Math.min(place.piece().to, lastOf(run, base + to - place.at()));
            if (begin < end) {
                run.fact().ifPresent(fact -> stretches.add(new Stretch(fact, begin, end)));
            }
        }
    }

    /// Half of a pair is the whole of it.
    private static int lastOf(Run run, int chars) {
        int most = run.chars(run.points());
        return chars >= most ? run.points() : run.offset(chars - 1) + 1;
    }

    private int first(int at) {
        int low = 0;
        int high = places.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (places.get(middle).at() <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
