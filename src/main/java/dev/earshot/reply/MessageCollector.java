package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.MessageSplitter;
import dev.earshot.codec.RowEnds;
import dev.earshot.codec.TextDecoder;
import java.util.Arrays;

/**
 * Collects the messages that one peer sends, split as the log splits them under the same framing. Keeps the beginning of
 * the message whose end has not come, and nothing else. Used by one thread at a time.
 */
public final class MessageCollector {
    private static final int FEW = 64;
    private static final byte[] NOTHING = {};

    private final int most;
    private final MessageSplitter splitter;
    private Encoding encoding = Encoding.UTF_8;
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

    /** @param most a longer message is neither kept nor passed on, in bytes */
    public MessageCollector(Framing framing, int most) {
        this.most = most;
        splitter = new MessageSplitter(framing, this::endsInsideCharacter);
    }

    private boolean endsInsideCharacter(int count) {
        return count <= most && TextDecoder.endsInsideCharacter(encoding, open, 0, count);
    }

    /** Takes the next bytes of the peer, before which it was silent for so long, and passes on what ends in them. */
    public void read(byte[] bytes, int offset, int count, long silentMillis, Encoding encoding, Taker taker) {
        this.encoding = encoding;
        RowEnds ends = new RowEnds();
        splitter.read(bytes, offset, count, silentMillis, ends);
        int start = 0;
        try {
            for (int i = 0; i < ends.count(); i++) {
                int end = ends.get(i);
                keep(bytes, offset + start, end - start);
                start = end;
                give(end, taker);
            }
        } finally {
            keep(bytes, offset + ends.last(), count - ends.last());
        }
    }

    /** Ends the open message if so long a silence does, and passes it on. */
    public void silent(long millis, Encoding encoding, Taker taker) {
        this.encoding = encoding;
        if (splitter.isEndedBySilence(millis)) {
            end(taker);
        }
    }

    /** Ends the open message, because the peer sends nothing more, and passes it on. */
    public void end(Taker taker) {
        if (splitter.end()) {
            give(0, taker);
        }
    }

    /** Returns after how long a silence the open message ends, in milliseconds; 0 if none is open. */
    int silenceMillis(Encoding encoding) {
        this.encoding = encoding;
        return splitter.silenceMillis();
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

    /** Forgets the message before it passes it on: whatever goes wrong with it does not meet the next one. */
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
