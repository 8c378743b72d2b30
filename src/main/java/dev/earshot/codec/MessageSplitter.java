package dev.earshot.codec;

import java.util.function.IntPredicate;

/**
 * Finds where messages end in one direction of one peer's stream: by the framing, by silence, by the end of the stream
 * and by the limits. The log and the automatic replies both split with it, so that a row is a message; only the log
 * limits the reads. It keeps no bytes and allocates nothing for a read. Used by one thread at a time.
 */
public final class MessageSplitter {
    /** The longest open message for which the end inside a character is looked for, in bytes. */
    public static final int MOST_CHECKED = 1024;

    /** The limit of a splitter that lets a message come in any number of reads. */
    public static final int ANY_READS = Integer.MAX_VALUE;

    /** The time for which half a character keeps its message open, in milliseconds. */
    private static final int HALF_CHARACTER_MILLIS = 1000;

    private final Cutter cutter;
    private final int waitMillis;
    private final boolean cutsSends;
    private final int mostReads;
    private final IntPredicate insideCharacter;
    private int openBytes;
    private int reads;

    /**
     * Makes a splitter for the beginning of a stream.
     *
     * @param mostReads ends a message after so many reads; {@link #ANY_READS} for no such limit
     * @param insideCharacter says whether the open message ends inside a character; takes its length in bytes, which is
     *     at most {@link #MOST_CHECKED}
     */
    public MessageSplitter(Framing framing, int mostReads, IntPredicate insideCharacter) {
        this.mostReads = mostReads;
        this.insideCharacter = insideCharacter;
        cutter = framing.newCutter();
        waitMillis = framing.waitMillis();
        cutsSends = !framing.endsWithEveryRead();
    }

    /** Returns the length of the message that has not ended yet, in bytes; 0 if none is open. */
    public int openLength() {
        return openBytes;
    }

    /** Whether the open message is one whole read: no other message ended in it, and no other read has come since. */
    public boolean isOneRead() {
        return openBytes > 0 && reads == 1;
    }

    /**
     * Splits the next bytes that were received.
     *
     * @param silentMillis how long the peer had been silent before them
     * @param ends takes where messages end, in bytes from {@code offset}; 0 means that the silence ended the open one
     */
    public void read(byte[] bytes, int offset, int length, long silentMillis, RowEnds ends) {
        ends.clear();
        if (isEndedBySilence(silentMillis)) {
            ends.add(0);
            end();
        }
        cutter.cut(bytes, offset, length, ends);
        limit(length, ends);
        advance(length, ends);
    }

    /**
     * Splits the next piece of what is sent. Where every read is a message, so is every send, however many pieces it
     * took.
     *
     * @param last whether the send ends with this piece, and its last message with it
     * @param ends takes where messages end, in bytes from {@code offset}
     */
    public void send(byte[] bytes, int offset, int length, boolean last, RowEnds ends) {
        ends.clear();
        if (cutsSends) {
            cutter.cut(bytes, offset, length, ends);
        }
        limit(length, ends);
        if (last) {
            ends.add(length);
            cutter.reset();
        }
        advance(length, ends);
    }

    private void limit(int length, RowEnds ends) {
        reads++;
        if (openBytes > 0 || ends.count() == 0) {
            ends.limitFirst(Cutter.MAX_ROW - openBytes, length);
        }
        if (reads >= mostReads && ends.count() == 0) {
            ends.add(length);
        }
    }

    private void advance(int length, RowEnds ends) {
        if (ends.count() > 0) {
            openBytes = 0;
            reads = 0;
        }
        openBytes += length - ends.last();
    }

    /** Returns the silence that will end the open message, in milliseconds; 0 if none is open. */
    public int silenceMillis() {
        return openBytes == 0 ? 0 : waitMillis(endsInsideCharacter());
    }

    /** Whether a message is open and a silence of this length ends it. */
    public boolean isEndedBySilence(long millis) {
        return openBytes > 0 && millis >= waitMillis(false) && (millis >= waitMillis(true) || !endsInsideCharacter());
    }

    private int waitMillis(boolean insideCharacter) {
        return insideCharacter ? Math.max(HALF_CHARACTER_MILLIS, waitMillis) : waitMillis;
    }

    /** Whether the open message ends inside a character, so that more of it is to be expected. */
    public boolean endsInsideCharacter() {
        return openBytes > 0 && openBytes <= MOST_CHECKED && insideCharacter.test(openBytes);
    }

    /** Ends the open message, as a silence or the end of the stream does; returns whether one was open. */
    public boolean end() {
        boolean ended = openBytes > 0;
        if (ended) {
            cutter.reset();
            openBytes = 0;
            reads = 0;
        }
        return ended;
    }
}
