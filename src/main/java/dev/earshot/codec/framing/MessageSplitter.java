package dev.earshot.codec.framing;

import dev.earshot.codec.Encoding;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Finds where messages end in one direction of one peer's stream. They end by the framing, by the end of the stream,
 * and by silence where the framing says so. The log and the automatic replies both split with it, so that a row is a
 * message; one that is longer than {@link Cutter#MAX_ROW} is several rows. It allocates nothing for a read. Used by one
 * thread at a time.
 */
public final class MessageSplitter {
    /** The longest open message for which the end inside a character is looked for, in bytes. */
    public static final int MOST_CHECKED = 1024;

    /** The time for which half a character keeps its message open, in milliseconds. */
    private static final int HALF_CHARACTER_MILLIS = 1000;

    /** The silence that ends a message which is complete unless the next byte belongs to its end. */
    private static final int PENDING_MILLIS = Framing.SILENCE_MILLIS;

    private final Cutter cutter;
    private final int waitMillis;
    private final boolean waitsByOrder;
    private final boolean beginsAnew;
    private final boolean cutsSends;
    private final IntPredicate insideCharacter;
    private final LongMessage longMessage;
    private int openBytes;
    private int reads;

    /**
     * Makes a splitter for the beginning of a stream.
     *
     * @param insideCharacter says whether the open message ends inside a character; takes its length in bytes, which is
     *     at most {@link #MOST_CHECKED}
     * @param encoding returns the encoding that the peer seems to speak
     */
    public MessageSplitter(Framing framing, IntPredicate insideCharacter, Supplier<Encoding> encoding) {
        this.insideCharacter = insideCharacter;
        cutter = framing.newCutter();
        waitMillis = framing.waitMillis();
        beginsAnew = framing.beginsAnewAfterSilence();
        // Data that is cut by silence is mostly binary, and its last byte may look like half a character.
        waitsByOrder = beginsAnew || framing instanceof TimedFraming || framing.kind() == SilenceFraming.KIND;
        cutsSends = !framing.endsWithEveryRead();
        longMessage = new LongMessage(encoding);
    }

    /** Returns the length of the row that has not ended yet, in bytes; 0 if none is open. */
    public int openLength() {
        return openBytes;
    }

    /**
     * Whether an automatic answer shows that the open message is complete. It must be one whole read: no other message
     * ended in it, and no other read has come since; and its end must not be sure to come.
     */
    public boolean isCompleteIfAnswered() {
        return openBytes > 0 && reads == 1 && !cutter.expectsEnd() && !endsInsideCharacter();
    }

    /**
     * Splits the next bytes that were received.
     *
     * @param silentMillis how long the peer had been silent before them
     * @param ends takes where rows end, in bytes from {@code offset}; 0 also if the silence ended the open one
     */
    public void read(byte[] bytes, int offset, int length, long silentMillis, RowEnds ends) {
        ends.clear();
        int before = openBytes;
        Completeness silenced = isEndedBySilence(silentMillis) ? endAfterSilence() : null;
        cutter.cut(bytes, offset, length, ends);
        if (length > 0) {
            ends.removeUpTo(-openBytes); // a row that was ended from outside does not end again
        }
        longMessage.limit(bytes, offset, length, openBytes, ends);
        if (silenced != null) {
            ends.addFirst(0, silenced);
            longMessage.limitEnded(before, ends);
        }
        advance(length, ends);
    }

    /**
     * Splits the next piece of what is sent. Where every read is a message, so is every send, however many pieces it
     * took.
     *
     * @param last whether the send ends with this piece, and its last message with it
     * @param isStream whether the send passes bytes on as they came, so that it need not be a message
     * @param ends takes where rows end, in bytes from {@code offset}
     */
    public void send(byte[] bytes, int offset, int length, boolean last, boolean isStream, RowEnds ends) {
        ends.clear();
        boolean isOneMessage = last && !isStream && openBytes == 0 && cutter.keepsTogether(bytes, offset, length);
        if (cutsSends && !isOneMessage) {
            cutter.cut(bytes, offset, length, ends);
            ends.removeUpTo(-openBytes);
        }
        if (last) {
            ends.add(length);
            cutter.reset();
        }
        longMessage.limit(bytes, offset, length, openBytes, ends);
        advance(length, ends);
    }

    private void advance(int length, RowEnds ends) {
        if (ends.count() > 0) {
            openBytes = 0;
            reads = ends.last() == 0 ? 1 : 0;
        } else {
            reads++;
        }
        openBytes += length - ends.last();
    }

    /** Returns the silence that will end the open message, in milliseconds; 0 if none is open or none will. */
    public int silenceMillis() {
        int wait = openBytes == 0 ? Framing.NEVER : waitMillis(endsInsideCharacter());
        return wait == Framing.NEVER ? 0 : wait;
    }

    /** Whether a message is open and a silence of this length ends it. */
    public boolean isEndedBySilence(long millis) {
        return openBytes > 0 && isOver(millis, false) && (isOver(millis, true) || !endsInsideCharacter());
    }

    private boolean isOver(long silentMillis, boolean insideCharacter) {
        int wait = waitMillis(insideCharacter);
        return wait != Framing.NEVER && silentMillis >= wait;
    }

    private int waitMillis(boolean insideCharacter) {
        if (cutter.isEndPending()) {
            return Math.min(PENDING_MILLIS, waitMillis);
        } else if (waitsByOrder) {
            return waitMillis;
        } else if (cutter.expectsEnd()) {
            return Framing.NEVER;
        }
        return insideCharacter ? Math.max(HALF_CHARACTER_MILLIS, waitMillis) : waitMillis;
    }

    private boolean endsInsideCharacter() {
        boolean isChecked = openBytes > 0 && openBytes <= MOST_CHECKED;
        return isChecked && (cutter.endsInsideCharacter() || insideCharacter.test(openBytes));
    }

    /**
     * Ends the open message, because of a silence; the framing goes on counting if it is incomplete, unless it says
     * that a silence makes it begin anew.
     *
     * @param ends takes where its rows end, before the bytes to come
     * @return how complete it is; null if none was open
     */
    public Completeness endBySilence(RowEnds ends) {
        ends.clear();
        int before = openBytes;
        Completeness ended = endAfterSilence();
        if (ended != null) {
            ends.add(0, ended);
            longMessage.limitEnded(before, ends);
        }
        return ended;
    }

    /** Ends the open message, because the stream ends or bytes of it are lost. The next byte begins a message. */
    public Completeness end(RowEnds ends) {
        Completeness ended = endBySilence(ends);
        cutter.reset();
        return ended;
    }

    private Completeness endAfterSilence() {
        if (openBytes == 0) {
            return null;
        }
        boolean lacksEnd = cutter.lacksEnd() && !cutter.isEndPending();
        Completeness ended =
                !lacksEnd ? Completeness.WHOLE : cutter.isBroken() ? Completeness.BROKEN : Completeness.INCOMPLETE;
        if (!lacksEnd || beginsAnew) {
            cutter.endBySilence();
        }
        openBytes = 0;
        reads = 0;
        return ended;
    }
}
