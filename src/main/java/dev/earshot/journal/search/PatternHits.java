package dev.earshot.journal.search;

import dev.earshot.journal.CaptureWindow;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the hits of several byte patterns in a window on the capture. A search goes on for a while behind the place up
 * to which it was asked, as the next question is mostly about the bytes there. Confined to one thread.
 */
final class PatternHits {
    /** The bytes that are searched at once, if they are loaded: many small records, with their headers. */
    private static final int AHEAD = 4096;

    private final CaptureWindow capture;
    private final BytePattern[] patterns;
    private final int longest;
    private final int[] places; // before which no hit of each pattern begins, from the last question on
    private final boolean[] isHit; // whether one begins there
    private long load;
    private int length;

    PatternHits(CaptureWindow capture, List<BytePattern> patterns) {
        this.capture = capture;
        this.patterns = patterns.toArray(new BytePattern[0]);
        int most = 1;
        for (BytePattern pattern : patterns) {
            most = Math.max(most, pattern.length());
        }
        longest = most;
        places = new int[this.patterns.length];
        isHit = new boolean[this.patterns.length];
    }

    /** Returns the length of the longest pattern. */
    int longest() {
        return longest;
    }

    /**
     * Finds the first hit in a part of the window; -1 if there is none. While the window stays, {@code from} must not
     * be less than before.
     */
    int next(int from, int end) {
        if (load != capture.loads()) {
            load = capture.loads();
            Arrays.fill(places, -1);
        }
        int nearest = -1;
        for (int i = 0; i < patterns.length; i++) {
            int place = next(i, from, end);
            int size = patterns[i].length();
            if (place >= 0 && (nearest < 0 || place < nearest || place == nearest && size < length)) {
                nearest = place;
                length = size;
            }
        }
        return nearest;
    }

    private int next(int i, int from, int end) {
        int size = patterns[i].length();
        if (places[i] < from || !isHit[i] && places[i] + size <= end) {
            int begin = Math.max(from, places[i]);
            int to = Math.max(end, Math.min(capture.filled(), begin + AHEAD));
            int found = patterns[i].find(capture.bytes(), begin, to);
            isHit[i] = found >= 0;
            places[i] = found >= 0 ? found : Math.max(begin, to - size + 1);
        }
        return isHit[i] && places[i] + size <= end ? places[i] : -1;
    }

    /** Returns the length of the hit that was found last. */
    int length() {
        return length;
    }

    /** Whether any pattern has a hit in the first bytes of an array. */
    boolean isIn(byte[] bytes, int count) {
        for (BytePattern pattern : patterns) {
            if (pattern.find(bytes, 0, count) >= 0) {
                return true;
            }
        }
        return false;
    }
}
