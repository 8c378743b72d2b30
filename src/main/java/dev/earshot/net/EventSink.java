package dev.earshot.net;

/** Who is told what happens at an endpoint. Called on the endpoint's threads, by several at once. */
public interface EventSink {

    /** Takes one event, and may block: that is what slows a too fast sender down. Never throws. */
    void on(Event event);

    /**
     * How long this peer may be silent before {@link Event.Silent} is due. Asked every few milliseconds while the peer's
     * reader waits for bytes: what it has told is then known, and until the answer is given it tells nothing.
     *
     * @return milliseconds, or 0 if silence is of no interest now
     */
    default int silenceMillis(Peer peer) {
        return 0;
    }
}
