package dev.earshot.net;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that write. Each task has one for itself as long as it runs, however many there are, so that no peer waits for
 * another one. A thread whose task is done is kept for a moment and takes the next: with thousands of threads alive, to
 * start one more takes milliseconds, because the JVM looks at all of them.
 */
final class WriterThreads {
    private static final Logger log = LoggerFactory.getLogger(WriterThreads.class);

    /** Takes a task only from hand to hand: an offer fails unless a thread is waiting for it. */
    private final SynchronousQueue<Task> idle = new SynchronousQueue<>();

    private final int idleMillis;
    private final SystemCalls machine;

    /** @param name of the thread while it runs this */
    private record Task(String name, Runnable body) {}

    /** @param idleMillis how long a thread waits for its next task before it ends */
    WriterThreads(int idleMillis, SystemCalls machine) {
        this.idleMillis = idleMillis;
        this.machine = machine;
    }

    /**
     * Runs a task, which must not throw, on a thread of its own; returns at once.
     *
     * @throws OutOfMemoryError if the system has no thread for it
     */
    void run(String name, Runnable body) {
        Task task = new Task(name, body);
        if (!idle.offer(task)) {
            machine.start(Background.leanThread(name, () -> work(task)));
        }
    }

    private void work(Task first) {
        try {
            for (Task task = first; task != null; task = idle.poll(idleMillis, TimeUnit.MILLISECONDS)) {
                Thread.currentThread().setName(task.name());
                task.body().run();
                Thread.currentThread().setName("write");
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts a writer", e);
        }
    }
}
