package dev.earshot.session.analysis;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.util.ArrayList;
import java.util.List;

/**
 * The lane of one client in the timeline: when it was connected, how much it sent and got, and what went wrong. One
 * thread writes, any thread reads.
 */
public final class ClientLane {
    /** The greatest number of marks of a lane; later ones are left out. */
    public static final int MOST_MARKS = 500;

    private final Peer peer;
    private final long joined;
    private final long joinedRow;
    private final LaneActivity activity;
    private volatile long left = Long.MAX_VALUE;
    private volatile long latest;
    private volatile long received; // one writer, as for all of these
    private volatile long sent;
    private volatile List<Mark> marks = List.of();

    /**
     * An event that is marked.
     *
     * @param time in nanoseconds since 1970-01-01 UTC
     * @param row its number
     */
    public record Mark(MarkKind kind, long time, long row, Event event) {}

    /** The kinds of marks. */
    public enum MarkKind {
        /** The client does not read. */
        STALLED,
        /** It reads again. */
        RESUMED,
        /** The conversation was reset or failed. */
        RESET,
        /** Something failed, such as accepting a client. */
        ERROR,
        /** Something that may recover by itself. */
        WARNING,
        /** The endpoint was opened. */
        OPENED,
        /** The endpoint was closed. */
        CLOSED
    }

    /** @param peer the client; null for what is about the endpoint */
    ClientLane(Peer peer, long joined, long joinedRow) {
        this.peer = peer;
        this.joined = joined;
        this.joinedRow = joinedRow;
        activity = new LaneActivity(joined);
        latest = joined;
    }

    void add(long time, int bytes, boolean isReceived, long row) {
        activity.add(time, bytes, row);
        if (isReceived) {
            received += bytes;
        } else {
            sent += bytes;
        }
        latest = Math.max(latest, time);
    }

    void mark(Mark mark) {
        latest = Math.max(latest, mark.time);
        if (marks.size() < MOST_MARKS) {
            List<Mark> more = new ArrayList<>(marks);
            more.add(mark);
            marks = List.copyOf(more);
        }
    }

    void leave(long time) {
        left = time;
        latest = Math.max(latest, time);
    }

    /** Returns the client; null for the lane of the endpoint. */
    public Peer peer() {
        return peer;
    }

    /** Returns when it joined, in nanoseconds since 1970-01-01 UTC. */
    public long joined() {
        return joined;
    }

    /** Returns the number of the row that tells of its joining, or of its first one. */
    public long joinedRow() {
        return joinedRow;
    }

    /** Returns when it left; {@link Long#MAX_VALUE} as long as it is there. */
    public long left() {
        return left;
    }

    /** Whether it has left. */
    public boolean hasLeft() {
        return left != Long.MAX_VALUE;
    }

    /** Returns the time of its latest row. */
    public long latest() {
        return latest;
    }

    /** Returns the bytes received from it. */
    public long received() {
        return received;
    }

    /** Returns the bytes sent to it. */
    public long sent() {
        return sent;
    }

    /** Returns its marks in the order of their rows. */
    public List<Mark> marks() {
        return marks;
    }

    /** Returns its bytes in steps of time. */
    public LaneActivity activity() {
        return activity;
    }
}
