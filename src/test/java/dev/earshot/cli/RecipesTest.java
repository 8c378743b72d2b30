package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the programs that the guide's files of rules are for: each is content with what the rules alone answer. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class RecipesTest {
    @TempDir
    private Path folder;

    private Program earshot(String rules, String framing) throws IOException {
        String file = "rules:" + Script.file(rules);
        return new Program(folder, "listen", "0", "--hex", "--framing", framing, "--reply", file, "--half-close", "0");
    }

    /**
     * Reads until so many clients have gone; returns the rows of one kind, {@code <} or {@code >>}, without what
     * precedes.
     */
    private static List<String> rows(Program earshot, String sign, int clients) {
        List<String> rows = new ArrayList<>();
        int gone = 0;
        while (gone < clients) {
            String[] parts = earshot.row().split(" ", 3);
            gone += parts[1].equals("-") ? 1 : 0;
            if (parts[1].equals(sign)) {
                rows.add(parts[2]);
            }
        }
        return rows;
    }

    private static void assertContent(Program client, String... lines) throws InterruptedException {
        List<String> said = client.rest();
        assertThat(client.exitCode()).as("%s %s", said, client.complaints()).isZero();
        assertThat(said).containsExactly(lines);
    }

    @ParameterizedTest
    @CsvSource({"0, mqttv31", "0, mqttv311", "0, mqttv5", "1, mqttv31", "1, mqttv311", "1, mqttv5", "2, mqttv311"})
    void mosquittoPublishes(int quality, String version) throws Exception {
        try (Program earshot = earshot("mqtt.json", "mqtt")) {
            String port = Integer.toString(earshot.port());
            for (String text : List.of("21.5", "x".repeat(300))) {
                List<String> message = List.of("-t", "plant/boiler 7", "-m", text, "-q", "" + quality);
                List<String> arguments = new ArrayList<>(List.of("-V", version, "-p", port));
                arguments.addAll(message);
                try (Program client = Script.tool("mosquitto_pub", arguments.toArray())) {
                    assertContent(client);
                }
            }
            List<String> answers = rows(earshot, ">>", 2);
            String accepted = version.equals("mqttv5") ? "20 03 00 00 00" : "20 02 00 00";
            List<String> each = new ArrayList<>(List.of(accepted));
            each.addAll(List.of(List.<String>of(), List.of("40 02 00 01"), List.of("50 02 00 01", "70 02 00 01"))
                    .get(quality));
            List<String> both = new ArrayList<>(each);
            both.addAll(each);
            assertThat(answers).isEqualTo(both);
        }
    }

    @Test
    void everyPacketOfMosquittoIsARow() throws Exception {
        try (Program earshot = earshot("mqtt.json", "mqtt")) {
            try (Program client =
                    Script.tool("mosquitto_pub", "-p", earshot.port(), "-i", "b7", "-t", "a", "-m", "hi", "-q", "1")) {
                assertContent(client);
            }
            assertThat(rows(earshot, "<", 1))
                    .containsExactly(
                            "10 0E 00 04 4D 51 54 54 04 02 00 3C 00 02 62 37", "32 07 00 01 61 00 01 68 69", "E0 00");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "300, 1"})
    void anHl7SenderGetsOneAnswerForEachMessage(int kibibytes, int seconds) throws Exception {
        try (Program earshot = earshot("hl7.json", "mllp")) {
            try (Program client = Script.start("hl7_sender.py", earshot.port(), kibibytes, seconds)) {
                assertContent(client, "MSA|AA|MSG00001", "MSA|AA|MSG00002");
            }
            List<String> rows = rows(earshot, "<", 1);
            assertThat(rows).hasSize(2).allMatch(row -> row.startsWith("0B 4D 53 48") && row.endsWith("0D 1C 0D"));
            assertThat(rows).allMatch(row -> row.length() > 3 * 1024 * kibibytes);
        }
    }

    @Test
    void anInstrumentGetsAnAcknowledgementForEachFrame() throws Exception {
        try (Program earshot = earshot("astm.json", "astm")) {
            try (Program client = Script.start("astm_instrument.py", earshot.port())) {
                assertContent(client, "ENQ", "H", "P", "R", "L", "ENQ", "H", "P", "R", "L");
            }
            List<String> rows = rows(earshot, "<", 1);
            assertThat(rows).hasSize(12).filteredOn("04"::equals).hasSize(2);
        }
    }

    @Test
    void aTrackerIsAnsweredWhateverTheLengthOfItsFrames() throws Exception {
        try (Program earshot = earshot("gt06.json", "gt06")) {
            try (Program client = Script.start("gt06_tracker.py", earshot.port())) {
                assertContent(client, "01 0D0A", "01 7878", "13 000A", "26 0005");
            }
            List<String> rows = rows(earshot, "<", 1);
            assertThat(rows).hasSize(6).allMatch(row -> row.endsWith(" 0D 0A"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013", "2019"})
    void aVehicleTerminalIsRegisteredAndAcknowledged(String year) throws Exception {
        try (Program earshot = earshot("jt808.json", "jt808")) {
            try (Program client = Script.start("jt808_terminal.py", earshot.port(), year)) {
                assertContent(
                        client,
                        "8100 to 0100 007E",
                        "8001 to 0102 7D7E",
                        "8001 to 0200 0071",
                        "8001 to 0200 0072",
                        "8001 to 0200 7E7E",
                        "8001 to 0200 7D01",
                        "8001 to 0002 0009");
            }
            assertThat(rows(earshot, "<", 1)).hasSize(7);
        }
    }
}
