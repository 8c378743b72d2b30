package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/**
 * The requests to split the history of a journal under another framing; a new one cancels the one before. Any thread.
 */
public final class ReframeRequests {
    private final Journal journal;
    private final Path indexFolder;
    private final AtomicReference<ReframeJob> latest = new AtomicReference<>(); // null: none is wanted

    ReframeRequests(Journal journal, Path indexFolder) {
        this.journal = journal;
        this.indexFolder = indexFolder;
    }

    /** Returns a job that splits by this framing, and lines in the peers' chosen encodings. */
    public ReframeJob request(Framing framing, IntFunction<Encoding> chosen) {
        ReframeJob job = new ReframeJob(journal, framing, chosen, indexFolder);
        latest.set(job);
        return job;
    }

    /** Returns how much of the history has been split again, from 0 to 1; -1 if no other framing is wanted. */
    public double progress() {
        ReframeJob running = latest.get();
        return running == null ? -1 : running.progress();
    }

    /** Cancels the latest request; the rows stay as they are. */
    public void cancel() {
        latest.set(null);
    }

    /** Returns the framing that is wanted; {@code present} if no other one is. */
    Framing framing(Framing present) {
        ReframeJob running = latest.get();
        return running == null ? present : running.framing();
    }

    boolean isLatest(ReframeJob job) {
        return latest.get() == job;
    }

    /** Ends a job; returns false if it is not the latest. */
    boolean end(ReframeJob job) {
        return latest.compareAndSet(job, null);
    }
}
