package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OverviewTest {
    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "-V", "--version"})
    void answersAsAllCommandsWithTheirOptionsDo(String question) {
        String answer = answer(Terminal.overview(), question);

        assertThat(answer).isEqualTo(answer(Terminal.commands(HostProcess.standard()), question));
        assertThat(answer).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listen", "show", "tftp"})
    void hasNoOptionsOfCommands(String command) {
        CommandLine below = Terminal.overview().getSubcommands().get(command);

        assertThat(below.getCommandSpec().options()).isEmpty();
    }

    private static String answer(CommandLine commands, String question) {
        StringWriter answer = new StringWriter();
        commands.setOut(new PrintWriter(answer)).execute(question);
        return answer.toString();
    }
}
