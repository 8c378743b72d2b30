package dev.earshot.session;

import java.util.function.LongSupplier;

/**
 * Lets another thread get a processor before the readers of busy clients: they rest until that thread has finished, but
 * only for a bounded time. Any thread.
 */
public final class ReaderRest {
    /** The longest rest in nanoseconds. */
    static final long MAX_NANOS = 20_000_000;

    private final LongSupplier clock;

    /** The time at which the rest ends at the latest; 0: there is none. */
    private volatile long end;

    ReaderRest() {
        this(System::nanoTime);
    }

    /** @param clock gives the time in nanoseconds */
    ReaderRest(LongSupplier clock) {
        this.clock = clock;
    }

    /** Asks busy readers to rest until {@link #end}. */
    public void begin() {
        end = (clock.getAsLong() + MAX_NANOS) | 1; // never 0
    }

    /** Lets the readers go on. */
    public void end() {
        end = 0;
    }

    /** Returns the nanoseconds for which a busy reader shall still rest, at most; 0 or less: it shall not. */
    long nanosLeft() {
        long until = end;
        return until == 0 ? 0 : until - clock.getAsLong();
    }
}
