package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.EncodingEvidence;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.framing.MessageSplitter;
import dev.earshot.codec.framing.RowEnds;
import java.util.Arrays;

/**
 * Guesses the encoding of one peer from its rows, and keeps the beginning of its open row for that. Used only under the
 * lock of the index.
 */
final class EncodingDetector {
    /** The bytes of a row's beginning that are kept and examined. */
    private static final int HEAD = MessageSplitter.MOST_CHECKED;

    /** The number of first rows that all vote; later only the last row of each read does, which shows a change. */
    private static final int VOTES_BY_ALL = 256;

    private static final byte[] NOTHING = {};

    private final EncodingEvidence evidence = new EncodingEvidence();
    private byte[] head = NOTHING;
    private int headLength;
    private int votes;
    private boolean reread;
    private boolean isHeadLost; // the open row began in bytes that were not kept

    /** Returns the encoding that the peer seems to speak. */
    Encoding verdict() {
        return evidence.verdict();
    }

    /** Returns the encoding that the open row seems to be in: before any row has ended, its beginning tells. */
    Encoding verdictOfOpenRow() {
        return evidence.isDecided() ? evidence.verdict() : withOpenRow().verdict();
    }

    private EncodingEvidence withOpenRow() {
        EncodingEvidence beginning = new EncodingEvidence();
        beginning.voteBeginning(head, 0, headLength);
        return beginning;
    }

    /** Returns whether the encoding has changed since the last call, so that earlier rows now read otherwise. */
    boolean takeReread() {
        boolean taken = reread;
        reread = false;
        return taken;
    }

    /** Whether the open row, which has {@code length} bytes, ends inside a character. */
    boolean endsInsideCharacter(int length) {
        if (length != headLength) {
            return false; // longer than the kept beginning: it is not known where its characters begin
        }
        EncodingEvidence known = evidence.isDecided() ? evidence : withOpenRow(); // the first row speaks for itself
        // As long as nothing is known, either encoding may have the character.
        return known.isDecided() ? endsInside(known.verdict()) : endsInside(Encoding.UTF_8) || endsInside(Encoding.GBK);
    }

    private boolean endsInside(Encoding encoding) {
        return TextDecoder.endsInsideCharacter(encoding, head, 0, headLength);
    }

    /** Lets the rows that end in one read vote, and keeps the beginning of the row that stays open. */
    void read(byte[] bytes, int offset, int length, RowEnds ends) {
        int rows = ends.count();
        int first = 0;
        while (first < rows && ends.get(first) < 0) {
            rowEndedBefore(-ends.get(first++));
        }
        if (first < rows && (headLength > 0 || isHeadLost)) {
            keep(bytes, offset, ends.get(first++));
            rowEnded();
        }
        if (votes >= VOTES_BY_ALL) {
            first = Math.max(first, rows - 1);
        }
        for (int i = first; i < rows; i++) {
            int start = i == 0 ? 0 : Math.max(0, ends.get(i - 1));
            vote(bytes, offset + start, Math.min(HEAD, ends.get(i) - start));
        }
        int rest = Math.max(0, ends.last());
        keep(bytes, offset + rest, length - rest);
    }

    /** Lets the open row vote, because it has ended without another byte. */
    void rowEnded() {
        if (headLength > 0) {
            vote(head, 0, headLength);
        }
        headLength = 0;
        isHeadLost = false;
    }

    /** Lets the open row vote, because it has ended before its last bytes, which begin the next one. */
    private void rowEndedBefore(int rest) {
        boolean lost = isHeadLost || headLength == HEAD;
        int ended = lost ? headLength : Math.max(0, headLength - rest);
        if (ended > 0) {
            vote(head, 0, ended);
        }
        isHeadLost = lost;
        headLength = lost ? 0 : headLength - ended;
        System.arraycopy(head, ended, head, 0, headLength);
    }

    private void vote(byte[] bytes, int offset, int length) {
        boolean shown = evidence.isDecided() || evidence.isAmbiguous();
        Encoding before = evidence.verdict();
        if (length < HEAD) {
            evidence.vote(bytes, offset, length);
        } else {
            evidence.voteBeginning(bytes, offset, length);
        }
        votes++;
        reread |= shown && evidence.verdict() != before;
    }

    private void keep(byte[] bytes, int offset, int length) {
        int count = isHeadLost ? 0 : Math.min(length, HEAD - headLength);
        if (count <= 0) {
            return;
        }
        if (headLength + count > head.length) {
            head = Arrays.copyOf(head, Math.max(32, Integer.highestOneBit(headLength + count) * 2));
        }
        System.arraycopy(bytes, offset, head, headLength, count);
        headLength += count;
    }
}
