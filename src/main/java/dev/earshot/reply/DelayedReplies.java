package dev.earshot.reply;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Sends answers after a delay, and forgets those of a peer that has left. Any thread. */
final class DelayedReplies {
    private final ReplyScheduler later;
    private final ReplySender sender;
    private final Supplier<Behaviour> inForce;
    private final AtomicBoolean full = new AtomicBoolean();

    /** @param inForce the behaviour of this moment */
    DelayedReplies(ReplyScheduler later, ReplySender sender, Supplier<Behaviour> inForce) {
        this.later = later;
        this.sender = sender;
        this.inForce = inForce;
    }

    /** Whether what this behaviour has ordered is still wanted: another one of its kind may have taken its place. */
    boolean isInForce(Behaviour ordered) {
        return inForce.get().answer().kind() == ordered.answer().kind();
    }

    /**
     * Does something after so many milliseconds, 0 = now, unless the peer has left by then.
     *
     * @param bytes that it holds until then
     * @return false, and a note once an episode, if too much is waiting already
     */
    boolean after(PeerState about, int millis, int bytes, Runnable task) {
        if (millis == 0) {
            task.run();
            return true;
        }
        Set<ReplyScheduler.Waiting> waiting = about.waiting();
        ReplyScheduler.Waiting one = later.after(millis, bytes, done -> {
            waiting.remove(done);
            task.run();
        });
        if (one == null) {
            tellFull();
            return false;
        }
        waiting.add(one);
        if (one.isDone()) {
            waiting.remove(one);
        }
        if (later.hasRoom()) {
            full.set(false);
        }
        return true;
    }

    private void tellFull() {
        if (full.compareAndSet(false, true)) {
            sender.note(null, ReplyNote.DELAYS_FULL, ReplyScheduler.MOST);
        }
        sender.withhold();
    }

    /** Forgets what waits for this peer. */
    static void forget(PeerState state) {
        PeerState.Memory memory = state.remembered();
        if (memory != null && memory.waiting != null) {
            memory.waiting.forEach(ReplyScheduler.Waiting::cancel);
        }
    }
}
