package dev.earshot.net;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Remembers whether and why one conversation ends. The first reason stays, but our RST replaces our FIN. Any thread.
 */
final class ConversationEnd {
    private final AtomicReference<CloseReason> reason = new AtomicReference<>(); // null: it goes on

    /** Begins the end for this reason, unless it has begun. */
    void begin(CloseReason why) {
        reason.compareAndSet(null, why);
    }

    /** Begins the end with RST, even where we have begun it with FIN. */
    void beginReset() {
        reason.updateAndGet(before -> before == null || before == CloseReason.HERE ? CloseReason.RESET_HERE : before);
    }

    boolean hasBegun() {
        return reason.get() != null;
    }

    /** Whether we have begun it. */
    boolean isHere() {
        return reason.get() == CloseReason.HERE || isResetHere();
    }

    boolean isResetHere() {
        return reason.get() == CloseReason.RESET_HERE;
    }

    /** Returns the reason; null before the end has begun. */
    CloseReason reason() {
        return reason.get();
    }
}
