package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a capture have the notes of people as comments of their packets, and lose nothing else. */
class NotedCopyTest {
    private static final Peer UDP = new Peer(
            9, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_009), Transport.UDP);

    @TempDir
    Path folder;

    @Test
    void aCopyHasTheNotesAsCommentsAndReadsAsItsOriginal() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Path copy = folder.resolve("copy.pcapng");
            noteEverything(scene);
            scene.journal.storage().copyTo(copy, new TaskProgress());
            assertReadsAsItsOriginal(copy, scene.journal);
            if (WiresharkTest.isThere()) {
                assertThat(comments(copy))
                        .containsExactly(
                                "a client,earshot peer 1",
                                "in three,in four",
                                "温度 \"quoted\",earshot sent by rule 2",
                                "a datagram");
            }
        }
    }

    @Test
    void aCopyOfAnOpenedCaptureHasTheNotesOfItsStore() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            noteEverything(scene);
            Path once = folder.resolve("once.pcapng");
            Path twice = folder.resolve("twice.pcapng");
            scene.journal.storage().copyTo(once, new TaskProgress());
            try (Journal opened = JournalFactory.open(once, folder, Framing.LINES, (event, time) -> {})) {
                opened.notes().keepIn(List.of(), all -> {});
                opened.notes().put(1, 0, "the first");
                opened.notes().put(3, 0, "");
                opened.notes().put(4, 0, "the fourth");
                opened.storage().copyTo(twice, new TaskProgress());
                assertReadsAsItsOriginal(twice, opened);
            }
            if (WiresharkTest.isThere()) {
                assertThat(comments(twice)).contains("the first", "the fourth").doesNotContain("in three,in four");
            }
        }
    }

    @Test
    void aCommentOfAnotherProgramIsANoteUntilItIsRemoved() throws Exception {
        assumeTrue(WiresharkTest.isThere());
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            noteEverything(scene);
            Path commented = folder.resolve("commented.pcapng");
            run("editcap", "-a", "3:looked at in Wireshark", scene.file.toString(), commented.toString());
            try (Journal opened = JournalFactory.open(commented, folder, Framing.RECEIVED, (event, time) -> {})) {
                assertThat(opened.notes().rows()).containsEntry(1L, "looked at in Wireshark");
                opened.notes().put(1, 0, "");
                Path copy = folder.resolve("copy.pcapng");
                opened.storage().copyTo(copy, new TaskProgress());
                assertThat(comments(copy)).doesNotContain("looked at in Wireshark");
            }
        }
    }

    @Test
    void aRewrittenBlockWithoutNotesIsAsItWas() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            noteEverything(scene);
            byte[] before = Files.readAllBytes(scene.file);
            Path copy = folder.resolve("copy.pcapng");
            for (long row = 0; row < scene.journal.rows(); row++) {
                scene.journal.notes().put(row, 0, "");
            }
            scene.journal.storage().copyTo(copy, new TaskProgress());
            // Without notes every rewritten block is as it was.
            assertThat(Files.readAllBytes(copy)).startsWith(before);
        }
    }

    private static void noteEverything(Scene scene) throws IOException {
        Peer peer = scene.joins(1);
        scene.receives(peer, "one\n");
        scene.receives(peer, "two\nthree\nfour\n");
        byte[] answer = "answer".getBytes(StandardCharsets.UTF_8);
        scene.journal.on(new Event.Sending(peer, answer, 0, answer.length, true, Origin.parse("rule 2")));
        scene.journal.on(new Event.Joined(UDP));
        scene.receives(UDP, "datagram");
        scene.journal.notes().put(0, 0, "a client");
        scene.journal.notes().put(3, 0, "in three");
        scene.journal.notes().put(4, 0, "in four");
        scene.journal.notes().put(5, 0, "温度 \"quoted\"");
        scene.journal.notes().put(7, 0, "a datagram");
    }

    private void assertReadsAsItsOriginal(Path copy, Journal original) throws IOException {
        try (Journal read = JournalFactory.open(copy, folder, Framing.LINES, (event, time) -> {})) {
            assertThat(Scene.seen(read)).isEqualTo(Scene.seen(original));
            assertThat(read.notes().rows())
                    .isEqualTo(new TreeMap<>(original.notes().rows()));
            assertThat(Scene.rows(read)).extracting(Row::origin).isEqualTo(origins(original));
        }
    }

    private static List<Origin> origins(Journal journal) {
        return Scene.rows(journal).stream().map(Row::origin).toList();
    }

    /** Returns the comments of every packet that has any, as Wireshark reads them. */
    private static List<String> comments(Path file) throws Exception {
        String all = run("tshark", "-r", file.toString(), "-T", "fields", "-e", "frame.comment", "-Y", "frame.comment");
        return new ArrayList<>(all.lines().toList());
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
