package dev.earshot.net;

/** Receives the events of an endpoint. Called on the endpoint's threads, by several at once. */
public interface EventSink {

    /** Handles one event. May block, which slows down a sender that is too fast. Never throws. */
    void on(Event event);

    /**
     * Returns how long a peer may be silent before {@link Event.Silent} is due. Called every few milliseconds while the
     * peer's reader waits for bytes: it has reported all that it read, and reports nothing during the call. Also called
     * by a busy reader before it pauses.
     *
     * @return milliseconds, or 0 if silence is of no interest now
     */
    default int silenceMillis(Peer peer) {
        return 0;
    }

    /**
     * Returns whether an answer to a peer waits for its time. Then the conversation with it must not be closed,
     * although the peer has finished sending. Must return at once.
     */
    default boolean hasPendingAnswer(Peer peer) {
        return false;
    }
}
