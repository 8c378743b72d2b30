package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The option {@code --log} of the terminal. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LogFileTest {
    @TempDir
    private Path folder;

    @Test
    void rowsAreWrittenAsTheyComeAndARestartGoesOn() throws Exception {
        Path file = folder.resolve("log.txt");
        for (int run = 1; run <= 2; run++) {
            String text = "message " + run;
            try (Program earshot =
                            new Program(folder, "listen", "0", "--log", file.toString(), "--log-as", "netassist");
                    Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
                client.getOutputStream().write((text + "\n").getBytes(UTF_8));
                await().until(() -> Files.readString(file).contains(">\n" + text + "\n\n"));
            }
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .filteredOn(line -> line.contains("]# RECV ASCII FROM 127.0.0.1 :"))
                .hasSize(2);
        assertThat(lines).containsSubsequence("message 1", "message 2");
    }

    @Test
    void aFileThatAnotherProgramWritesToIsRefused() throws Exception {
        String file = folder.resolve("log.txt").toString();
        try (Program first = Program.process(folder, "listen", "0", "--log", file)) {
            first.port();
            try (Program second = new Program(folder, "listen", "0", "--log", file)) {
                assertThat(second.complaint()).contains(file + " is being written by another program or tab.");
                assertThat(second.exitCode()).isEqualTo(1);
            }
        }
    }

    @Test
    void aSecondWriterOfTheSameProgramLeavesTheFileToTheFirst() throws Exception {
        String[] command = {"listen", "0", "--log", folder.resolve("log.txt").toString()};
        try (Program first = new Program(folder, command)) {
            first.port();
            try (Program second = new Program(folder, command)) {
                assertThat(second.complaint()).contains("is being written");
            }
            try (Program other = Program.process(folder, command)) {
                assertThat(other.complaint()).contains("is being written");
                assertThat(other.exitCode()).isEqualTo(1);
            }
        }
    }

    @Test
    void fieldsAreColumnsOfTheFile() throws Exception {
        Path file = folder.resolve("log.csv");
        String[] arguments = ("listen 0 --log-as csv --log-field temp --log-field temp*2 --log " + file).split(" ");
        try (Program earshot = new Program(folder, arguments);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            client.getOutputStream().write("{\"temp\": 21.5}\n".getBytes(UTF_8));
            await().until(() -> Files.readString(file).contains(",21.5,43"));
        }
        assertThat(file).content(UTF_8).contains(",note,name,temp,temp*2\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--log-as csv, Option '--log-as' needs --log.",
        "--log-rotate day, Option '--log-rotate' needs --log.",
        "--log-field temp, Option '--log-field' needs --log.",
        "--log x --log-as netassist --log-field temp, Option '--log-field' needs --log-as text",
        "--log x --log-field `, --log-field",
        "--log x --log-as html, A log file cannot grow as 'html'.",
        "--log x --log-rotate often, often",
        "--log none/x, none/x does not exist"
    })
    void wrongUseIsSaidBeforeAnythingIsOpened(String options, String complaint) throws Exception {
        String[] arguments = ("listen 0 " + options).split(" ");
        try (Program earshot = new Program(folder, arguments)) {
            assertThat(String.join("\n", earshot.complaints())).contains(complaint);
            assertThat(earshot.rest()).isEmpty();
        }
    }
}
