package dev.earshot.net;

/** Who is told what happens at an endpoint. Called on the endpoint's threads, by several at once. */
public interface EventSink {

    /** Takes one event, and may block: that is what slows a too fast sender down. Never throws. */
    void on(Event event);

    /**
     * How long the next read of this peer may block before {@link Event.Silent} is due. Asked by the peer's reader
     * before each read.
     *
     * @return milliseconds, or 0 if silence is of no interest now
     */
    default int silenceMillis(Peer peer) {
        return 0;
    }
}
