package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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
        String answer = answer(Commands.overview(), question);

        assertThat(answer).isEqualTo(answer(Commands.all(HostProcess.standard()), question));
        assertThat(answer).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listen", "show", "tftp"})
    void hasNoOptionsOfCommands(String command) {
        CommandLine below = Commands.overview().getSubcommands().get(command);

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

    private static String answer(CommandLine commands, String question) {
        StringWriter answer = new StringWriter();
        commands.setOut(new PrintWriter(answer)).execute(question);
        return answer.toString();
    }
}
