package tocsin.publish.paper;

/// The source lines a block was read from, the first is 0, the last belongs to it. What was composed has none.
public record Lines(int first, int last) {
    public static final Lines NONE = new Lines(-1, -1);

    public boolean known() {
        return first >= 0;
    }

    public boolean contains(int line) {
        return known() && first <= line && line <= last;
    }
}
