package tocsin.base;

/// A reading of the hybrid logical clock: wall milliseconds, and a counter for what shares or overtakes them.
public record Hlc(long millis, int counter) implements Comparable<Hlc> {
    public static final Hlc ZERO = new Hlc(0, 0);

    public Hlc next() {
        return counter == Integer.MAX_VALUE ? new Hlc(millis + 1, 0) : new Hlc(millis, counter + 1);
    }

    @Override
    public int compareTo(Hlc other) {
        int byMillis = Long.compare(millis, other.millis);
        return byMillis != 0 ? byMillis : Integer.compare(counter, other.counter);
    }

    @Override
    public String toString() {
        return millis + "." + counter;
    }
}
