package dev.earshot.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** What goes on by itself once it was started, until it is done, stopped, or cannot go on. Any thread. */
public abstract class BackgroundSend {
    final StopSignal stopping = new StopSignal();
    private volatile boolean ended;
    private volatile Problem problem;

    /** Does it all. Returns when it is done or stopped. */
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
            ended = true;
        }
    }

    /** Ends it soon; returns at once. */
    public final void stop() {
        stopping.stop();
    }

    /** Whether somebody stopped it. */
    public final boolean stopped() {
        return stopping.stopped();
    }

    /** Whether it is over, for whatever reason. */
    public final boolean ended() {
        return ended;
    }

    /** Why it could not go on, once it has ended. */
    public final Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
