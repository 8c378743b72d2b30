package dev.earshot.send;

import java.util.ArrayList;
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

    /** Returns these with those of others behind them that are not among them. */
    public QuickSends with(QuickSends others) {
        List<QuickSend> both = new ArrayList<>(list);
        others.list.stream().filter(one -> !list.contains(one)).forEach(both::add);
        return new QuickSends(both, list.isEmpty() ? others.rounds : rounds);
    }

    /** Returns the quick sends that are steps of the sequence; one in which nothing was filled in yet is none. */
    public List<QuickSend> steps() {
        return list.stream().filter(one -> one.inSequence() && !one.isBlank()).toList();
    }
}
