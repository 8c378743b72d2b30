package dev.earshot.reply;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs delayed answers and other tasks of each peer, and cancels those of a peer that has left. Any thread. */
final class DelayedReplies {
    private final ReplyScheduler scheduler;
    private final ReplySender sender;
    private final Supplier<Behaviour> currentBehaviour;
    private final AtomicBoolean full = new AtomicBoolean();

    /** @param currentBehaviour returns the behaviour that applies now */
    DelayedReplies(ReplyScheduler scheduler, ReplySender sender, Supplier<Behaviour> currentBehaviour) {
        this.scheduler = scheduler;
        this.sender = sender;
        this.currentBehaviour = currentBehaviour;
    }

    /** Returns whether the current behaviour still has the kind of answer of the original one, which ordered a task. */
    boolean isInForce(Behaviour original) {
        return currentBehaviour.get().answer().kind() == original.answer().kind();
    }

    /**
     * Runs a task for a peer after a delay in milliseconds, unless the peer has left by then. 0 = at once.
     *
     * @param bytes the number of bytes that the task holds until then
     * @return false if too much is waiting already, which is noted once an episode
     */
    boolean runAfter(PeerState about, int millis, int bytes, Runnable task) {
        if (millis == 0) {
            task.run();
            return true;
        }
        Set<ReplyScheduler.DelayedTask> tasks = about.delayedTasks();
        AtomicInteger pending = about.activeState().pendingTasks;
        pending.incrementAndGet();
        ReplyScheduler.DelayedTask delayed = scheduler.runAfter(millis, bytes, done -> {
            tasks.remove(done);
            try {
                task.run();
            } finally {
                pending.decrementAndGet(); // after it has sent: until then the conversation stays open
            }
        });
        if (delayed == null) {
            pending.decrementAndGet();
            noteFull();
            return false;
        }
        tasks.add(delayed);
        if (delayed.isFinished()) {
            tasks.remove(delayed);
        }
        if (scheduler.hasRoom()) {
            full.set(false);
        }
        return true;
    }

    private void noteFull() {
        if (full.compareAndSet(false, true)) {
            sender.note(null, ReplyNote.DELAYS_FULL, ReplyScheduler.MOST_TASKS);
        }
        sender.countWithheld();
    }

    /** Cancels all delayed tasks of this peer; returns how many of them were answers. */
    static int cancelAll(PeerState state) {
        PeerState.ActiveState active = state.existingActiveState();
        if (active == null || active.delayedTasks == null) {
            return 0;
        }
        int answers = 0;
        for (ReplyScheduler.DelayedTask task : active.delayedTasks) {
            if (task.cancel()) {
                active.pendingTasks.decrementAndGet();
                answers += task.holdsBytes() ? 1 : 0;
            }
        }
        return answers;
    }
}
