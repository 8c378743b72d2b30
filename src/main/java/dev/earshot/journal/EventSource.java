package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;

/** Reads the capture of another program and gives the events that it finds there. Run by one thread. */
public interface EventSource {

    /** Records the events; times are nanoseconds since 1970-01-01 UTC. */
    interface Recorder {

        /** Takes an event without data. */
        void on(Event event, long epochNanos) throws IOException;

        /**
         * Takes data of one packet.
         *
         * @param frame the number of that packet in its capture, counted from 1
         */
        void onData(Event data, long epochNanos, long frame) throws IOException;

        /** Takes what a person has written about the packet of the event before. */
        void onComment(String text);

        /** Takes a peer whose conversation began before the capture. */
        void onUnderWay(Peer peer, long epochNanos) throws IOException;

        /**
         * Learns that bytes of one direction are missing before what comes next.
         *
         * @param cutOff whether a packet was only captured in part; else it is missing as a whole
         */
        void onGap(Peer peer, boolean inbound, long bytes, boolean cutOff, long epochNanos) throws IOException;
    }

    /**
     * Reads everything.
     *
     * @throws NotACaptureException if it cannot be read at all
     * @throws IOException if the disk fails or the recorder throws it
     */
    void read(Recorder recorder, TaskProgress opening) throws IOException;
}
