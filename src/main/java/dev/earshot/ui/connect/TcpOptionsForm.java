package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.AddressFilter;
import dev.earshot.session.settings.LimitKeys;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientConfig;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpOption;
import dev.earshot.session.settings.TcpOptionKeys;
import dev.earshot.session.settings.TcpOptions;
import dev.earshot.session.settings.TcpParameter;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The form for the options of a TCP endpoint. Each kind adds those that it has, and then {@link #withButtons}. */
final class TcpOptionsForm extends EndpointForm {
    private static final List<HalfClose> HALF_CLOSES = List.of(
            HalfClose.AUTOMATIC,
            HalfClose.ofSeconds(0),
            HalfClose.ofSeconds(10),
            HalfClose.ofSeconds(60),
            HalfClose.ofSeconds(600),
            HalfClose.UNLIMITED);

    private final String width;

    /**
     * Creates a form without options.
     *
     * @param about the key of the sentence that explains the form
     * @param width the width of number fields, in unscaled pixels
     */
    TcpOptionsForm(Words words, Settings settings, String about, int width) {
        super("connectOptions", words, settings, about);
        this.width = size(width);
    }

    /** Adds the local address and port from which the endpoint connects. */
    TcpOptionsForm local(SettingKey<String> addressKey, SettingKey<String> portKey) {
        PlainTextField address =
                field("localAddressField", "ui.connect.local.address", settings.get(addressKey), size(200));
        PlainTextField port = field("localPortField", "ui.connect.local.port", settings.get(portKey), width);
        String any = words.of("ui.connect.local.any");
        address.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, any);
        port.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, any);
        option(() -> {
            checkLocal(address, port);
            return () -> {
                settings.put(addressKey, address.getText().strip());
                settings.put(portKey, port.getText().strip());
            };
        });
        return this;
    }

    private void checkLocal(PlainTextField address, PlainTextField port) throws Problem {
        try {
            TcpClientConfig.local(address.getText(), port.getText());
        } catch (Problem problem) {
            throw mark(problem, problem.key().startsWith("problem.port") ? port : address);
        }
    }

    /** Adds the time after which connecting is given up, in seconds. */
    TcpOptionsForm timeout(SettingKey<Integer> key) {
        return number("connectTimeoutField", "ui.connect.timeout", key, 1, TcpClientKind.MOST_SECONDS);
    }

    /** Adds the box for connecting again after the connection is lost. */
    TcpOptionsForm reconnect(SettingKey<Boolean> key) {
        flag("reconnectBox", "ui.connect.reconnect", key);
        return this;
    }

    /** Adds the options that all kinds of TCP endpoints have. */
    TcpOptionsForm options(TcpOptionKeys keys) {
        TcpOptions.all().forEach(option -> option.parameters().forEach(parameter -> row(parameter, keys)));
        return this;
    }

    @SuppressWarnings("unchecked") // a parameter that is no flag is a text
    private void row(TcpParameter<?> parameter, TcpOptionKeys keys) {
        String label = "ui.tcp.option." + parameter.name();
        if (parameter.isFlag()) {
            flag(partName(parameter, "Box"), label, (SettingKey<Boolean>) keys.of(parameter));
        } else {
            SettingKey<String> key = (SettingKey<String>) keys.of(parameter);
            text(partName(parameter, "Field"), label, key, width, parameter.check()::parse, "ui.limits.off");
        }
    }

    /** Returns a name such as {@code keepAliveBox}. */
    private static String partName(TcpParameter<?> parameter, String end) {
        return Pattern.compile("\\.(.)")
                        .matcher(parameter.name())
                        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT))
                + end;
    }

    /** Adds who may connect, and the limits that protect a server from its clients. */
    TcpOptionsForm limits(LimitKeys keys) {
        text("allowField", "ui.limits.allow", keys.allowed(), "w 220", AddressFilter::parseList, "ui.limits.all");
        text("denyField", "ui.limits.deny", keys.denied(), "w 220", AddressFilter::parseList, "ui.limits.nobody");
        LimitRows rows = new LimitRows(words, keys, settings, this::clearProblem);
        rows.addTo(this);
        option(() -> rows.read(this::mark));
        return this;
    }

    /** Adds the time for which a client that has finished sending is kept. */
    TcpOptionsForm halfClose(SettingKey<HalfClose> key) {
        PlainComboBox<HalfClose> box = enterApplies(new PlainComboBox<>());
        box.setName("halfCloseBox");
        Set<HalfClose> choices = new LinkedHashSet<>(HALF_CLOSES);
        choices.add(settings.get(key));
        choices.forEach(box::addItem);
        box.setSelectedItem(settings.get(key));
        Controls.setRenderer(box, chosen -> name(chosen, words));
        add(controls.label("ui.half.close", box));
        add(box, "h 28!, growx");
        begin(box);
        option(() -> () -> settings.put(key, (HalfClose) box.getSelectedItem()));
        return this;
    }

    /** Names the time for which a client that has finished sending is kept. */
    static String name(HalfClose chosen, Words words) {
        if (chosen.equals(HalfClose.AUTOMATIC)) {
            return words.of("ui.half.close.auto");
        } else if (chosen.equals(HalfClose.UNLIMITED)) {
            return words.of("ui.half.close.never");
        }
        long seconds = TimeUnit.MILLISECONDS.toSeconds(chosen.unansweredMillis());
        return seconds == 0 ? words.of("ui.half.close.now") : words.of("ui.half.close.seconds", seconds);
    }

    /** Names what of the limits and of the options of all kinds differs from the defaults. */
    static List<String> chosen(LimitKeys limits, TcpOptionKeys options, Settings settings, Words words) {
        List<String> chosen = new ArrayList<>();
        if (limits.areSet(settings)) {
            chosen.add(words.of("ui.limits.chosen"));
        }
        chosen.addAll(chosen(options, settings, words));
        return chosen;
    }

    /** Names the options of all kinds that differ from the defaults. */
    static List<String> chosen(TcpOptionKeys keys, Settings settings, Words words) {
        List<String> chosen = new ArrayList<>();
        for (TcpOption option : TcpOptions.all()) {
            TcpParameter<?> main = option.parameters().get(0);
            Object value = settings.get(keys.of(main));
            if (!value.equals(main.fallback())) {
                chosen.add(words.of("ui.tcp.chosen." + main.name(), value));
            }
        }
        return chosen;
    }

    /** Adds a number from {@code least} to {@code most}. */
    TcpOptionsForm number(String name, String label, SettingKey<Integer> key, int least, int most) {
        number(name, label, key, width, least, most);
        return this;
    }

    /** Adds the buttons, which completes the form. */
    TcpOptionsForm withButtons() {
        addButtons();
        return this;
    }

    private static String size(int width) {
        return "w " + width + "!, growx 0";
    }
}
