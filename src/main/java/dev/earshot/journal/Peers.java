package dev.earshot.journal;

import java.util.Arrays;
import java.util.Collection;

/** Some peers by their numbers, or everybody, which includes rows that are about no peer. Immutable. */
public final class Peers {
    public static final Peers EVERYBODY = new Peers(new int[0]);

    private final int[] sorted;

    private Peers(int[] sorted) {
        this.sorted = sorted;
    }

    /** These and nobody else; none at all stands for everybody. */
    public static Peers of(Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? EVERYBODY
                : new Peers(
                        numbers.stream().mapToInt(i -> i).sorted().distinct().toArray());
    }

    /** This one and nobody else. */
    public static Peers of(int number) {
        return new Peers(new int[] {number});
    }

    /** Whether every row passes, also one that is about no peer. */
    public boolean everybody() {
        return sorted.length == 0;
    }

    public boolean contains(int number) {
        return sorted.length == 0 || Arrays.binarySearch(sorted, number) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Peers peers && Arrays.equals(sorted, peers.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return everybody() ? "everybody" : Arrays.toString(sorted);
    }
}
