package dev.earshot.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** A send that runs on a thread of its own until it is done, stopped, or fails. Any thread. */
public abstract class BackgroundSend {
    final StopSignal stopSignal = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Problem problem;

    /** Sends everything; returns when that is done or was stopped. */
    abstract void run() throws Problem, InterruptedException;

    final void start(String name) {
        Background.run(name, this::runToTheEnd);
    }

    private void runToTheEnd() {
        try {
            run();
        } catch (Problem e) {
            problem = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(getClass())
                    .error("{} ended", Thread.currentThread().getName(), e);
            problem = new Problem("problem.send.failed", -1, e.toString());
        } finally {
            ended.countDown();
        }
    }

    /** Asks it to end soon; returns at once. */
    public final void stop() {
        stopSignal.stop();
    }

    /** Whether it was asked to end. */
    public final boolean isStopped() {
        return stopSignal.isStopped();
    }

    /** Whether it has ended, for whatever reason. */
    public final boolean isEnded() {
        return ended.getCount() == 0;
    }

    /** Waits until it has ended. */
    public final void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Returns why it failed; empty if it did not. */
    public final Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
