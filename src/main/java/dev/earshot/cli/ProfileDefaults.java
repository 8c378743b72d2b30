package dev.earshot.cli;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.Behaviour;
import dev.earshot.send.Profile;
import dev.earshot.send.ProfileFile;
import dev.earshot.session.settings.ClientTlsKeys;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.LimitKeys;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.SendKeys;
import dev.earshot.session.settings.ServerTlsKeys;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpOptionKeys;
import dev.earshot.session.settings.TcpOptions;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.settings.TextFile;
import dev.earshot.session.settings.UdpKind;
import dev.earshot.session.settings.ViewId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the options that are not given from a profile. An option is then what it would be if it had been typed. */
final class ProfileDefaults implements IDefaultValueProvider {
    static final String OPTION = "--profile";

    /** The commands that take a profile, with the kind of endpoint that they open. */
    private static final Map<String, EndpointKind> COMMANDS = Map.of(
            "listen", TcpServerKind.KIND, "connect", TcpClientKind.KIND, "udp", UdpKind.KIND, "relay", RelayKind.KIND);

    private final Profile profile;
    private final List<String> typed;
    private final Map<String, String> values = new HashMap<>();

    private ProfileDefaults(Profile profile, String... typed) {
        this.profile = profile;
        this.typed = List.of(typed);
        putLens();
        if (profile.kind() == TcpServerKind.KIND) {
            putServer();
        } else if (profile.kind() == TcpClientKind.KIND) {
            putClient();
        } else if (profile.kind() == UdpKind.KIND) {
            putUdp();
        } else {
            putRelay();
        }
    }

    /**
     * Reads the profile that the arguments name; empty if they name none.
     *
     * @throws Problem if it cannot be read, or what is wrong in it
     * @throws CommandFailure if it is for another command
     */
    static Optional<ProfileDefaults> find(String... arguments) throws Problem, CommandFailure {
        EndpointKind kind = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        String file = file(arguments);
        if (arguments.length > 0 && arguments[0].startsWith(OPTION)) {
            throw new CommandFailure("Write " + OPTION + " behind the command, as in 'earshot listen --profile FILE'.");
        }
        if (kind == null || file == null) {
            return Optional.empty();
        }
        Profile profile = ProfileFile.parse(TextFile.read(SessionOpener.path(file)), file);
        if (profile.kind() != kind) {
            String other = COMMANDS.entrySet().stream()
                    .filter(entry -> entry.getValue() == profile.kind())
                    .map(entry -> "use it with '" + entry.getKey() + "'")
                    .findFirst()
                    .orElse("only the window opens it");
            throw new CommandFailure("'" + file + "' is no profile for '" + arguments[0] + "'; " + other + ".");
        }
        return Optional.of(new ProfileDefaults(profile, arguments));
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
        String value = argument instanceof OptionSpec option
                ? values.get(option.longestName())
                : values.get(argument.paramLabel());
        return value == null ? null : value.replace("${", "$${"); // picocli would fill in variables of its own
    }

    private void putLens() {
        put("--framing", Settings.FRAMING);
        put("--charset", Settings.ENCODING);
        put("--send-charset", SendKeys.ENCODING);
        String view = profile.get(Settings.VIEW);
        if (!view.equals(ViewId.AUTO) && !isTyped("--hex", "--view")) {
            values.put("--view", view);
        }
        putForm();
    }

    private void putForm() {
        if (isTyped("--hex-input")) {
            return;
        } else if (profile.get(SendKeys.FORM) == TextForm.HEX) {
            putIf("--hex-input", !isTyped("--escapes", "--eol", "--nick"));
            return;
        }
        putIf("--escapes", profile.get(SendKeys.ESCAPES));
        LineEnding ending = profile.get(SendKeys.ENDING);
        if (ending != LineEnding.NONE) {
            values.put("--eol", SettingKey.print(ending));
        }
        if (put("--nick", SendKeys.NICK)) {
            put("--nick-format", SendKeys.NICK_FORMAT);
        }
    }

    /** Whether one of these options was typed, so that what excludes it cannot come from the profile. */
    private boolean isTyped(String... options) {
        return Stream.of(options)
                .anyMatch(option -> typed.stream().anyMatch(one -> one.equals(option) || one.startsWith(option + "=")));
    }

    private void putServer() {
        putPlace("[ADDRESS:]PORT", TcpServerKind.ADDRESS, TcpServerKind.PORT);
        put("--half-close", TcpServerKind.HALF_CLOSE);
        putTls("--tls", TcpServerKind.TLS);
        if (profile.get(TcpServerKind.TLS.used())) {
            put("--tls-ca", TcpServerKind.TLS.clientIssuers());
        }
        putLimits(TcpServerKind.LIMITS);
        putOptions(TcpServerKind.OPTIONS);
    }

