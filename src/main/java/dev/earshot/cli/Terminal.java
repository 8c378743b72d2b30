package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Runs the program without a window: carries out a command line and returns its exit code. */
public final class Terminal {
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private static final Set<String> ABOUT_PROGRAM = Set.of("-h", "--help", "-V", "--version");

    private Terminal() {}

    /** Carries out a command such as {@code listen} or a request for help. Blocks until it has ended. */
    public static int run(String... arguments) {
        return run(HostProcess.standard(), arguments);
    }

    private static boolean asksAboutProgram(String... arguments) {
        return arguments.length == 1 && ABOUT_PROGRAM.contains(arguments[0]);
    }

    /** Turns the word {@code help} before a command into the option behind it, for many programs know both. */
    private static String[] withoutHelpWord(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        String[] turned = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
        turned[arguments.length - 1] = "--help";
        return turned;
    }

    static int run(HostProcess host, String... given) {
        String[] arguments = withoutHelpWord(given);
        return asksAboutProgram(arguments)
                ? Commands.overview(host).execute(arguments)
                : run(host, Commands.all(host), arguments);
    }

    /** @param line has the commands that there are */
    static int run(HostProcess host, CommandLine line, String... arguments) {
        Optional<String> garbled = findGarbled(arguments);
        if (garbled.isPresent()) {
            String what = "The argument '" + VisibleText.brief(garbled.get())
                    + "' has characters that are unknown in this locale; use one with UTF-8, such as LC_ALL=C.UTF-8.";
            host.say(UsageErrors.withHelp(what, line));
            return WRONG_USE;
        }
        try {
            ProfileDefaults.find(line, arguments).ifPresent(line::setDefaultValueProvider);
        } catch (CommandFailure e) {
            host.say(UsageErrors.withHelp(e.getMessage(), line));
            return WRONG_USE;
        } catch (Problem e) {
            host.say(UsageErrors.withHelp(LensOptions.ENGLISH.of(e), line));
            return FAILED;
        }
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((mistake, all) -> {
            host.say(UsageErrors.describe(mistake));
            return WRONG_USE;
        });
        line.setExecutionExceptionHandler(failed(host));
        return line.execute(arguments);
    }

    /** Finds an argument in which Java has replaced characters that the locale does not know. */
    private static Optional<String> findGarbled(String... arguments) {
        return Stream.of(arguments).filter(one -> one.indexOf('\uFFFD') >= 0).findFirst();
    }

    /**
     * Returns the captures that are to be opened in the window, as when a file manager starts the program; none if the
     * arguments are a command, which also wins over a file of its name.
     */
    public static List<Path> files(String... arguments) {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            try {
                files.add(Path.of(argument));
            } catch (InvalidPathException e) {
                return List.of();
            }
        }
        return files.stream().allMatch(Files::isRegularFile) && !isCommand(files.get(0)) ? files : List.of();
    }

    /**
     * Whether a name is a command. A path is none, and most files come as paths: the list of commands takes a while.
     */
    private static boolean isCommand(Path file) {
        return file.getParent() == null
                && Commands.all(HostProcess.standard()).getSubcommands().containsKey(file.toString());
    }

    /**
     * Reports that the window needs a display, and names a command that does not. Returns the exit code.
     *
     * @param captures the files that were to be opened
     */
    public static int withoutDisplay(List<Path> captures) {
        String instead = captures.isEmpty() ? "listen PORT" : "show " + captures.get(0);
        HostProcess.standard().say("There is no display for the window; 'earshot " + instead + "' works without one.");
        return FAILED;
    }

    /** Reports why the window cannot be opened. Returns the exit code. */
    public static int failed(Problem problem) {
        HostProcess.standard().say(LensOptions.ENGLISH.of(problem));
        return FAILED;
    }

    private static IExecutionExceptionHandler failed(HostProcess host) {
        return (failure, line, parsed) -> {
            if (failure instanceof Output.NoReader) {
                return FINE;
            }
            host.say(UsageErrors.withHelp(sentence(failure), line));
            return FAILED;
        };
    }

    private static String sentence(Exception failure) {
        if (failure instanceof Problem problem) {
            return LensOptions.ENGLISH.of(problem);
        } else if (failure instanceof CommandFailure) {
            return failure.getMessage();
        }
        LoggerFactory.getLogger(Terminal.class).error("a command failed", failure);
        return "Something went wrong that should not have: " + failure + ".";
    }
}
