package dev.earshot.net;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that write to sockets. Each running task has its own thread, without a limit, so that no peer waits for
 * another one. A thread whose task has ended is kept for a moment and runs the next task: with thousands of threads, it
 * takes milliseconds to start one more, because the JVM looks at all of them.
 */
final class WriterThreads {
    private static final Logger log = LoggerFactory.getLogger(WriterThreads.class);

    /** Hands tasks to idle threads: an offer fails unless a thread is waiting for it. */
    private final SynchronousQueue<Task> idle = new SynchronousQueue<>();

    private final int idleMillis;
    private final SystemCalls system;

    /** @param name the name of the thread while it runs this task */
    private record Task(String name, Runnable body) {}

    /** @param idleMillis the time that a thread waits for its next task before it ends */
    WriterThreads(int idleMillis, SystemCalls system) {
        this.idleMillis = idleMillis;
        this.system = system;
    }

    /**
     * Starts a task that writes to a peer, which may block for long and must not throw, on its own thread; returns at
     * once.
     *
     * @return false if the system has no thread for it; then it does not run
     */
    boolean start(Peer peer, Runnable body) {
        String name = "peer " + peer.id() + " write";
        Task task = new Task(name, body);
        if (idle.offer(task)) {
            return true;
        }
        try {
            system.start(Background.leanThread(name, () -> work(task)));
            return true;
        } catch (Throwable e) {
            log.warn("no thread for {}", name, e);
            return false;
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
