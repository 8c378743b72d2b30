package dev.earshot.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes one thread once however often it was raised. Any thread may raise it; only the thread that created it waits.
 */
final class WakeSignal {
    private final Thread sleeper = Thread.currentThread();
    private final AtomicBoolean raised = new AtomicBoolean();

    void raise() {
        // Reads first: in a flood this is called a million times a second while it is raised already.
        if (!raised.get() && raised.compareAndSet(false, true)) {
            LockSupport.unpark(sleeper);
        }
    }

    /** Waits until it has been raised since the last call returned. */
    void await() {
        while (!raised.getAndSet(false)) {
            LockSupport.park(this);
        }
    }
}
