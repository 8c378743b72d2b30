package dev.earshot.cli;

import dev.earshot.session.Folders;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.settings.TftpKind;
import dev.earshot.session.settings.UdpKind;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists the commands of the program. A kind of endpoint that none of them opens has a {@link SettingsCommand}. */
final class Commands {
    /** The commands in the order of the help. */
    private static final List<Entry> ALL = List.of(
            new Entry(Listen.class, TcpServerKind.KIND, (host, make) -> withTcpOptions(new Listen(host), make)),
            new Entry(Connect.class, TcpClientKind.KIND, (host, make) -> withTcpOptions(new Connect(host), make)),
            new Entry(Udp.class, UdpKind.KIND, (host, make) -> new CommandLine(new Udp(host), make)),
            new Entry(Relay.class, RelayKind.KIND, (host, make) -> withTcpOptions(new Relay(host), make)),
            new Entry(Show.class, null, (host, make) -> new CommandLine(new Show(host), make)),
            new Entry(ReplayCommand.class, null, (host, make) -> new CommandLine(new ReplayCommand(host), make)),
            new Entry(FramingList.class, null, (host, make) -> new CommandLine(new FramingList(host), make)),
            new Entry(FieldsCommand.class, null, (host, make) -> new CommandLine(new FieldsCommand(host), make)),
            new Entry(
                    Tftp.class,
                    TftpKind.KIND,
                    (host, make) -> new CommandLine(new Tftp(), make).addSubcommand(new TftpGet(host))));

    /**
     * A command.
     *
     * @param type has its name and description
     * @param kind of endpoint that it opens; null for none
     * @param maker makes it for a process
     */
    private record Entry(Class<?> type, EndpointKind kind, BiFunction<HostProcess, OptionFactory, CommandLine> maker) {}

    private Commands() {}

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

    /** Makes what the annotations of options name by its class. */
    record OptionFactory(Folders folders) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == ArgumentConverters.ToFraming.class
                    ? type.cast(new ArgumentConverters.ToFraming(folders))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    private static CommandLine withTcpOptions(Object command, OptionFactory factory) {
        return TcpOptionArguments.addTo(command, factory);
    }

    /** Returns all commands; also the man pages are made from them. */
    static CommandLine all(HostProcess host) {
        OptionFactory factory = new OptionFactory(host.folders());
        CommandLine all = new CommandLine(new Root(), factory);
        ALL.forEach(entry -> all.addSubcommand(entry.maker().apply(host, factory)));
        kindsWithoutCommand().forEach(kind -> all.addSubcommand(SettingsCommand.of(kind, host, factory)));
        return all.setExecutionStrategy(new HelpPrinter(host));
    }

    /**
     * Returns all commands by names and descriptions, without their options: enough for the help and the version of the
     * program itself, which picocli then answers in half the time.
     */
    static CommandLine overview(HostProcess host) {
        CommandLine all = new CommandLine(new Root());
        for (Entry entry : ALL) {
            Command says = entry.type().getAnnotation(Command.class);
            all.addSubcommand(says.name(), described(says.description()));
        }
        kindsWithoutCommand()
                .forEach(kind ->
                        all.addSubcommand(SettingsCommand.name(kind), described(SettingsCommand.description(kind))));
        HelpPrinter printer = new HelpPrinter(host);
        all.setExecutionExceptionHandler((failure, line, parsed) -> printer.report(failure));
        return all.setExecutionStrategy(printer);
    }

    private static CommandSpec described(String... description) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(description);
        return spec;
    }

    private static Stream<EndpointKind> kindsWithoutCommand() {
        return EndpointKinds.ALL.stream().filter(kind -> ALL.stream().noneMatch(entry -> entry.kind() == kind));
    }
}
