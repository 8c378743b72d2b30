package dev.earshot.send;

import java.util.List;

/**
 * The quick sends in their order, and how often their sequence is played.
 *
 * @param rounds how many times the sequence is played, from 1 to {@link #MOST_ROUNDS}; 0 = until it is stopped
 */
public record QuickSends(List<QuickSend> list, int rounds) {
    /** The most rounds of a sequence that has an end. */
    public static final int MOST_ROUNDS = 1_000_000;

    /** An empty list, as before anything is saved. */
    public static final QuickSends NONE = new QuickSends(List.of(), 1);

    public QuickSends {
        list = List.copyOf(list);
    }

    /** Returns the quick sends that are steps of the sequence. */
    public List<QuickSend> steps() {
        return list.stream().filter(QuickSend::inSequence).toList();
    }
}
