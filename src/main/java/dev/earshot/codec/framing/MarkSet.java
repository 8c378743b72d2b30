package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A set of alternative marks; where several match, the longest counts. Immutable. */
final class MarkSet {
    /** The result of {@link #match} where the bytes end before it can be said, and no mark is there yet. */
    static final int UNDECIDED = Mark.UNDECIDED;

    /** The result of {@link #match} where a mark is there, and a longer one may be. */
    static final int PENDING = -2;

    /** The most alternatives. */
    private static final int MOST_MARKS = 32;

    private static final ParseCache<MarkSet> RECENT = new ParseCache<>(MarkSet::read);

    private final List<Mark> typed;
    private final Mark[] longestFirst;
    private final Mark only; // null if there are several
    private final ByteSearch firsts;

    private MarkSet(List<Mark> typed) {
        this.typed = typed;
        longestFirst = typed.stream()
                .sorted(Comparator.comparingInt(Mark::length).reversed())
                .toArray(Mark[]::new);
        only = typed.size() == 1 ? typed.get(0) : null;
        firsts = new ByteSearch(firstBytes());
    }

    /**
     * Reads marks with {@code |} between; see {@link Mark#parse}.
     *
     * @throws Problem if one of them is wrong, or there are too many
     */
    static MarkSet parse(String typed) throws Problem {
        List<Mark> marks = new ArrayList<>();
        for (String one : typed.split("\\|", -1)) {
            marks.add(Mark.parse(one));
        }
        if (marks.size() > MOST_MARKS) {
            throw new Problem("problem.framing.marks", -1, Integer.toString(MOST_MARKS));
        }
        return new MarkSet(marks);
    }

    /** Returns the marks that {@link #toString} has printed; none for an empty text. */
    static MarkSet of(String printed) {
        return RECENT.of(printed);
    }

    private static MarkSet read(String printed) {
        try {
            return printed.isEmpty() ? new MarkSet(List.of()) : parse(printed);
        } catch (Problem e) {
            throw new IllegalArgumentException(printed, e);
        }
    }

    /** Returns marks of both. */
    MarkSet and(MarkSet other) {
        List<Mark> both = new ArrayList<>(typed);
        both.addAll(other.typed);
        return new MarkSet(both);
    }

    /** Returns for each byte value whether a mark can begin with it, and with these values set as well. */
    boolean[] firstBytes(int... more) {
        boolean[] values = new boolean[256];
        for (int value = 0; value < values.length; value++) {
            for (int i = 0; i < typed.size() && !values[value]; i++) {
                values[value] = typed.get(i).mayBeginWith((byte) value);
            }
        }
        for (int value : more) {
            values[value] = true;
        }
        return values;
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** Returns the next place at which a mark may begin, or {@code to}. */
    int find(byte[] bytes, int from, int to) {
        return firsts.find(bytes, from, to);
    }

    /** Returns the next place at which a mark is, or may be if more bytes come, or {@code to}. */
    int findMatch(byte[] bytes, int from, int to) {
        int at = firsts.find(bytes, from, to);
        while (at < to && match(bytes, at, to) == 0) {
            at = firsts.find(bytes, at + 1, to);
        }
        return at;
    }

    /**
     * Returns the length of the longest mark at a place, 0 if there is none, {@link #UNDECIDED} or {@link #PENDING}.
     */
    int match(byte[] bytes, int at, int to) {
        if (only != null) {
            return only.match(bytes, at, to);
        }
        boolean undecided = false;
        for (Mark mark : longestFirst) {
            int length = mark.match(bytes, at, to);
            if (length > 0) {
                return undecided ? PENDING : length;
            }
            undecided |= length < 0;
        }
        return undecided ? UNDECIDED : 0;
    }

    @Override
    public String toString() {
        return typed.stream().map(Mark::toString).collect(Collectors.joining("|"));
    }
}
