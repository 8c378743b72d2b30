package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.Folders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OverviewTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "-V", "--version"})
    void answersAsAllCommandsWithTheirOptionsDo(String question) {
        String answer = answer(Commands::overview, question);

        assertThat(answer).isEqualTo(answer(Commands::all, question));
        assertThat(answer).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listen", "show", "tftp"})
    void hasNoOptionsOfCommands(String command) {
        CommandLine below =
                Commands.overview(HostProcess.standard()).getSubcommands().get(command);

        assertThat(below.getCommandSpec().options()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"help, earshot", "help listen, earshot listen", "help tftp get, earshot tftp get"})
    void theWordHelpIsTheOption(String typed, String command) throws Exception {
        try (Program earshot = Program.process(folder, typed.split(" "))) {
            assertThat(earshot.line()).startsWith("Usage: " + command + " [");
            earshot.rest();
            assertThat(earshot.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, 1", "Broken pipe, 0"})
    void aHelpThatCannotBeWrittenIsAFailure(String words, int code) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(words);
            }
        };
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        HostProcess host = host(full, errors);
        assertThat(Terminal.run(host, "--help")).isEqualTo(code);
        assertThat(Terminal.run(host, "listen", "--help")).isEqualTo(code);
        assertThat(errors.toString(UTF_8).lines())
                .hasSize(2 * code)
                .allMatch(line -> line.startsWith("earshot: Standard output cannot be written: " + words));
    }

    private static HostProcess host(OutputStream out, OutputStream err) {
        return new HostProcess(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, UTF_8),
                UTF_8,
                new Folders(),
                task -> {});
    }

    private static String answer(Function<HostProcess, CommandLine> commands, String question) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        assertThat(commands.apply(host(answer, answer)).execute(question)).isZero();
        return answer.toString(UTF_8);
    }
}
