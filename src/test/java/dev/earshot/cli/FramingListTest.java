package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.FramingKinds;
import dev.earshot.codec.framing.FramingPresets;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FramingListTest {
    @TempDir
    private Path folder;

    @Test
    void allNamesAndFormsAreListed() throws Exception {
        try (Program earshot = new Program(folder, "framings")) {
            List<String> lines = earshot.rest();
            assertThat(earshot.exitCode()).isZero();
            assertThat(lines).allMatch(line -> line.length() <= 160);
            assertThat(lines.stream().filter(line -> line.matches("  [a-z].*  [a-z].*")))
                    .hasSizeGreaterThan(100)
                    .isSorted();
            String joined = lines.stream().map(String::strip).collect(Collectors.joining());
            for (var preset : FramingPresets.builtIn().all()) {
                assertThat(joined).contains(preset.name() + "  " + preset.framing() + preset.title());
                assertThat(lines).anyMatch(line -> line.startsWith("  " + preset.name() + "  "));
            }
            for (FramingKind kind : FramingKinds.ALL) {
                assertThat(lines).contains("  " + kind.form());
                String about = LensOptions.ENGLISH.of("cli.framing." + kind.id());
                assertThat(joined.replace(" ", "")).contains((kind.form() + about).replace(" ", ""));
            }
            assertThat(lines).anyMatch(line -> line.endsWith(file().toString()));
        }
    }

    @Test
    void aNameOfTheUsersFileCutsTheMessages() throws Exception {
        write("{\"name\": \"scale\", \"framing\": \"marks:02..03,+1\", \"title\": \"Our scale\"}");
        try (Program list = new Program(folder, "framings")) {
            assertThat(list.rest()).contains("  scale  marks:02..03,+1", "      Our scale");
        }
        try (Program earshot = new Program(folder, "listen", "0", "--hex", "--framing", "scale");
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            client.getOutputStream().write("\u000212\u0003\u0002\u000234\u0003x".getBytes(ISO_8859_1));
            assertThat(earshot.row()).endsWith(" + connected");
            assertThat(earshot.row()).endsWith(" < 02 31 32 03 02");
            assertThat(earshot.row()).endsWith(" < 02 33 34 03 78");
        }
    }

    @Test
    void aBrokenFileIsNamedAndTheOtherFramingsWork() throws Exception {
        write("{\"name\": \"scale\", \"framing\": \"marks:02\"}");
        String problem = "earshot: " + file() + ": framings[0].framing 'marks:02' is no framing.";
        try (Program list = new Program(folder, "framings")) {
            assertThat(list.rest()).anyMatch(line -> line.startsWith("  mllp  "));
            assertThat(list.complaint()).startsWith(problem);
            assertThat(list.exitCode()).isEqualTo(1);
        }
        try (Program earshot = new Program(folder, "listen", "0", "--framing", "scale")) {
            assertThat(earshot.complaint()).startsWith(problem);
            assertThat(earshot.exitCode()).isEqualTo(2);
        }
        try (Program earshot = new Program(folder, "listen", "0", "--framing", "mllp")) {
            assertThat(earshot.port()).isPositive();
        }
    }

    @Test
    void loggerCountsItsOctets() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/logger")), "there is no logger");
        try (Program earshot = new Program(folder, "listen", "0", "--framing", "syslog")) {
            int port = earshot.port();
            Path lines = Files.writeString(folder.resolve("lines"), "first\nsecond\n");
            log(port, "-f", lines.toString());
            log(port, "two\nlines");
            List<String> rows = new ArrayList<>();
            while (rows.size() < 3) {
                String row = earshot.row();
                if (row.contains(" < ")) {
                    rows.add(row.replaceFirst(".* < \\d+ <\\d+>.*: ", ""));
                }
            }
            assertThat(rows).containsExactlyInAnyOrder("first", "second", "two\\nlines");
        }
    }

    private static void log(int port, String... what) throws Exception {
        List<String> command = new ArrayList<>(List.of("logger", "-T", "-n", "127.0.0.1", "-P", "" + port));
        command.addAll(List.of("--octet-count", "--rfc3164"));
        command.addAll(List.of(what));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private Path file() {
        return folder.resolve("earshot/framings.json");
    }

    private void write(String preset) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"format\": \"earshot framings 1\", \"framings\": [" + preset + "]}");
    }
}
