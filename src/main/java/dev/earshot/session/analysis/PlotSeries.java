package dev.earshot.session.analysis;

import dev.earshot.codec.RegularExpression;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.net.Peer;
import dev.earshot.session.Session;
import dev.earshot.session.SessionLog;
import dev.earshot.session.settings.PlotSetup.Direction;
import dev.earshot.session.settings.PlotSetup.SourceKind;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A series of a plot: the numbers of some messages of a log, as lines that grow with it. Any thread. */
public final class PlotSeries implements Closeable {
    /** The greatest number of points of a series; 28 bytes each. */
    public static final int MOST_POINTS = 10_000_000;

    /** The greatest number of lines, where each client has its own. */
    public static final int MOST_LINES = 100;

    /** The number of unread rows from which on the progress is worth showing. */
    public static final int BEHIND = 5_000;

    /** The number of messages on which an expression may take too long before it is given up. */
    private static final int MOST_GIVEN_UP = 20;

    private static final int MOST_BYTES = 1 << 20;

    private final Session session;
    private final Query query;
    private final int mostPoints;
    private final RowNumbers numbers;
    private final Map<Integer, Line> byPeer = new HashMap<>(); // confined to the thread
    private final RowFollower follower;
    private final Map<Integer, Peer> peers = new ConcurrentHashMap<>();
    private volatile List<Line> lines = List.of();
    private volatile long version;
    private volatile long points;
    private volatile State state = State.READING;
    private volatile boolean linesLeftOut;
    private int givenUp;

    /** The state of the reading. */
    public enum State {
        /** It goes on as rows come. */
        READING,
        /** It has ended, because there are too many points. */
        FULL,
        /** It has ended, because the expression took too long on too many messages. */
        TOO_SLOW,
        /** It has ended, because rows cannot be read; see {@link RowFollower#failure}. */
        FAILED
    }

    /**
     * The numbers of a series.
     *
     * @param source the number of a message
     * @param peers whose messages are read
     * @param received whether received messages are read
     * @param sent whether sent messages are read
     * @param perClient whether each client has a line of its own
     */
    public record Query(NumberSource source, PeerSet peers, boolean received, boolean sent, boolean perClient) {
        /** Makes a query for the messages of one direction or both. */
        public static Query of(NumberSource source, PeerSet peers, Direction direction, boolean perClient) {
            return new Query(source, peers, direction != Direction.SENT, direction != Direction.RECEIVED, perClient);
        }

        /** Returns which messages are read. */
        public Direction direction() {
            return !sent ? Direction.RECEIVED : received ? Direction.BOTH : Direction.SENT;
        }

        boolean wants(Row row) {
            boolean kind = row.kind() == Row.Kind.RECEIVED ? received : row.kind() == Row.Kind.SENT && sent;
            return kind && peers.contains(row.peerId());
        }
    }

    /**
     * A line.
     *
     * @param peer its client; null if it has all of them
     */
    public record Line(Peer peer, NumberPoints points) {}

    private PlotSeries(Session session, Query query, int mostPoints) {
        this.session = session;
        this.query = query;
        this.mostPoints = mostPoints;
        numbers = new RowNumbers(query.source, session.log().lens());
        follower = new RowFollower(session.log(), this::reading, "plot", MOST_BYTES, new Consumer());
    }

    /** Returns a number that changes whenever rows get new numbers, or may have other values. */
    private long reading() {
        SessionLog log = session.log();
        long layouts = query.source.kind() == SourceKind.FIELD ? log.layoutVersion() : 0;
        return (long) log.generation() + log.encodingVersion() + layouts;
    }

    /** Begins to read the rows of the session, on a thread {@code plot} of its own. */
    public static PlotSeries start(Session session, Query query) {
        return start(session, query, MOST_POINTS);
    }

    static PlotSeries start(Session session, Query query, int mostPoints) {
        PlotSeries series = new PlotSeries(session, query, mostPoints);
        series.follower.start();
        return series;
    }

    /** Returns what is read. */
    public Query query() {
        return query;
    }

    /** Returns the lines in the order of their first points. */
    public List<Line> lines() {
        return lines;
    }

    /** Returns the client of this number; null if no point is from it. */
    public Peer peer(int number) {
        return peers.get(number);
    }

    /** Returns a number that changes whenever there are more points, or others. */
    public long version() {
        return version;
    }

    /** Returns the number of points of all lines. */
    public long points() {
        return points;
    }

    public State state() {
        return state;
    }

    /** Whether there were more clients than {@link #MOST_LINES}, so that some have no line. */
    public boolean isLinesLeftOut() {
        return linesLeftOut;
    }

    /** Returns the thread that reads the rows, with its progress. */
    public RowFollower follower() {
        return follower;
    }

    /** Ends the reading; the points stay. */
    @Override
    public void close() {
        follower.close();
    }

    private final class Consumer implements RowFollower.RowConsumer {
        @Override
        public void begin() {
            numbers.lens(session.log().lens());
            byPeer.clear();
            lines = List.of();
            points = 0;
            linesLeftOut = false;
            givenUp = 0;
            state = State.READING;
            bump();
        }

        @Override
        public void take(Row row) {
            if (row.isMissing()) {
                for (Line line : lines) {
                    addGap(line.points, row);
                }
            } else if (givenUp < MOST_GIVEN_UP && query.wants(row)) {
                read(row);
            }
        }

        private void read(Row row) {
            try {
                if (numbers.read(row)) {
                    add(row, numbers.number());
                }
            } catch (RegularExpression.TooLongException | StackOverflowError e) {
                givenUp++;
            }
        }

        @Override
        public boolean taken() {
            numbers.lens(session.log().lens());
            if (!follower.failure().isEmpty()) {
                state = State.FAILED;
            } else if (givenUp >= MOST_GIVEN_UP) {
                state = State.TOO_SLOW;
            } else if (points >= mostPoints) {
                state = State.FULL;
            }
            bump();
            return state == State.READING;
        }
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the thread
    private void bump() {
        version++;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the thread
    private void add(Row row, double number) {
        Line line = byPeer.get(query.perClient ? row.peerId() : 0);
        if (line == null) {
            line = newLine(row.peer());
        }
        if (line != null && points < mostPoints) {
            // An endless value has no place in a picture.
            double value = Double.isInfinite(number) ? Double.NaN : number;
            peers.putIfAbsent(row.peerId(), row.peer());
            line.points.add(row.epochNanos(), value, row.number(), row.peerId());
            points++;
        }
    }

    private Line newLine(Peer peer) {
        if (lines.size() >= MOST_LINES) {
            linesLeftOut = true;
            return null;
        }
        Line line = new Line(query.perClient ? peer : null, new NumberPoints());
        byPeer.put(query.perClient ? peer.id() : 0, line);
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        lines = List.copyOf(more);
        return line;
    }

    /** Breaks a line where rows are missing. */
    private static void addGap(NumberPoints line, Row row) {
        int size = line.size();
        if (size > 0 && !Double.isNaN(line.value(size - 1))) {
            line.addGap(Math.max(row.epochNanos(), line.time(size - 1)), row.number());
        }
    }
}
