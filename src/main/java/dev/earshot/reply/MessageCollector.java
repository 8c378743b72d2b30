package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.MessageSplitter;
import dev.earshot.codec.RowEnds;
import dev.earshot.codec.TextDecoder;
import java.util.Arrays;

/**
 * Collects the messages that one peer sends, split as the log splits them under the same framing, but in any
 * number of reads. Keeps only the beginning
 * of the message whose end has not arrived yet. One thread at a time.
 */
public final class MessageCollector {
    private static final int FIRST_CAPACITY = 64;
    private static final byte[] EMPTY = {};

    private final int most;
    private final MessageSplitter splitter;
    private Encoding encoding = Encoding.UTF_8;
    private byte[] buffer = EMPTY;
    private int length;

    /** Receives the messages that the collector completes. */
    public interface MessageConsumer {

        /**
         * Receives one message.
         *
         * @param message its bytes with the line ending
         * @param end the end of the message in bytes from the start of the read that completed it
         */
        void take(byte[] message, int end);
    }

    /**
     * Creates a collector for one peer.
     *
     * @param most the size in bytes above which a message is neither kept nor passed on
     */
    public MessageCollector(Framing framing, int most) {
        this.most = most;
        splitter = new MessageSplitter(framing, MessageSplitter.ANY_READS, this::endsInsideCharacter);
    }

    private boolean endsInsideCharacter(int count) {
        return count <= most && TextDecoder.endsInsideCharacter(encoding, buffer, 0, count);
    }

    /** Adds the next bytes of the peer and passes on the messages that they, or the silence before them, complete. */
    public void add(
            byte[] bytes, int offset, int count, long silentMillis, Encoding encoding, MessageConsumer consumer) {
        this.encoding = encoding;
        RowEnds ends = new RowEnds();
        splitter.read(bytes, offset, count, silentMillis, ends);
        int start = 0;
        try {
            for (int i = 0; i < ends.count(); i++) {
                int end = ends.get(i);
                keep(bytes, offset + start, end - start);
                start = end;
                deliver(end, consumer);
            }
        } finally {
            keep(bytes, offset + ends.last(), count - ends.last());
        }
    }

    /** Ends the open message if the silence is long enough for that, and passes it on. */
    public void addSilence(long millis, Encoding encoding, MessageConsumer consumer) {
        this.encoding = encoding;
        if (splitter.isEndedBySilence(millis)) {
            finish(consumer);
        }
    }

    /** Ends the open message and passes it on, because the peer has finished sending. */
    public void finish(MessageConsumer consumer) {
        if (splitter.end()) {
            deliver(0, consumer);
        }
    }

    /** Returns the silence in milliseconds that ends the open message; 0 if none is open. */
    int silenceMillis(Encoding encoding) {
        this.encoding = encoding;
        return splitter.silenceMillis();
    }

    private void keep(byte[] bytes, int offset, int count) {
        int kept = Math.min(length, most);
        int more = Math.min(count, most - kept);
        if (more > 0) {
            if (kept + more > buffer.length) {
                int capacity = kept == 0 ? more : Math.max(FIRST_CAPACITY, 2 * (kept + more));
                buffer = Arrays.copyOf(buffer, Math.min(capacity, most));
            }
            System.arraycopy(bytes, offset, buffer, kept, more);
        }
        length += count;
    }

    /** Passes the message on. It is forgotten first, so that an error in the consumer does not affect the next one. */
    private void deliver(int end, MessageConsumer consumer) {
        byte[] message = buffer.length == length ? buffer : Arrays.copyOf(buffer, Math.min(length, most));
        boolean whole = length <= most;
        buffer = EMPTY;
        length = 0;
        if (whole) {
            consumer.take(message, end);
        }
    }
}
