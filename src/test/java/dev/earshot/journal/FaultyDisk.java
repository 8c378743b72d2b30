package dev.earshot.journal;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.CaptureDisk;
import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.journal.storage.CaptureLocation;
import dev.earshot.journal.storage.FaultyChannel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongPredicate;

/** A disk that is full at times. */
final class FaultyDisk extends CaptureDisk {
    static final long MUCH = 1L << 40;

    private final LongPredicate full;
    private long writes;
    private Space space = new Space(MUCH, MUCH);

    /** @param full tells whether the write of a number, counted from 0 over all files, fails */
    FaultyDisk(LongPredicate full) {
        this.full = full;
    }

    @Override
    protected FileChannel open(Path fresh) throws IOException {
        Files.createFile(fresh);
        return new FaultyChannel(fresh, write -> full.test(writes++));
    }

    @Override
    public Space space(Path folder) {
        return space;
    }

    void space(long usable, long total) {
        space = new Space(usable, total);
    }

    /** Makes a journal on this disk whose keeper does not run by itself. */
    Journal journal(Path file, Framing framing) throws IOException {
        return journal(file, new CaptureLimit(space), framing);
    }

    Journal journal(Path file, CaptureLimit cap, Framing framing) throws IOException {
        return JournalFactory.writing(
                CaptureLocation.of(file), this, cap, file.getParent(), framing, (event, time) -> {});
    }
}
