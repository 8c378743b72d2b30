package dev.earshot.net;

/** Receives the events of an endpoint. Called on the endpoint's threads, by several at once. */
public interface EventSink {

    /** Takes one event, and may block: that is what slows a too fast sender down. Never throws. */
    void on(Event event);

    /**
     * Tells how long a peer may be silent before {@link Event.Silent} is due. Called every few milliseconds while the
     * peer's reader waits for bytes: everything that it has read was told before, and it tells nothing during the call.
     *
     * @return milliseconds, or 0 if silence is of no interest now
     */
    default int silenceMillis(Peer peer) {
        return 0;
    }
}
