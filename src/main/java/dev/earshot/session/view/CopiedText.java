package dev.earshot.session.view;

import dev.earshot.codec.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text that is made of copied parts of another text, and turns places in that one into its own. Everything is made
 * safe to show. Confined to one thread.
 */
final class CopiedText {
    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();

    /** A copied part, with its places in the source and in the text. */
    private record Run(int from, int to, int shownFrom, int shownTo) {

        /** Returns the place in the text; where characters were replaced by longer marks, an end of the part. */
        int shown(int place, boolean begins) {
            if (to - from != shownTo - shownFrom) {
                return begins ? shownFrom : shownTo;
            }
            return shownFrom + Math.max(0, Math.min(to, place) - from);
        }
    }

    CopiedText(String source) {
        this.source = source;
    }

    /** Appends text of our own, which must be safe to show. */
    CopiedText append(String ours) {
        text.append(ours);
        return this;
    }

    /** Appends a part of the source, which lies behind all parts before. */
    CopiedText copy(int from, int to) {
        int begin = text.length();
        text.append(VisibleText.of(source.substring(from, to)));
        runs.add(new Run(from, to, begin, text.length()));
        return this;
    }

    int length() {
        return text.length();
    }

    /** Returns the whole text. */
    String text() {
        return text.toString();
    }

    /** Turns rising pairs of places in the source into pairs in the text, as far as they were copied. */
    int[] places(int... pairs) {
        int[] places = new int[pairs.length];
        int count = 0;
        int first = 0;
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            while (first < runs.size() && runs.get(first).to <= pairs[i]) {
                first++;
            }
            int last = first;
            while (last + 1 < runs.size() && runs.get(last + 1).from < pairs[i + 1]) {
                last++;
            }
            if (first < runs.size() && runs.get(first).from < pairs[i + 1]) {
                places[count++] = runs.get(first).shown(pairs[i], true);
                places[count++] = runs.get(last).shown(pairs[i + 1], false);
            }
        }
        return Arrays.copyOf(places, count);
    }
}
