package dev.earshot.fields;

import java.util.Arrays;

/** Finds the last field of a name, in the same time however many fields there are. Confined to one thread. */
final class NameIndex {
    private String[] names = new String[64];
    private int[] last = new int[names.length];
    private int[] rounds = new int[names.length]; // an entry of another round is free
    private int round = 1;
    private int count;

    /** Forgets all names. */
    void clear() {
        count = 0;
        round++;
    }

    /** Returns the index of the last field of a name; -1 if there is none. */
    int get(String name) {
        int at = find(name);
        return rounds[at] == round ? last[at] : -1;
    }

    /** Sets the index of the last field of a name; returns the one before, or -1. */
    int set(String name, int index) {
        int at = find(name);
        if (rounds[at] == round) {
            int before = last[at];
            last[at] = index;
            return before;
        }
        names[at] = name;
        last[at] = index;
        rounds[at] = round;
        if (++count * 2 > names.length) {
            grow();
        }
        return -1;
    }

    private int find(String name) {
        int mask = names.length - 1;
        int hash = name.hashCode();
        int at = (hash ^ hash >>> 16) & mask;
        while (rounds[at] == round && !names[at].equals(name)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        String[] oldNames = names;
        int[] oldLast = last;
        int[] oldRounds = rounds;
        names = new String[2 * oldNames.length];
        last = new int[names.length];
        rounds = new int[names.length];
        Arrays.fill(rounds, round - 1);
        for (int i = 0; i < oldNames.length; i++) {
            if (oldRounds[i] == round) {
                int at = find(oldNames[i]);
                names[at] = oldNames[i];
                last[at] = oldLast[i];
                rounds[at] = round;
            }
        }
    }
}
