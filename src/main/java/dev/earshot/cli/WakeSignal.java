package dev.earshot.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Wakes one thread once for any number of reasons. Raised by any thread and cheaply; awaited by the one that made it. */
final class WakeSignal {
    private final Thread sleeper = Thread.currentThread();
    private final AtomicBoolean raised = new AtomicBoolean();

    void raise() {
        // The look first: a flood raises a million times a second what is raised already.
        if (!raised.get() && raised.compareAndSet(false, true)) {
            LockSupport.unpark(sleeper);
        }
    }

    /** Returns as soon as it has been raised since the last return. */
    void await() {
        while (!raised.getAndSet(false)) {
            LockSupport.park(this);
        }
    }
}
