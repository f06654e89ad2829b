package tocsin.journal;

import java.util.Arrays;

/// A growing list of ints without an object for each.
final class Ints {
    private int[] values;
    private int size;

    Ints(int expected) {
        values = new int[expected];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(4, size + (size >> 1)));
        }
        values[size++] = value;
    }

    void insert(int at, int value) {
        add(value);
        System.arraycopy(values, at, values, at + 1, size - 1 - at);
        values[at] = value;
    }

    int get(int at) {
        return values[java.util.Objects.checkIndex(at, size)];
    }

    void set(int at, int value) {
        values[java.util.Objects.checkIndex(at, size)] = value;
    }

    int last() {
        return values[size - 1];
    }

    int size() {
        return size;
    }

    void cutTo(int newSize) {
        size = java.util.Objects.checkIndex(newSize, size + 1);
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
