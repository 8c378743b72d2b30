package dev.earshot.session.analysis;

import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.NoteSeverity;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import dev.earshot.session.Session;
import dev.earshot.session.analysis.ClientLane.MarkKind;
import java.io.Closeable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** All clients of a session, each with its lane, in the order in which they joined. Any thread. */
public final class ClientTimeline implements Closeable {
    /** The greatest number of lanes; later clients are left out. */
    public static final int MOST_LANES = 100_000;

    private static final int FIRST_LANES = 64;

    private final RowFollower follower;
    private final Map<Integer, ClientLane> byPeer = new HashMap<>(); // confined to the thread
    private volatile ClientLane[] lanes = new ClientLane[FIRST_LANES];
    private volatile int size;
    private volatile long version;
    private volatile long latest = Long.MIN_VALUE;
    private ClientLane endpoint; // null before the first row; confined to the thread

    private ClientTimeline(Session session) {
        follower = new RowFollower(session.log(), session.log()::generation, "timeline", 0, new Consumer());
    }

    /** Begins to read the rows of the session, on a thread {@code timeline} of its own. */
    public static ClientTimeline start(Session session) {
        ClientTimeline timeline = new ClientTimeline(session);
        timeline.follower.start();
        return timeline;
    }

    /** Returns the number of lanes. The first one is that of the endpoint. */
    public int size() {
        return size;
    }

    /** Returns a lane. */
    public ClientLane lane(int number) {
        return lanes[number];
    }

    /** Returns the time of the latest row; {@link Long#MIN_VALUE} if there is none. */
    public long latest() {
        return latest;
    }

    /** Returns a number that changes whenever there is more. */
    public long version() {
        return version;
    }

    /** Returns the thread that reads the rows, with its progress. */
    public RowFollower follower() {
        return follower;
    }

    /** Ends the reading; the lanes stay. */
    @Override
    public void close() {
        follower.close();
    }

    private final class Consumer implements RowFollower.RowConsumer {
        @Override
        public void begin() {
            byPeer.clear();
            endpoint = null;
            size = 0;
            latest = Long.MIN_VALUE;
        }

        @Override
        public void take(Row row) {
            if (row.isMissing() || row.epochNanos() == 0) {
                return;
            }
            latest = Math.max(latest, row.epochNanos());
            if (endpoint == null) {
                endpoint = newLane(null, row);
            }
            ClientLane lane = lane(row);
            if (lane == null) {
                return;
            }
            if (row.kind() == Row.Kind.EVENT) {
                takeEvent(lane, row, row.event());
            } else {
                lane.add(row.epochNanos(), row.length(), row.kind() == Row.Kind.RECEIVED, row.number());
            }
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the thread
        public boolean taken() {
            version++;
            return true;
        }
    }

    /** Returns the lane of a row; null if there are too many. */
    private ClientLane lane(Row row) {
        if (row.peer() == null) {
            return endpoint;
        }
        ClientLane lane = byPeer.get(row.peerId());
        if (lane == null) {
            boolean refused = row.event() instanceof Event.Note;
            if (refused || size >= MOST_LANES) { // a client that was refused never joined
                return refused ? endpoint : null;
            }
            lane = newLane(row.peer(), row);
            byPeer.put(row.peerId(), lane);
        }
        return lane;
    }

    private ClientLane newLane(Peer peer, Row row) {
        ClientLane lane = new ClientLane(peer, row.epochNanos(), row.number());
        ClientLane[] all = lanes;
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        all[size] = lane;
        lanes = all;
        size = size + 1; // last: who reads it sees the lane
        return lane;
    }

    private static void takeEvent(ClientLane lane, Row row, Event event) {
        if (event instanceof Event.Left left) {
            boolean reset = left.why() == Event.Reason.RESET_BY_PEER
                    || left.why() == Event.Reason.RESET_HERE
                    || left.why() == Event.Reason.FAILED;
            if (reset) {
                mark(lane, MarkKind.RESET, row);
            }
            lane.leave(row.epochNanos());
        } else if (event instanceof Event.Opened) {
            mark(lane, MarkKind.OPENED, row);
        } else if (event instanceof Event.Closed) {
            mark(lane, MarkKind.CLOSED, row);
        } else if (event instanceof Event.Note note) {
            if (note.kind() == TcpNote.STALLED) {
                mark(lane, MarkKind.STALLED, row);
            } else if (note.kind() == TcpNote.RESUMED) {
                mark(lane, MarkKind.RESUMED, row);
            } else if (note.kind().severity() != NoteSeverity.INFO) {
                boolean error = note.kind().severity() == NoteSeverity.ERROR;
                mark(lane, error ? MarkKind.ERROR : MarkKind.WARNING, row);
            }
        }
    }

    private static void mark(ClientLane lane, MarkKind kind, Row row) {
        lane.mark(new ClientLane.Mark(kind, row.epochNanos(), row.number(), row.event()));
    }
}
