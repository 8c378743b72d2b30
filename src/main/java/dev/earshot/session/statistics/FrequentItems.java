package dev.earshot.session.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts how often items occur, in bounded memory. As long as there are few different ones, all counts are exact. With
 * more, the middle of all counts is taken off each, and what has nothing left is forgotten (Misra and Gries 1982, in
 * the form of Anderson and others, "A High-Performance Algorithm for Identifying Frequent Items in Data Streams",
 * 2017): a count is then at least what is returned, and at most {@link #greatestError} more; an item that occurs more
 * often than that is never missing. The error is at most twice the sum of all counts divided by the number of items
 * kept. Confined to one thread.
 *
 * @param <K> the items, compared by {@code equals}
 * @param <V> what is known of an item beside its count
 */
final class FrequentItems<K, V> {
    private final int most;
    private final Map<K, Item<K, V>> items = new HashMap<>();
    private long error;

    /** An item with the least number of times that it has occurred. */
    static final class Item<K, V> {
        private final K key;
        private final V value;
        private long count;

        Item(K key, V value) {
            this.key = key;
            this.value = value;
        }

        K key() {
            return key;
        }

        V value() {
            return value;
        }

        long count() {
            return count;
        }
    }

    /** @param most the largest number of different items that are kept, at least 2 */
    FrequentItems(int most) {
        this.most = most;
    }

    /**
     * Counts an item.
     *
     * @param value makes what is kept with an item that is new
     */
    void add(K key, Supplier<V> value) {
        Item<K, V> item = items.get(key);
        if (item == null) {
            if (items.size() == most) {
                shrink();
            }
            item = new Item<>(key, value.get());
            items.put(key, item);
        }
        item.count++;
    }

    private void shrink() {
        long[] counts = items.values().stream().mapToLong(Item::count).toArray();
        Arrays.sort(counts);
        long middle = counts[counts.length / 2];
        error += middle;
        items.values().forEach(item -> item.count -= middle);
        items.values().removeIf(item -> item.count <= 0);
    }

    /** Returns the most by which a count can be too small; 0 while all are exact. */
    long greatestError() {
        return error;
    }

    /** Returns the number of different items; if some were forgotten, the least that it can be. */
    int different() {
        return error == 0 ? items.size() : most + 1;
    }

    /** Returns the items with the greatest counts, falling; those with equal counts in the given order. */
    List<Item<K, V>> top(int number, Comparator<V> order) {
        return items.values().stream()
                .sorted(Comparator.<Item<K, V>>comparingLong(item -> -item.count)
                        .thenComparing(Item::value, order))
                .limit(number)
                .toList();
    }
}
