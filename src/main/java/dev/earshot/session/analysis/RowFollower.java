package dev.earshot.session.analysis;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Background;
import dev.earshot.session.SessionLog;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all rows of a log on a thread of its own, and then those that come. It looks for new rows by itself, so that
 * receiving need not wake it, and rests while nobody wants them. Every method may be called on any thread.
 */
public final class RowFollower implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(RowFollower.class);

    /** The pause between two looks for new rows. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int BATCH = 256;

    private final SessionLog rows;
    private final LongSupplier reading;
    private final int mostBytes;
    private final RowConsumer consumer;
    private final Thread thread;
    private volatile boolean active = true;
    private volatile boolean closed;
    private volatile long next;
    private volatile String failure = "";
    private long version;

    /** Takes the rows, on the thread of the follower. */
    interface RowConsumer {
        /** Forgets everything: the rows come again, from the first one, with new numbers or read in another way. */
        void begin();

        /** Takes a row. One that was removed or lost stands for all of its like that follow. */
        void take(Row row);

        /** Is told that some rows have been taken; returns whether more are wanted before the next {@link #begin}. */
        boolean taken();
    }

    /**
     * Makes a follower that is not started yet.
     *
     * @param reading returns a number that changes whenever all rows are to be read again; any thread
     * @param name of the thread
     * @param mostBytes the bytes that are read of a row at most
     */
    RowFollower(SessionLog rows, LongSupplier reading, String name, int mostBytes, RowConsumer consumer) {
        this.rows = rows;
        this.reading = reading;
        this.mostBytes = mostBytes;
        this.consumer = consumer;
        thread = Background.thread(name, this::run);
    }

    RowFollower start() {
        version = reading.getAsLong();
        thread.start();
        return this;
    }

    /** Lets the follower go on, or rest. */
    public void setActive(boolean wanted) {
        active = wanted;
        LockSupport.unpark(thread);
    }

    /** Returns the number of rows that have been read. */
    public long done() {
        return next;
    }

    /** Returns the number of rows in the log. */
    public long all() {
        return rows.rowCount();
    }

    /** Returns why rows cannot be read, in the system's words; empty while all is well. */
    public String failure() {
        return failure;
    }

    /** Ends the thread soon. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** Whether the thread has ended. */
    boolean isEnded() {
        return !thread.isAlive();
    }

    private void run() {
        try (RowReader reader = rows.reader()) {
            boolean wanted = true;
            while (!closed) {
                if (!active) {
                    LockSupport.park(this);
                } else if (wanted || reading.getAsLong() != version) {
                    wanted = read(reader);
                } else {
                    LockSupport.parkNanos(this, PAUSE_NANOS);
                }
            }
        } catch (IOException e) {
            if (!closed) {
                log.warn("the rows cannot be read", e);
                failure = e.getMessage() == null ? e.toString() : e.getMessage();
                consumer.taken();
            }
        }
    }

    /** Reads some rows, or waits for some; returns whether more are wanted. */
    private boolean read(RowReader reader) throws IOException {
        long present = reading.getAsLong();
        if (present != version) {
            version = present;
            next = 0;
            consumer.begin();
        }
        long end = Math.min(reader.count(), next + BATCH);
        if (next >= end) {
            LockSupport.parkNanos(this, PAUSE_NANOS);
            return true;
        }
        try {
            next = readTo(reader, end);
        } catch (IndexOutOfBoundsException e) {
            return true; // another framing was chosen just now, and there are fewer rows
        }
        return consumer.taken();
    }

    private long readTo(RowReader reader, long end) throws IOException {
        long number = next;
        while (number < end) {
            Row row = reader.read(number, mostBytes);
            consumer.take(row);
            number = row.isMissing() ? Math.max(number + 1, reader.oldestRow()) : number + 1;
        }
        return number;
    }
}
