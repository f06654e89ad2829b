package tocsin.domain.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tocsin.domain.prose.Piece.Block;

/// All pieces of a text in order, those that are gone too, in blocks: a place is found among the blocks' sums and then
/// within one block.
final class Pieces {
    private static final int FULL = 256;

    private final List<Block> blocks = new ArrayList<>();
    private int chars;

    /// A piece and how many chars of it lie before the place.
    record Found(Piece piece, int within) {}

    int chars() {
        return chars;
    }

    void first(Piece piece) {
        if (blocks.isEmpty()) {
            blocks.add(new Block());
        }
        put(blocks.getFirst(), 0, piece);
    }

    void after(Piece standing, Piece piece) {
        Block block = block(standing);
        put(block, block.pieces.indexOf(standing) + 1, piece);
    }

    void before(Piece standing, Piece piece) {
        Block block = block(standing);
        put(block, block.pieces.indexOf(standing), piece);
    }

    /// Cuts the piece so that a new one begins at this offset; nothing to do where one begins already.
    Piece cut(Piece piece, int offset) {
        if (offset <= piece.from) {
            return piece;
        }
        int charsBefore = piece.chars();
        var rest = new Piece(piece.run, offset, piece.to);
        rest.gone = piece.gone;
        piece.to = offset;
        int kept = piece.chars() - charsBefore;
        block(piece).chars += kept;
        chars += kept;
        piece.run.pieces.add(piece.run.index(piece.from) + 1, rest);
        after(piece, rest);
        return rest;
    }

    /// The piece grew by so many chars, because its run is still being typed.
    void grew(Piece piece, int by) {
        block(piece).chars += by;
        chars += by;
    }

    void goes(Piece piece) {
        int lost = piece.chars();
        piece.gone = true;
        block(piece).chars -= lost;
        chars -= lost;
    }

    /// The chars before this piece.
    int place(Piece piece) {
        int at = 0;
        Block block = block(piece);
        for (Block other : blocks) {
            if (other == block) {
                break;
            }
            at += other.chars;
        }
        for (Piece other : block.pieces) {
            if (other == piece) {
                return at;
            }
            at += other.chars();
        }
        throw new IllegalStateException("a piece is missing from its block");
    }

    /// The piece that holds the char at this place, or nothing at the end.
    @Nullable
    Found at(int place) {
        int left = place;
        for (Block block : blocks) {
            if (left < block.chars) {
                for (Piece piece : block.pieces) {
                    int here = piece.chars();
                    if (left < here) {
                        return new Found(piece, left);
                    }
                    left -= here;
                }
            }
            left -= block.chars;
        }
        return null;
    }

    void forEach(Consumer<Piece> visitor) {
        blocks.forEach(block -> block.pieces.forEach(visitor));
    }

    String text(int from, int to) {
        var words = new StringBuilder(to - from);
        int at = 0;
        for (Block block : blocks) {
            if (at + block.chars > from && at < to) {
                int here = at;
                for (Piece piece : block.pieces) {
                    int size = piece.chars();
                    if (size > 0 && here + size > from && here < to) {
                        String all = piece.run.words(piece.from, piece.to);
                        words.append(all, Math.max(0, from - here), Math.min(size, to - here));
                    }
                    here += size;
                }
            }
            at += block.chars;
        }
        return words.toString();
    }

    private void put(Block block, int index, Piece piece) {
        block.pieces.add(index, piece);
        piece.block = block;
        int more = piece.chars();
        block.chars += more;
        chars += more;
        if (block.pieces.size() > FULL) {
            halve(block);
        }
    }

    private void halve(Block block) {
        var second = new Block();
        List<Piece> tail = block.pieces.subList(block.pieces.size() / 2, block.pieces.size());
        second.pieces.addAll(tail);
        tail.clear();
        for (Piece piece : second.pieces) {
            piece.block = second;
            second.chars += piece.chars();
        }
        block.chars -= second.chars;
        blocks.add(blocks.indexOf(block) + 1, second);
    }

    private static Block block(Piece piece) {
        Block block = piece.block;
        if (block == null) {
            throw new IllegalStateException("a piece belongs to no block");
        }
        return block;
    }
}
