package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.SocketLayer;
import dev.earshot.session.settings.TcpOption;
import dev.earshot.session.settings.TcpOptionKeys;
import dev.earshot.session.settings.TcpOptions;
import dev.earshot.session.settings.TcpParameter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives commands the command line options of all {@link TcpOptions}. */
final class TcpOptionArguments {
    private TcpOptionArguments() {}

    /** Returns a command with its own options and these. */
    static CommandLine addTo(Object command, CommandLine.IFactory factory) {
        CommandLine line = new CommandLine(command, factory);
        TcpOptions.all().stream()
                .flatMap(option -> option.parameters().stream())
                .forEach(parameter -> line.getCommandSpec().addOption(argument(parameter)));
        return line;
    }

    /** Gives these options the values of a profile. */
    static void fill(ProfileOptions options, TcpOptionKeys keys) {
        TcpOptions.all().stream()
                .flatMap(option -> option.parameters().stream())
                .forEach(parameter -> options.put(parameter.terminalName(), keys.of(parameter)));
    }

    private static OptionSpec argument(TcpParameter<?> parameter) {
        OptionSpec.Builder argument =
                OptionSpec.builder(parameter.terminalName()).description(parameter.description());
        if (parameter.isFlag()) {
            return argument.type(boolean.class)
                    .negatable((Boolean) parameter.fallback())
                    .defaultValue(parameter.fallback().toString())
                    .fallbackValue("true")
                    .build();
        }
        return argument.type(String.class)
                .paramLabel(parameter.placeholder())
                .converters(typed -> checked(parameter, typed))
                .build();
    }

    private static String checked(TcpParameter<?> parameter, String typed) throws Problem {
        parameter.check().parse(typed);
        return typed;
    }

    /**
     * Reads what the options change about connections.
     *
     * @param command whose arguments were parsed
     */
    static List<SocketLayer> read(CommandSpec command) throws Problem {
        return TcpOptions.read(new TcpOption.Values() {
            @Override
            public <T> T of(TcpParameter<T> parameter) {
                T given = command.findOption(parameter.terminalName()).getValue();
                return given == null ? parameter.fallback() : given;
            }
        });
    }
}
