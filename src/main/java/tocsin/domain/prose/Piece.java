package tocsin.domain.prose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Neighbouring characters of one run that stand or went together.
final class Piece {
    final Run run;
    int from;
    int to;
    boolean gone;

    @Nullable
    Block block;

    Piece(Run run, int from, int to) {
        this.run = run;
        this.from = from;
        this.to = to;
    }

    /// How many chars of the text it is.
    int chars() {
        return gone ? 0 : run.chars(to) - run.chars(from);
    }

    /// Some hundred neighbouring pieces with the sum of their chars, so that finding a place is quick.
    static final class Block {
        final List<Piece> pieces = new ArrayList<>();
        int chars;
    }
}
