package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Event;
import dev.earshot.net.NoteKind;
import dev.earshot.net.TcpNote;
import dev.earshot.net.UnknownNote;
import dev.earshot.net.udp.UdpNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteLineTest {
    private static Event.Note read(String line) {
        return NoteLine.parse(line, null, CaptureNote.KNOWN);
    }

    @Test
    void aNoteIsReadableByPeople() {
        assertThat(NoteLine.of(UdpNote.NOT_SENT, List.of("12", "Message too long: 太长")))
                .isEqualTo("not.sent 12 \"Message too long: 太长\"");
        assertThat(NoteLine.of(TcpNote.RESUMED, List.of())).isEqualTo("resumed");
        assertThat(NoteLine.of(new UnknownNote("x"), List.of("", "a\"b", "c\\d e")))
                .isEqualTo("x \"\" \"a\\\"b\" \"c\\\\d e\"");
    }

    @Test
    void everyWrittenNoteIsReadAgain() {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            List<String> arguments = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                StringBuilder argument = new StringBuilder();
                IntStream.range(0, random.nextInt(6))
                        .forEach(n -> argument.append(" \"\\\t\nab1中".charAt(random.nextInt(9))));
                arguments.add(argument.toString());
            }
            NoteKind kind = new UnknownNote("a.kind");
            String line = NoteLine.of(kind, arguments);
            assertThat(read(line)).as("seed %d: %s", seed, line).isEqualTo(new Event.Note(null, kind, arguments));
        }
    }

    @Test
    void notesOfEarlierVersionsAreRead() {
        assertThat(read("STALLED 65536")).isEqualTo(TcpNote.STALLED.note(65_536));
        assertThat(read("RESUMED ")).isEqualTo(TcpNote.RESUMED.note());
        assertThat(read("ACCEPT_FAILING Too many open files"))
                .isEqualTo(TcpNote.ACCEPT_FAILING.note("Too many open files"));
        assertThat(read("NOT_SENT 12 Message too long: 太长"))
                .isEqualTo(UdpNote.NOT_SENT.note(12, "Message too long: 太长"));
        assertThat(read("OLDEST_REMOVED 12 34000 1764000000000 67108864"))
                .isEqualTo(CaptureNote.OLDEST_REMOVED.note(12, 34_000, 1_764_000_000_000L, 67_108_864));
        assertThat(read("SETTING_FAILED problem.udp.group.failed\t239.1.2.3\tNo such device")
                        .problem(0)
                        .arguments())
                .containsExactly("239.1.2.3", "No such device");
    }

    @Test
    void unfittingNotesOfEarlierVersionsAreNotGuessed() {
        assertThat(read("CONNECT_FAILED refused 4 127.0.0.1:80 127.0.0.1").isWellFormed())
                .isFalse();
        assertThat(read("DANCED all night"))
                .isEqualTo(new Event.Note(null, new UnknownNote("danced"), List.of("all night")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "stalled ",
                "stalled  65536",
                "stalled 1 ",
                "stalled \"",
                "stalled \"1",
                "stalled \"1\\",
                "stalled \"1\"2",
                "STALLED many",
                "NOT_SENT",
                "NOT_SENT ",
                "_",
                "\t"
            })
    void aChangedLineIsStillANote(String line) {
        Event.Note note = read(line);
        assertThat(note.isWellFormed()).isFalse();
    }

    @Test
    void aForeignLineMayBeLong() {
        String long1 = "a".repeat(60_000);
        assertThat(read("stalled \"" + long1).arguments()).containsExactly("\"" + long1);
        assertThat(read("stalled" + " \"\\\"\"".repeat(10_000)).arguments()).hasSize(10_000);
    }
}
