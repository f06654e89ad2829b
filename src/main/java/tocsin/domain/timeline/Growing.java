package tocsin.domain.timeline;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// A list that grows at its end and hands out immutable views for the price of one small object: a view shares the
/// array
/// and never looks past its own size, so appending does not disturb it; replacing an item copies first if a view
/// may be looking. That is what lets a timeline of 100,000 lines publish a snapshot after every fact.
final class Growing<T> {
    private Object[] items = new Object[8];
    private int size;
    private int shared;

    int size() {
        return size;
    }

    void add(T item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            shared = 0;
        }
        items[size++] = item;
    }

    @SuppressWarnings("unchecked") // Only add and set write here, and they take a T.
    T get(int index) {
        return (T) items[index];
    }

    void set(int index, T item) {
        if (index < shared) {
            items = Arrays.copyOf(items, items.length);
            shared = 0;
        }
        items[index] = item;
    }

    List<T> view() {
        shared = size;
        return new View<>(items, size);
    }

    private static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final Object[] items;
        private final int size;

        View(Object[] items, int size) {
            this.items = items;
            this.size = size;
        }

        @Override
        @SuppressWarnings("unchecked") // See Growing: the array holds nothing but T.
        public T get(int index) {
            if (index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return (T) items[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
