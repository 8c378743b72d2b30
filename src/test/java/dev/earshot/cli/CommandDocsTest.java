package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandDocsTest {
    @TempDir
    private Path folder;

    private final CommandLine commands = Commands.all(HostProcess.standard());

    @BeforeEach
    void write() throws IOException {
        CommandDocs.write(folder, "1.2.3");
    }

    @Test
    void eachCommandHasItsPageWithEachOption() throws IOException {
        List<CommandSpec> all = CommandDocs.specifications(commands);
        assertThat(all).extracting(command -> command.qualifiedName("-")).contains("earshot", "earshot-tftp-get");
        for (CommandSpec command : all) {
            String page = Files.readString(folder.resolve("man/" + command.qualifiedName("-") + ".adoc"));
            assertThat(page).contains(":doctype: manpage");
            for (var option : command.options()) {
                assertThat(page).as(command.qualifiedName()).contains(option.longestName());
            }
        }
    }

    @Test
    void thePagesCarryTheVersion() throws IOException {
        assertThat(Files.readString(folder.resolve("man/earshot-udp.adoc"))).contains(":mansource: Earshot 1.2.3");
    }

    @Test
    void bracketsOfALabelAreText() {
        assertThat(CommandDocs.escapeLabels("[*--group*=_ADDRESS[@INTERFACE]_[,_ADDRESS[@INTERFACE]_...]]..."))
                .isEqualTo("[*--group*=_ADDRESS{startsb}@INTERFACE{endsb}_"
                        + "[,_ADDRESS{startsb}@INTERFACE{endsb}_...]]...");
    }

    @Test
    void theFirstPageNamesEachCommand() throws IOException {
        String page = Files.readString(folder.resolve("man/earshot.adoc"));
        for (String name : commands.getSubcommands().keySet()) {
            assertThat(page).contains("*" + name + "*");
        }
    }

    @Test
    void theCompletionKnowsEachCommandAndOption() throws IOException {
        String script = Files.readString(folder.resolve("earshot.bash"));
        assertThat(script).contains("complete -F _complete_earshot");
        for (CommandSpec command : CommandDocs.specifications(commands)) {
            String function = "_picocli_" + command.qualifiedName("_") + "()";
            assertThat(script).contains(function);
            command.options().forEach(option -> assertThat(script).contains(option.longestName()));
        }
    }
}
