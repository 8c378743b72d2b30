package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.RelayOptions;
import dev.earshot.session.EndpointSettings;
import dev.earshot.session.Settings;
import dev.earshot.session.Settings.Key;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.PopoverForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;

/** Asks how a relay passes things on: how late, up to how much, and for how long it tries to connect. */
final class RelayOptionsForm extends PopoverForm {
    private final transient Settings settings;
    private final transient Map<Key<Integer>, PlainTextField> fields = new LinkedHashMap<>();

    RelayOptionsForm(Words words, Settings settings) {
        super("connectOptions", words);
        this.settings = settings;
        explain("ui.relay.options.about");
        add("relayDelayOutField", "ui.relay.delay.out", EndpointSettings.RELAY_DELAY_OUT);
        add("relayDelayBackField", "ui.relay.delay.back", EndpointSettings.RELAY_DELAY_BACK);
        add("relayCutOutField", "ui.relay.cut.out", EndpointSettings.RELAY_CUT_OUT);
        add("relayCutBackField", "ui.relay.cut.back", EndpointSettings.RELAY_CUT_BACK);
        add("connectTimeoutField", "ui.connect.timeout", EndpointSettings.RELAY_TIMEOUT);
        addButtons("connectOptions");
    }

    private void add(String name, String key, Key<Integer> setting) {
        fields.put(setting, addField(name, key, String.valueOf(settings.get(setting)), "w 108!, growx 0"));
    }

    @Override
    protected void apply() throws Problem {
        int delayOut = number(EndpointSettings.RELAY_DELAY_OUT, 0, EndpointSettings.MOST_MILLIS);
        int delayBack = number(EndpointSettings.RELAY_DELAY_BACK, 0, EndpointSettings.MOST_MILLIS);
        int cutOut = number(EndpointSettings.RELAY_CUT_OUT, 0, Integer.MAX_VALUE);
        int cutBack = number(EndpointSettings.RELAY_CUT_BACK, 0, Integer.MAX_VALUE);
        int timeout = number(EndpointSettings.RELAY_TIMEOUT, 1, EndpointSettings.MOST_SECONDS);
        settings.put(EndpointSettings.RELAY_DELAY_OUT, delayOut);
        settings.put(EndpointSettings.RELAY_DELAY_BACK, delayBack);
        settings.put(EndpointSettings.RELAY_CUT_OUT, cutOut);
        settings.put(EndpointSettings.RELAY_CUT_BACK, cutBack);
        settings.put(EndpointSettings.RELAY_TIMEOUT, timeout);
    }

    private int number(Key<Integer> setting, int least, int most) throws Problem {
        return number(fields.get(setting), least, most);
    }

    @Override
    protected JComponent first() {
        return fields.get(EndpointSettings.RELAY_DELAY_OUT);
    }

    /** What the settings say of all this. */
    static RelayOptions options(Settings settings) {
        int millis = (int) TimeUnit.SECONDS.toMillis(settings.get(EndpointSettings.RELAY_TIMEOUT));
        return new RelayOptions(
                ConnectOptions.STANDARD.within(millis),
                new RelayOptions.Path(
                        settings.get(EndpointSettings.RELAY_DELAY_OUT), settings.get(EndpointSettings.RELAY_CUT_OUT)),
                new RelayOptions.Path(
                        settings.get(EndpointSettings.RELAY_DELAY_BACK), settings.get(EndpointSettings.RELAY_CUT_BACK)),
                RelayOptions.STANDARD.mostClients());
    }

    /** In words, what of it is not as usual. */
    static List<String> chosen(Words words, Settings settings) {
        List<String> chosen = new ArrayList<>();
        if (settings.get(EndpointSettings.RELAY_DELAY_OUT) > 0 || settings.get(EndpointSettings.RELAY_DELAY_BACK) > 0) {
            chosen.add(words.of(
                    "ui.relay.chosen.delay",
                    settings.get(EndpointSettings.RELAY_DELAY_OUT),
                    settings.get(EndpointSettings.RELAY_DELAY_BACK)));
        }
        if (settings.get(EndpointSettings.RELAY_CUT_OUT) > 0) {
            chosen.add(words.of("ui.relay.chosen.cut.out", settings.get(EndpointSettings.RELAY_CUT_OUT)));
        }
        if (settings.get(EndpointSettings.RELAY_CUT_BACK) > 0) {
            chosen.add(words.of("ui.relay.chosen.cut.back", settings.get(EndpointSettings.RELAY_CUT_BACK)));
        }
        return chosen;
    }
}
