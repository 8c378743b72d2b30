package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.session.Folders;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the program without a window: carries out a command line and returns its exit code. */
public final class Terminal {
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    /** In the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            Listen.class,
            Connect.class,
            Udp.class,
            Relay.class,
            Show.class,
            ReplayCommand.class,
            FramingList.class,
            FieldsCommand.class,
            Tftp.class);

    private static final Set<String> ABOUT_PROGRAM = Set.of("-h", "--help", "-V", "--version");

    private Terminal() {}

    /** The program without a subcommand, which is an error in the terminal. */
    @Command(
            name = "earshot",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = {
                "A TCP server and client, UDP and relay for people who debug devices.",
                "Without arguments it opens its window, with the names of captures these in it."
            })
    private static final class Root implements Runnable {
        @Spec
        private CommandSpec spec;

        @Option(
                names = ProfileDefaults.OPTION,
                paramLabel = "FILE.json",
                description = "Without a command: open the window with the tab of this profile.")
        private String profile; // the program looks for it before it comes here

        @Override
        public void run() {
            List<String> commands = List.copyOf(spec.subcommands().keySet());
            int last = commands.size() - 1;
            String first = String.join(", ", commands.subList(0, last));
            throw new ParameterException(
                    spec.commandLine(), "The command is missing: " + first + " or " + commands.get(last) + ".");
        }
    }

    /** Carries out a command such as {@code listen} or a request for help. Blocks until it has ended. */
    public static int run(String... arguments) {
        return run(HostProcess.standard(), arguments);
    }

    /** Returns all commands; also the man pages are made from them. */
    static CommandLine commands(HostProcess host) {
        OptionFactory factory = new OptionFactory(host.folders());
        return new CommandLine(new Root(), factory)
                .addSubcommand(TcpOptionArguments.addTo(new Listen(host), factory))
                .addSubcommand(TcpOptionArguments.addTo(new Connect(host), factory))
                .addSubcommand(new Udp(host))
                .addSubcommand(TcpOptionArguments.addTo(new Relay(host), factory))
                .addSubcommand(new Show(host))
                .addSubcommand(new ReplayCommand(host))
                .addSubcommand(new FramingList(host))
                .addSubcommand(new FieldsCommand(host))
                .addSubcommand(new CommandLine(new Tftp()).addSubcommand(new TftpGet(host)));
    }

    /**
     * Returns all commands by names and descriptions, without their options: enough for the help and the version of the
     * program itself, which picocli then answers in half the time.
     */
    static CommandLine overview() {
        CommandLine all = new CommandLine(new Root());
        for (Class<?> command : COMMANDS) {
            Command says = command.getAnnotation(Command.class);
            CommandSpec spec = CommandSpec.create();
            spec.usageMessage().description(says.description());
            all.addSubcommand(says.name(), spec);
        }
        return all;
    }

    private static boolean asksAboutProgram(String... arguments) {
        return arguments.length == 1 && ABOUT_PROGRAM.contains(arguments[0]);
    }

    /** Makes what the annotations of options name by its class. */
    record OptionFactory(Folders folders) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == ArgumentConverters.ToFraming.class
                    ? type.cast(new ArgumentConverters.ToFraming(folders))
                    : CommandLine.defaultFactory().create(type);
        }
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
        if (asksAboutProgram(arguments)) {
            return overview().execute(arguments);
        }
        CommandLine line = commands(host);
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
                && commands(HostProcess.standard()).getSubcommands().containsKey(file.toString());
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
