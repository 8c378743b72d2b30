package dev.earshot.journal.search;

import java.util.Arrays;
import java.util.Collection;

/** A set of peers by their numbers, or everybody, which includes rows that are about no peer. Immutable. */
public final class PeerSet {
    /** The set of all peers, which also has rows about no peer. */
    public static final PeerSet EVERYBODY = new PeerSet(new int[0]);

    private final int[] sorted;

    private PeerSet(int[] sorted) {
        this.sorted = sorted;
    }

    /** Returns the set of these peers; no number at all stands for everybody. */
    public static PeerSet of(Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? EVERYBODY
                : new PeerSet(
                        numbers.stream().mapToInt(i -> i).sorted().distinct().toArray());
    }

    /** Returns the set of this peer alone. */
    public static PeerSet of(int number) {
        return new PeerSet(new int[] {number});
    }

    /** Whether the set has every peer, so that rows about no peer pass as well. */
    public boolean isEverybody() {
        return sorted.length == 0;
    }

    /** Whether the set has a peer; 0 stands for rows about no peer. */
    public boolean contains(int number) {
        return sorted.length == 0 || Arrays.binarySearch(sorted, number) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerSet peers && Arrays.equals(sorted, peers.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return isEverybody() ? "everybody" : Arrays.toString(sorted);
    }
}
