package dev.earshot.reply;

import dev.earshot.reply.rules.Message;

/**
 * Carries out one kind of answer at one endpoint. Called on the thread that reports the peer's events, for one peer at
 * a time.
 */
interface Replier {

    /** A replier that answers nothing. */
    Replier NONE = new Replier() {
        @Override
        public boolean takesMessages() {
            return false;
        }
    };

    /** The bytes after a message in the read that completed it. The buffer belongs to the reader. */
    record Remainder(byte[] buffer, int offset, int length) {
        static final Remainder NONE = new Remainder(new byte[0], 0, 0);
    }

    /** Returns whether bytes are split into messages for it; otherwise it is given reads only. */
    default boolean takesMessages() {
        return true;
    }

    /**
     * Returns whether it is given a message of several rows row by row. Otherwise it is given the first MiB, at the
     * end.
     */
    default boolean takesParts() {
        return false;
    }

    /** Answers a read at once; returns whether it was answered. The buffer belongs to the reader. */
    default boolean answerRead(PeerState from, byte[] buffer, int offset, int length) {
        return false;
    }

    /** Returns whether messages of this peer must be passed to {@link #answerMessage}. */
    default boolean wantsMessagesOf(PeerState from) {
        return false;
    }

    /** Answers a message; returns whether it was answered. */
    default boolean answerMessage(PeerState from, Message message, Remainder rest) {
        return false;
    }
}
