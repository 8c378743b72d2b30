package dev.earshot.codec.framing;

import java.util.Arrays;

/**
 * Finds messages by another scanner, and marks whole ones with a wrong checksum as broken. It gives a message of up to
 * {@link #ONE_PIECE} bytes to one call, and keeps the bytes of a longer one until its end.
 */
final class CheckedScanner implements MessageScanner {
    /** The longest message, in bytes, that is given in one piece. */
    static final int ONE_PIECE = RowEnds.MOST_BACK - 1;

    /** The longest message whose checksum is looked at, in bytes. */
    private static final int MOST_CHECKED = 1 << 16;

    private final MessageScanner scanner;
    private final FrameChecksum checksum;
    private byte[] seen = {}; // the bytes of a long message, as far as they are looked at
    private long count; // of its bytes; 0 if the open message is not long
    private Completeness ended;

    CheckedScanner(MessageScanner scanner, FrameChecksum checksum) {
        this.scanner = scanner;
        this.checksum = checksum;
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        int at = from;
        ended = null;
        while (at < to && ended == null) {
            int next = scanner.next(bytes, at, to);
            if (next == MORE) {
                break;
            }
            at = next;
            ended = scanner.ended();
        }
        if (ended == null && count == 0 && to - from <= ONE_PIECE) {
            scanner.reset();
            return MORE;
        }
        if (ended == null || count > 0) {
            keep(bytes, from, at);
        }
        if (ended == Completeness.WHOLE && !isRight(bytes, from, at)) {
            ended = Completeness.BROKEN;
        }
        count = ended == null ? count : 0;
        return at == from && ended == null ? MORE : at;
    }

    private void keep(byte[] bytes, int from, int to) {
        int kept = (int) Math.min(count, MOST_CHECKED);
        int more = Math.min(to - from, MOST_CHECKED - kept);
        if (kept + more > seen.length) {
            seen = Arrays.copyOf(seen, Math.min(MOST_CHECKED, 2 * (kept + more)));
        }
        System.arraycopy(bytes, from, seen, kept, more);
        count += to - from;
    }

    private boolean isRight(byte[] bytes, int from, int at) {
        if (count == 0) {
            return at - from > MOST_CHECKED || checksum.isRight(bytes, from, at);
        }
        return count > MOST_CHECKED || checksum.isRight(seen, 0, (int) count);
    }

    @Override
    public Completeness ended() {
        return ended;
    }

    @Override
    public void reset() {
        scanner.reset();
        count = 0;
        ended = null;
    }
}
