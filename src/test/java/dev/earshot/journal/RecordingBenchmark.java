package dev.earshot.journal;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Measures one read into the journal: one write, its rows, and the vote for an encoding. */
@State(Scope.Benchmark)
public class RecordingBenchmark {
    @Param({"64", "1024", "32768"})
    int size;

    private Path folder;
    private Journal journal;
    private Event.Received read;

    /** Begins a new file each time, so that the disk is not filled. */
    @Setup(Level.Iteration)
    public void begin() throws IOException {
        folder = Files.createTempDirectory("earshot-benchmark-");
        journal = JournalFactory.create(folder.resolve("a.pcapng"), folder, Framing.LINES, (event, time) -> {});
        Peer peer = Scene.peer(1);
        journal.on(new Event.Joined(peer));
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'x');
        for (int end = 63; end < size; end += 64) {
            bytes[end] = '\n';
        }
        read = new Event.Received(peer, bytes, 0, size, 0);
    }

    @Benchmark
    public void record() {
        journal.on(read);
    }

    @TearDown(Level.Iteration)
    public void end() throws IOException {
        journal.close();
        journal.storage().delete();
        Files.delete(folder);
    }
}
