package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.Session;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/**
 * The command of a kind of endpoint without a command of its own. A parameter stands for each of the kind's {@link
 * EndpointKind#placeKeys}, and an option for each other setting. Their descriptions are the labels that the window
 * shows.
 */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "One line a row:",
            Footer.ROWS,
            "CLIENT is the other side, or * in rows about nobody.",
            "",
            "A typed line is sent as it is, without its line ending. The end of input ends",
            "nothing; Ctrl+C or SIGTERM ends the program.",
            "",
            Footer.TEMPLATES
        })
final class SettingsCommand implements Callable<Integer>, ProfiledCommand {
    private static final Words WORDS = LensOptions.ENGLISH;

    private final EndpointKind kind;
    private final HostProcess host;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionOptions options;

    private SettingsCommand(EndpointKind kind, HostProcess host) {
        this.kind = kind;
        this.host = host;
    }

    /** Creates the command for a kind. */
    static CommandLine of(EndpointKind kind, HostProcess host, CommandLine.IFactory factory) {
        CommandLine line = new CommandLine(new SettingsCommand(kind, host), factory);
        CommandSpec spec = line.getCommandSpec().name(name(kind));
        spec.usageMessage().description(description(kind));
        for (SettingKey<String> key : kind.placeKeys()) {
            spec.addPositional(
                    parameter(key, label(kind, key), spec.positionalParameters().size()));
        }
        kind.optionKeys().forEach(key -> spec.addOption(option(key, option(kind, key))));
        return line;
    }

    /** Returns the name of the command for a kind. */
    static String name(EndpointKind kind) {
        return kind.id().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what the command for a kind does. */
    static String description(EndpointKind kind) {
        return WORDS.forKind(kind).of("ui.listen") + " " + WORDS.nameOf(kind)
                + ", print what happens, send what is typed.";
    }

    private static PositionalParamSpec parameter(SettingKey<String> key, String label, int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .type(String.class)
                .paramLabel(label)
                .required(key.fallback().isEmpty())
                .description(describe(key))
                .build();
    }

    private static OptionSpec option(SettingKey<?> key, String name) {
        OptionSpec.Builder option = OptionSpec.builder(name).description(describe(key));
        return key.fallback() instanceof Boolean flag
                ? option.type(boolean.class)
                        .negatable(flag)
                        .defaultValue(flag.toString())
                        .fallbackValue("true")
                        .build()
                : option.type(Object.class)
                        .paramLabel(name.substring(2).toUpperCase(Locale.ROOT))
                        .converters(typed -> key.read(typed, name))
                        .build();
    }

    private static String describe(SettingKey<?> key) {
        String fallback = SettingKey.print(key.fallback());
        boolean silent = key.fallback() instanceof Boolean || fallback.isEmpty();
        return WORDS.of(key.wordsKey()) + (silent ? "." : ". Default: " + fallback);
    }

    private static String label(EndpointKind kind, SettingKey<?> key) {
        return option(kind, key).substring(2).toUpperCase(Locale.ROOT);
    }

    /** Returns the name of a setting as an option; the kind's name before it is left out. */
    private static String option(EndpointKind kind, SettingKey<?> key) {
        return "--" + key.name().replaceFirst("^" + kind.wordsKey() + "\\.", "").replace('.', '-');
    }

    @Override
    public EndpointKind kind() {
        return kind;
    }

    @Override
    public void fill(ProfileOptions filled) {
        kind.placeKeys().forEach(key -> filled.put(label(kind, key), key));
        kind.optionKeys().forEach(key -> filled.put(option(kind, key), key));
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader, IOException {
        Settings settings = Settings.unsaved();
        List<SettingKey<String>> places = kind.placeKeys();
        for (int i = 0; i < places.size(); i++) {
            put(settings, places.get(i), spec.positionalParameters().get(i));
        }
        kind.optionKeys().forEach(key -> put(settings, key, spec.findOption(option(kind, key))));
        return options.run(kind.config(settings).orElseThrow(), this::targets, host);
    }

    @SuppressWarnings("unchecked") // the argument was read by the key
    private static <T> void put(Settings settings, SettingKey<T> key, ArgSpec argument) {
        T value = argument.getValue();
        if (value != null) {
            settings.put(key, value);
        }
    }

    private SendTargets targets(Session session) {
        return kind.hasOnePeer() ? new SingleServer(session, false) : new AllClients(session, true);
    }
}
