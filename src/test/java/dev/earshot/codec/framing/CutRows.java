package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Cuts a stream in many divisions into reads, which must all give the same rows. */
final class CutRows {
    /** Stands before a row that breaks the rule of its framing. */
    static final String BROKEN = "!";

    /** Stands before the bytes after the last end. */
    static final String OPEN = "~";

    private CutRows() {}

    /** Returns the rows as text in ISO-8859-1, with the marks of this class before them. */
    static List<String> text(Framing framing, byte... stream) {
        List<String> rows = new ArrayList<>();
        for (Row row : cut(framing, stream)) {
            rows.add(row.mark() + new String(stream, row.from(), row.to() - row.from(), StandardCharsets.ISO_8859_1));
        }
        return rows;
    }

    /** Returns the rows as hex digits, with the marks of this class before them. */
    static List<String> hex(Framing framing, byte... stream) {
        List<String> rows = new ArrayList<>();
        for (Row row : cut(framing, stream)) {
            rows.add(row.mark()
                    + Hex.print(stream, row.from(), row.to() - row.from()).replace(" ", ""));
        }
        return rows;
    }

    /** A row from one place in the stream to another. */
    record Row(int from, int to, String mark) {}

    /** Returns the rows of a stream, and the bytes after the last end as another one. */
    static List<Row> cut(Framing framing, byte... stream) {
        TreeMap<Integer, Completeness> whole = ends(framing, stream, new Random(1), stream.length);
        assertThat(ends(framing, stream, new Random(1), 1))
                .as("%s, byte by byte", framing)
                .isEqualTo(whole);
        for (int seed = 0; seed < 8; seed++) {
            int most = 2 + 3 * seed * seed;
            assertThat(ends(framing, stream, new Random(seed), most))
                    .as("%s, seed %d, reads of at most %d", framing, seed, most)
                    .isEqualTo(whole);
        }
        List<Row> rows = new ArrayList<>();
        int from = 0;
        for (var end : whole.headMap(stream.length + 1).entrySet()) {
            rows.add(new Row(from, end.getKey(), end.getValue() == Completeness.BROKEN ? BROKEN : ""));
            from = end.getKey();
        }
        if (from < stream.length) {
            rows.add(new Row(from, stream.length, OPEN));
        }
        return rows;
    }

    private static TreeMap<Integer, Completeness> ends(Framing framing, byte[] stream, Random random, int most) {
        Cutter cutter = framing.newCutter();
        TreeMap<Integer, Completeness> found = new TreeMap<>();
        RowEnds ends = new RowEnds();
        int last = 0;
        for (int at = 0; at < stream.length; ) {
            int wanted = most >= stream.length ? most : 1 + random.nextInt(most);
            int length = Math.min(wanted, stream.length - at);
            // Wrong places before and after the read would be found.
            byte[] read = new byte[length + 9];
            System.arraycopy(stream, at, read, 5, length);
            ends.clear();
            cutter.cut(read, 5, length, ends);
            for (int i = 0; i < ends.count(); i++) {
                int end = at + ends.get(i);
                if (end <= last || ends.get(i) < -RowEnds.MOST_BACK || ends.get(i) > length) {
                    throw new AssertionError(framing + ": end " + ends.get(i) + " at " + at + " after " + last);
                }
                last = end;
                found.put(last, ends.completeness(i));
            }
            at += length;
        }
        if (last < stream.length) {
            boolean lacksEnd = cutter.lacksEnd() && !cutter.isEndPending();
            Completeness open = cutter.isBroken() ? Completeness.BROKEN : Completeness.INCOMPLETE;
            found.put(stream.length + 1, lacksEnd ? open : Completeness.WHOLE);
        }
        return found;
    }
}