    private void putClient() {
        putPlace("HOST:PORT", TcpClientKind.HOST, TcpClientKind.PORT);
        String port = profile.get(TcpClientKind.LOCAL_PORT).isBlank() ? "0" : profile.get(TcpClientKind.LOCAL_PORT);
        String address = profile.get(TcpClientKind.LOCAL_ADDRESS);
        values.put("--from", address.isBlank() ? port : place(address, port));
        put("--timeout", TcpClientKind.TIMEOUT);
        putIf("--reconnect", profile.get(TcpClientKind.RECONNECT));
        putOptions(TcpClientKind.OPTIONS);
        putTls("--tls", TcpClientKind.TLS);
    }

    private void putUdp() {
        putPlace("[ADDRESS:]PORT", UdpKind.ADDRESS, UdpKind.PORT);
        put("--to", UdpKind.TARGET);
        String groups = profile.get(UdpKind.GROUPS).strip().replaceAll("[\\s,;]+", ",");
        if (!groups.isEmpty()) {
            values.put("--group", groups);
        }
        put("--interface", UdpKind.INTERFACE);
        put("--ttl", UdpKind.HOPS);
        putIf("--no-loopback", !profile.get(UdpKind.LOOPBACK));
        putIf("--shared", profile.get(UdpKind.SHARED));
        putIf("--answer-more", profile.behaviour().allowsAmplification());
    }

    private void putRelay() {
        putPlace("[ADDRESS:]PORT", RelayKind.ADDRESS, RelayKind.PORT);
        putPlace("HOST:PORT", RelayKind.HOST, RelayKind.TARGET_PORT);
        put("--timeout", RelayKind.TIMEOUT);
        values.put("--delay", profile.get(RelayKind.DELAY_OUT) + "," + profile.get(RelayKind.DELAY_BACK));
        values.put("--cut", profile.get(RelayKind.CUT_OUT) + "," + profile.get(RelayKind.CUT_BACK));
        putTls("--tls-in", RelayKind.TLS_IN);
        putTls("--tls-out", RelayKind.TLS_OUT);
        putLimits(RelayKind.LIMITS);
        putOptions(RelayKind.OPTIONS);
    }

    private void putTls(String option, ServerTlsKeys keys) {
        if (profile.get(keys.used())) {
            values.put(option, "true");
            put("--tls-cert", keys.certificate());
            put("--tls-key", keys.key());
            put("--alpn", keys.alpn());
        }
    }

    private void putTls(String option, ClientTlsKeys keys) {
        if (profile.get(keys.used())) {
            values.put(option, "true");
            put("--tls-ca", keys.issuers());
            put("--tls-client-cert", keys.certificate());
            put("--sni", keys.sni());
            put("--alpn", keys.alpn());
        }
    }

    private void putLimits(LimitKeys keys) {
        put("--allow", keys.allowed());
        put("--deny", keys.denied());
        putCount("--max-clients", keys.most(), "");
        putCount("--max-per-address", keys.perAddress(), "");
        putCount("--max-new-per-second", keys.newPerSecond(), "");
        putCount("--idle", keys.idleSeconds(), "");
        putCount("--first-byte", keys.firstByteSeconds(), "");
        putCount("--max-unsent", keys.mostUnsent(), "K");
        putCount("--write-deadline", keys.writeSeconds(), "");
    }

    private void putOptions(TcpOptionKeys keys) {
        TcpOptions.all().stream()
                .flatMap(option -> option.parameters().stream())
                .forEach(parameter -> put(parameter.terminalName(), keys.of(parameter)));
    }

    private void putCount(String option, SettingKey<Integer> key, String unit) {
        if (profile.get(key) > 0) {
            values.put(option, profile.get(key) + unit);
        }
    }

    private void putPlace(String label, SettingKey<String> host, SettingKey<String> port) {
        values.put(label, place(profile.get(host), profile.get(port)));
    }

    private static String place(String host, String port) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]:" + port : host + ":" + port;
    }

    private void putIf(String option, boolean wanted) {
        if (wanted) {
            values.put(option, "true");
        }
    }

    /** Takes the value of a setting, unless it is empty; returns whether it is not. */
    private boolean put(String option, SettingKey<?> key) {
        String text = SettingKey.print(profile.get(key));
        if (!text.isBlank()) {
            values.put(option, text);
        }
        return !text.isBlank();
    }
}
