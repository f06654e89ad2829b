package tocsin.base;

import java.util.Optional;

/// One fact, named by the desk that wrote it and its place in that desk's sequence (from 1, without gaps).
public record FactId(DeskId desk, long seq) implements Comparable<FactId> {
    public FactId {
        if (seq < 1) {
            throw new IllegalArgumentException("a fact's sequence starts at 1: " + seq);
        }
    }

    /// Reads the printed form `desk-seq`.
    public static Optional<FactId> parse(String text) {
        if (text.length() < DeskId.LENGTH + 2
                || text.length() > DeskId.LENGTH + 20
                || text.charAt(DeskId.LENGTH) != '-'
                || !DeskId.isWellFormed(text.substring(0, DeskId.LENGTH))) {
            return Optional.empty();
        }
        try {
            long seq = Long.parseLong(text, DeskId.LENGTH + 1, text.length(), 10);
            return seq < 1
                    ? Optional.empty()
                    : Optional.of(new FactId(new DeskId(text.substring(0, DeskId.LENGTH)), seq));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(FactId other) {
        int byDesk = desk.compareTo(other.desk);
        return byDesk != 0 ? byDesk : Long.compare(seq, other.seq);
    }

    @Override
    public String toString() {
        return desk + "-" + seq;
    }
}
