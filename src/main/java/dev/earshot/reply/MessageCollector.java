package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.framing.Completeness;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.MessageSplitter;
import dev.earshot.codec.framing.RowEnds;
import java.util.Arrays;

/**
 * Collects the messages that one peer sends, split as the log splits them under the same framing. A message of several
 * rows is passed on once, at its end; what breaks the rule of the framing is not passed on. Keeps only the beginning of
 * the message whose end has not arrived yet. One thread at a time.
 */
public final class MessageCollector {
    private static final int FIRST_CAPACITY = 64;
    private static final byte[] EMPTY = {};

    private final int most;
    private final boolean takesParts;
    private final boolean endsWithStream;
    private final MessageSplitter splitter;
    private Encoding encoding = Encoding.UTF_8;
    private byte[] buffer = EMPTY;
    private byte[] tail = EMPTY; // the last bytes, once the buffer does not have them
    private long length;

    /** Receives the messages that the collector completes. */
    public interface MessageConsumer {

        /**
         * Receives one message.
         *
         * @param message its bytes with the line ending, or so many of the first ones as are kept
         * @param length the length of the whole message in bytes
         * @param end the end of the message in bytes from the start of the read that completed it; below 0 if it lies
         *     in an earlier read
         */
        void take(byte[] message, long length, int end);
    }

    /**
     * Creates a collector for one peer.
     *
     * @param most the number of first bytes of a message that are kept and passed on
     */
    public MessageCollector(Framing framing, int most) {
        this(framing, most, false);
    }

    /** @param takesParts whether each row of a longer message is passed on for itself */
    MessageCollector(Framing framing, int most, boolean takesParts) {
        this.most = most;
        this.takesParts = takesParts;
        endsWithStream = framing.endsWithStream();
        splitter = new MessageSplitter(framing, this::endsInsideCharacter, () -> encoding);
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
                if (ends.completeness(i) == Completeness.PART && !takesParts) {
                    continue;
                }
                byte[] rest = end < 0 ? takeBack(-end) : EMPTY;
                if (end > start) {
                    keep(bytes, offset + start, end - start);
                    start = end;
                }
                end(ends.completeness(i), end, rest, consumer);
            }
        } catch (RuntimeException | Error e) {
            start = Math.max(start, ends.last()); // what the consumer did not take is not kept for it
            throw e;
        } finally {
            keep(bytes, offset + start, count - start);
        }
    }

    /** Ends the open message if the silence is long enough for that, and passes it on. */
    public void addSilence(long millis, Encoding encoding, MessageConsumer consumer) {
        this.encoding = encoding;
        if (splitter.isEndedBySilence(millis)) {
            end(splitter.endBySilence(new RowEnds()), 0, EMPTY, consumer);
        }
    }

    /**
     * Ends the open message, because the peer has finished sending. Passes it on unless the framing needs more to take
     * it for one.
     */
    public void finish(MessageConsumer consumer) {
        Completeness completeness = splitter.end(new RowEnds());
        if (completeness != null) {
            boolean isMessage = endsWithStream || completeness == Completeness.WHOLE;
            end(isMessage ? completeness : Completeness.BROKEN, 0, EMPTY, consumer);
        }
    }

    /** Returns the silence in milliseconds that ends the open message; 0 if none is open or none does. */
    int silenceMillis(Encoding encoding) {
        this.encoding = encoding;
        return splitter.silenceMillis();
    }

    /** Returns the open message before the present read, which a message that ended in an earlier read has left. */
    byte[] open() {
        return Arrays.copyOf(buffer, (int) Math.min(length, most));
    }

    private void keep(byte[] bytes, int offset, int count) {
        int kept = (int) Math.min(length, most);
        int more = Math.min(count, most - kept);
        if (more > 0) {
            if (kept + more > buffer.length) {
                int capacity = kept == 0 ? more : Math.max(FIRST_CAPACITY, 2 * (kept + more));
                buffer = Arrays.copyOf(buffer, Math.min(capacity, most));
            }
            System.arraycopy(bytes, offset, buffer, kept, more);
        }
        if (length + count > most) {
            keepTail(bytes, offset, count);
        }
        length += count;
    }

    private void keepTail(byte[] bytes, int offset, int count) {
        int fresh = Math.min(count, RowEnds.MOST_BACK);
        byte[] before = length > most ? tail : lastOf(buffer, (int) length);
        int older = Math.min(before.length, RowEnds.MOST_BACK - fresh);
        byte[] joined = new byte[older + fresh];
        System.arraycopy(before, before.length - older, joined, 0, older);
        System.arraycopy(bytes, offset + count - fresh, joined, older, fresh);
        tail = joined;
    }

    private static byte[] lastOf(byte[] bytes, int length) {
        return Arrays.copyOfRange(bytes, Math.max(0, length - RowEnds.MOST_BACK), length);
    }

    /** Takes the last bytes away from the open message, as they begin the next one. */
    private byte[] takeBack(int count) {
        byte[] last = length > most ? tail : lastOf(buffer, (int) length);
        length -= count;
        return Arrays.copyOfRange(last, last.length - count, last.length);
    }

    /** Passes the message on. It is forgotten first, so that an error in the consumer does not affect the next one. */
    private void end(Completeness completeness, int end, byte[] rest, MessageConsumer consumer) {
        int kept = (int) Math.min(length, most);
        byte[] message = buffer.length == kept ? buffer : Arrays.copyOf(buffer, kept);
        long whole = length;
        buffer = EMPTY;
        tail = EMPTY;
        length = 0;
        keep(rest, 0, rest.length);
        if (completeness != Completeness.BROKEN) {
            consumer.take(message, whole, end);
        }
    }
}
