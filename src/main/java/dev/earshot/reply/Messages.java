package dev.earshot.reply;

import dev.earshot.codec.Cutter;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.RowEnds;
import dev.earshot.codec.TextDecoder;
import java.util.Arrays;

/**
 * Cuts what one peer says into messages, as the log does under the same framing. Holds the beginning of the message that
 * is not at its end yet and nothing else. Used by one thread at a time.
 */
public final class Messages {
    /** For so long half a character is waited for, in milliseconds. */
    private static final int HALF_CHARACTER_MILLIS = 1_000;

    /** In a longer message nobody knows where its characters begin. */
    private static final int MOST_CHARACTERS = 1_024;

    private static final int FEW = 64;
    private static final byte[] NOTHING = {};

    private final Framing framing;
    private final int most;
    private final Cutter cutter;
    private byte[] open = NOTHING;
    private int length;

    /** Takes one message. */
    public interface Taker {

        /**
         * Takes one.
         *
         * @param message with its line ending
         * @param end of the message in the read in which it ended, in bytes from where the read begins
         */
        void take(byte[] message, int end);
    }

    /** @param most a message that is longer is of no interest and not kept */
    public Messages(Framing framing, int most) {
        this.framing = framing;
        this.most = most;
        cutter = Cutter.of(framing);
    }

    /** Looks at one read, which came after such a silence. */
    public void read(byte[] bytes, int offset, int count, long silentMillis, Encoding encoding, Taker taker) {
        if (length > 0 && silentMillis >= patienceMillis(encoding)) {
            end(taker);
        }
        RowEnds ends = new RowEnds();
        cutter.cut(bytes, offset, count, ends);
        if (length > 0 || ends.count() == 0) {
            ends.limitFirst(Cutter.MAX_ROW - length, count);
        }
        int start = 0;
        for (int i = 0; i < ends.count(); i++) {
            int end = ends.get(i);
            keep(bytes, offset + start, end - start);
            give(end, taker);
            start = end;
        }
        keep(bytes, offset + start, count - start);
    }

    /** The peer has been silent for so long, or has ended its stream: that ends the message. */
    public void silent(long millis, Encoding encoding, Taker taker) {
        if (length > 0 && millis >= patienceMillis(encoding)) {
            end(taker);
        }
    }

    /** Nothing more belongs to the message that is open. */
    public void end(Taker taker) {
        cutter.reset();
        if (length > 0) {
            give(0, taker);
        }
    }

    /** After how long a silence the message ends, in milliseconds; 0 if none is open. */
    int silenceMillis(Encoding encoding) {
        return length == 0 ? 0 : patienceMillis(encoding);
    }

    private int patienceMillis(Encoding encoding) {
        int usual = framing.patienceMillis();
        boolean half =
                length <= Math.min(most, MOST_CHARACTERS) && TextDecoder.endsInsideCharacter(encoding, open, 0, length);
        return half ? Math.max(HALF_CHARACTER_MILLIS, usual) : usual;
    }

    private void keep(byte[] bytes, int offset, int count) {
        int kept = Math.min(length, most);
        int more = Math.min(count, most - kept);
        if (more > 0) {
            if (kept + more > open.length) {
                int room = kept == 0 ? more : Math.max(FEW, 2 * (kept + more));
                open = Arrays.copyOf(open, Math.min(room, most));
            }
            System.arraycopy(bytes, offset, open, kept, more);
        }
        length += count;
    }

    /** The message is on its way before anybody looks at it: whatever goes wrong with it does not meet the next one. */
    private void give(int end, Taker taker) {
        byte[] message = open.length == length ? open : Arrays.copyOf(open, Math.min(length, most));
        boolean whole = length <= most;
        open = NOTHING;
        length = 0;
        if (whole) {
            taker.take(message, end);
        }
    }
}
