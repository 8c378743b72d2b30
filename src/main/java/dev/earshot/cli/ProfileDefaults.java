package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.reply.Behaviour;
import dev.earshot.send.Profile;
import dev.earshot.send.ProfileFile;
import dev.earshot.session.settings.TextFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes from a profile the options that are not given on the command line. An option is then what it would be if it had
 * been typed.
 */
final class ProfileDefaults implements IDefaultValueProvider {
    static final String OPTION = "--profile";

    private final Profile profile;
    private final ProfileOptions options;

    private ProfileDefaults(Profile profile, ProfileOptions options) {
        this.profile = profile;
        this.options = options;
    }

    /**
     * Reads the profile that the arguments name; empty if they name none.
     *
     * @param program has the commands
     * @throws Problem if it cannot be read, or what is wrong in it
     * @throws CommandFailure if it is for another command
     */
    static Optional<ProfileDefaults> find(CommandLine program, String... arguments) throws Problem, CommandFailure {
        if (arguments.length > 0 && arguments[0].startsWith(OPTION)) {
            throw new CommandFailure("Write " + OPTION + " behind the command, as in 'earshot listen --profile FILE'.");
        }
        Map<String, ProfiledCommand> commands = commands(program);
        ProfiledCommand command = arguments.length == 0 ? null : commands.get(arguments[0]);
        String file = file(arguments);
        if (command == null || file == null) {
            return Optional.empty();
        }
        Profile profile = ProfileFile.parse(TextFile.read(SessionOpener.path(file)), file);
        if (profile.kind() != command.kind()) {
            String other = commands.entrySet().stream()
                    .filter(entry -> entry.getValue().kind() == profile.kind())
                    .map(entry -> "use it with '" + entry.getKey() + "'")
                    .findFirst()
                    .orElse("only the window opens it");
            throw new CommandFailure("'" + file + "' is no profile for '" + arguments[0] + "'; " + other + ".");
        }
        ProfileOptions options = new ProfileOptions(profile, arguments);
        SessionOptions.fill(options);
        command.fill(options);
        return Optional.of(new ProfileDefaults(profile, options));
    }

    private static Map<String, ProfiledCommand> commands(CommandLine program) {
        Map<String, ProfiledCommand> profiled = new TreeMap<>();
        program.getSubcommands().forEach((name, line) -> {
            if (line.getCommand() instanceof ProfiledCommand command) {
                profiled.put(name, command);
            }
        });
        return profiled;
    }

    private static String file(String... arguments) {
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return arguments[i].substring(OPTION.length() + 1);
            } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return null;
    }

    Behaviour behaviour() {
        return profile.behaviour();
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        String value =
                options.value(argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel());
        return value == null ? null : value.replace("${", "$${"); // picocli would fill in variables of its own
    }
}
