package dev.earshot.codec.framing;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells how a framing would cut some bytes if a stream began with them and nothing followed.
 *
 * @param lengths of the messages in bytes, broken ones included
 * @param broken how many of them are no messages of the framing
 * @param unfinished bytes of a message whose end has not come
 */
public record CutPreview(List<Integer> lengths, int broken, int unfinished) {

    /** Makes a preview; the lengths are copied. */
    public CutPreview {
        lengths = List.copyOf(lengths);
    }

    /** Cuts bytes; those of a framing that goes by reads or by silence are one message. */
    public static CutPreview of(Framing framing, byte... bytes) {
        boolean byTime = framing.endsWithEveryRead() || framing.kind() == SilenceFraming.KIND;
        List<Integer> lengths = new ArrayList<>();
        Cutter cutter = framing.newCutter();
        RowEnds ends = new RowEnds();
        if (!byTime) {
            cutter.cut(bytes, 0, bytes.length, ends);
        }
        int broken = 0;
        int from = 0;
        for (int i = 0; i < ends.count(); i++) {
            lengths.add(ends.get(i) - from);
            from = ends.get(i);
            broken += ends.completeness(i) == Completeness.BROKEN ? 1 : 0;
        }
        int rest = bytes.length - from;
        boolean ended = rest > 0 && (byTime || cutter.isEndPending() || !cutter.lacksEnd());
        if (ended) {
            lengths.add(rest);
        }
        return new CutPreview(lengths, broken, ended ? 0 : rest);
    }
}
