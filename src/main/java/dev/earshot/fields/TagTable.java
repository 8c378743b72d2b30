package dev.earshot.fields;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds fields by short names that stand in a message, without making texts of them. Immutable; any thread.
 */
final class TagTable {
    private static final int LONGEST = Long.BYTES;

    private final long[] packed;
    private final FieldItem[] items;
    private final Map<String, FieldItem> all;

    TagTable(Map<String, FieldItem> all) {
        this.all = Map.copyOf(all);
        TreeMap<Long, FieldItem> sorted = new TreeMap<>();
        all.forEach((name, item) -> {
            if (name.length() <= LONGEST && name.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                long key = 0;
                for (int i = 0; i < name.length(); i++) {
                    key = key << 8 | name.charAt(i);
                }
                sorted.put(key, item);
            }
        });
        packed = sorted.keySet().stream().mapToLong(Long::longValue).toArray();
        items = sorted.values().toArray(FieldItem[]::new);
    }

    /** Returns the field of a name in ASCII without blanks; null if there is none of this short name. */
    FieldItem find(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return null;
        }
        long key = 0;
        for (int i = from; i < to; i++) {
            key = key << 8 | bytes[i] & 0xFF;
        }
        int at = Arrays.binarySearch(packed, key);
        return at < 0 ? null : items[at];
    }

    /** Returns the field of any name; null if there is none. */
    FieldItem find(String name) {
        return all.get(name);
    }
}
