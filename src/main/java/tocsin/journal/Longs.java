package tocsin.journal;

import java.util.Arrays;

/// A growing list of longs without an object for each.
final class Longs {
    private long[] values;
    private int size;

    Longs(int expected) {
        values = new long[expected];
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(4, size + (size >> 1)));
        }
        values[size++] = value;
    }

    void insert(int at, long value) {
        add(value);
        System.arraycopy(values, at, values, at + 1, size - 1 - at);
        values[at] = value;
    }

    long get(int at) {
        return values[java.util.Objects.checkIndex(at, size)];
    }

    void set(int at, long value) {
        values[java.util.Objects.checkIndex(at, size)] = value;
    }

    void cutTo(int newSize) {
        size = java.util.Objects.checkIndex(newSize, size + 1);
    }

    int size() {
        return size;
    }

    /// The place of the value in a sorted list, or `-(place where it belongs) - 1`.
    int find(long value) {
        return Arrays.binarySearch(values, 0, size, value);
    }
}
