package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.Folders;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives every option of every command that takes a number one that it cannot have. */
@Timeout(120)
class NumberOptionsTest {
    private static final String NUMBERS = "(COUNT|N|SECONDS|SIZE|MS|BYTES|IDLE)\\b.*";
    private static final List<String> WRONG = List.of("", "-1", "1 000", "99999999999999999999", "abc", "1,5x");

    @Test
    void aNumberOutOfRangeIsRefusedWithTheNameOfItsOptionOrWithItself() {
        List<String> tried = new ArrayList<>();
        for (CommandSpec command : CommandDocs.specifications(Commands.all(HostProcess.standard()))) {
            List<String> path =
                    new ArrayList<>(List.of(command.qualifiedName(" ").split(" ")));
            path.remove(0);
            command.positionalParameters().forEach(parameter -> path.add("127.0.0.1:1"));
            for (OptionSpec option : command.options()) {
                if (option.paramLabel().matches(NUMBERS)) {
                    tried.add(option.longestName());
                    WRONG.forEach(number -> refuses(path, option.longestName(), number));
                }
            }
        }
        assertThat(tried).contains("--idle", "--ttl", "--cut", "--delay", "--keep-alive-times", "--retries", "--limit");
    }

    private static void refuses(List<String> path, String option, String number) {
        List<String> arguments = new ArrayList<>(path);
        arguments.add(option + "=" + number);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Terminal.run(
                new HostProcess(
                        InputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        new PrintStream(err, true, UTF_8),
                        UTF_8,
                        new Folders(),
                        task -> {}),
                arguments.toArray(String[]::new));
        String said = err.toString(UTF_8).stripTrailing();
        assertThat(code).as(arguments.toString()).isEqualTo(Terminal.WRONG_USE);
        assertThat(said)
                .as(arguments.toString())
                .hasLineCount(1)
                .hasSizeLessThan(300)
                .matches(
                        text -> text.contains(option) || text.contains(number) || text.startsWith("earshot: The "),
                        "says which");
    }
}
