package dev.earshot.reply;

/**
 * Carries out one kind of answer at one endpoint. Called on the thread that reports the peer's events, for one peer at a time.
 */
interface Replier {

    /** Takes nothing and answers nothing. */
    Replier NONE = new Replier() {
        @Override
        public boolean takesMessages() {
            return false;
        }
    };

    /** What stands behind a message in the read in which it ended. The buffer is the reader's own. */
    record Remainder(byte[] buffer, int offset, int length) {
        static final Remainder NONE = new Remainder(new byte[0], 0, 0);
    }

    /** Whether messages are cut for it; otherwise it is given reads only. */
    default boolean takesMessages() {
        return true;
    }

    /** Takes a read at once; returns whether it was answered. The buffer is the reader's own. */
    default boolean answerRead(PeerState from, byte[] buffer, int offset, int length) {
        return false;
    }

    /** Whether messages of this peer are to be looked at. */
    default boolean wantsMessagesOf(PeerState from) {
        return false;
    }

    /** Takes a message; returns whether it was answered. */
    default boolean answerMessage(PeerState from, Message message, Remainder rest) {
        return false;
    }
}
