package dev.earshot.codec.framing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Caches the values that were parsed from the latest texts, so that streams and messages share them. Any thread.
 *
 * @param <V> is immutable
 */
final class ParseCache<V> {
    /** The most texts that are kept, more than a session uses at once. */
    static final int MOST = 64;

    private final Function<String, V> reader;
    private final Map<String, V> byText = new LinkedHashMap<>(MOST, 0.75f, true); // the latest used last

    /** @param reader makes the value of a text */
    ParseCache(Function<String, V> reader) {
        this.reader = reader;
    }

    /** Returns the value of a text. */
    synchronized V of(String text) {
        V value = byText.get(text);
        if (value == null) {
            value = reader.apply(text);
            byText.put(text, value);
            if (byText.size() > MOST) {
                byText.remove(byText.keySet().iterator().next());
            }
        }
        return value;
    }
}
