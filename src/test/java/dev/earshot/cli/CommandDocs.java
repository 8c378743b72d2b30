package dev.earshot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the man pages (as AsciiDoc) and the completion for shells that packages bring, from the commands themselves.
 */
public final class CommandDocs {
    private static final int NO_WRAP = 10_000; // AsciiDoc wraps; a label that picocli broke would not be one any more
    private static final Pattern LABEL = Pattern.compile("_[^_\\s]+_");

    private CommandDocs() {}

    /**
     * Writes {@code man/earshot.adoc}, one such file for each command, and {@code earshot.bash}.
     *
     * @param arguments the folder to write to, which is made, and the version of the program
     */
    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments[0]), arguments[1]);
    }

    static void write(Path folder, String version) throws IOException {
        CommandLine commands = Commands.all(HostProcess.standard());
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("earshot.bash"), completion(commands));
        Path pages = Files.createDirectories(folder.resolve("man"));
        List<CommandSpec> all = specifications(commands);
        for (CommandSpec command : all) {
            command.versionProvider(null).version("Earshot " + version);
            command.usageMessage().width(NO_WRAP);
        }
        int code = ManPageGenerator.generateManPage(
                pages.toFile(), null, new boolean[0], true, all.toArray(CommandSpec[]::new));
        if (code != 0) {
            throw new IOException("picocli has not written the man pages: " + code);
        }
        for (CommandSpec command : all) {
            Path page = pages.resolve(command.qualifiedName("-") + ".adoc");
            Files.writeString(page, escapeLabels(Files.readString(page)));
        }
    }

    /** Returns the script that a shell reads; it is no program, so that it names no shell in its first line. */
    private static String completion(CommandLine commands) {
        return AutoComplete.bash("earshot", commands).replaceFirst("^#!.*\\R", "");
    }

    /** Escapes the brackets of labels such as {@code _[ADDRESS:]PORT_}, which AsciiDoc would take for attributes. */
    static String escapeLabels(String page) {
        return LABEL.matcher(page)
                .replaceAll(label -> label.group().replace("[", "{startsb}").replace("]", "{endsb}"));
    }

    /** Returns the command and all below it. */
    static List<CommandSpec> specifications(CommandLine command) {
        List<CommandSpec> all = new ArrayList<>(List.of(command.getCommandSpec()));
        command.getSubcommands().values().forEach(below -> all.addAll(specifications(below)));
        return all;
    }
}
