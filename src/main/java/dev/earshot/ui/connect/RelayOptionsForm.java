package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.session.RelayKind;
import dev.earshot.session.Settings;
import dev.earshot.session.Settings.Key;
import dev.earshot.session.TcpClientKind;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.PopoverForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;

/** Asks how a relay passes things on: how late, up to how much, and for how long it tries to connect. */
final class RelayOptionsForm extends PopoverForm {
    private final transient Settings settings;
    private final transient Map<Key<Integer>, PlainTextField> fields = new LinkedHashMap<>();

    RelayOptionsForm(Words words, Settings settings) {
        super("connectOptions", words);
        this.settings = settings;
        explain("ui.relay.options.about");
        add("relayDelayOutField", "ui.relay.delay.out", RelayKind.DELAY_OUT);
        add("relayDelayBackField", "ui.relay.delay.back", RelayKind.DELAY_BACK);
        add("relayCutOutField", "ui.relay.cut.out", RelayKind.CUT_OUT);
        add("relayCutBackField", "ui.relay.cut.back", RelayKind.CUT_BACK);
        add("connectTimeoutField", "ui.connect.timeout", RelayKind.TIMEOUT);
        addButtons("connectOptions");
    }

    private void add(String name, String key, Key<Integer> setting) {
        fields.put(setting, addField(name, key, String.valueOf(settings.get(setting)), "w 108!, growx 0"));
    }

    @Override
    protected void apply() throws Problem {
        int delayOut = number(RelayKind.DELAY_OUT, 0, RelayKind.MOST_MILLIS);
        int delayBack = number(RelayKind.DELAY_BACK, 0, RelayKind.MOST_MILLIS);
        int cutOut = number(RelayKind.CUT_OUT, 0, Integer.MAX_VALUE);
        int cutBack = number(RelayKind.CUT_BACK, 0, Integer.MAX_VALUE);
        int timeout = number(RelayKind.TIMEOUT, 1, TcpClientKind.MOST_SECONDS);
        settings.put(RelayKind.DELAY_OUT, delayOut);
        settings.put(RelayKind.DELAY_BACK, delayBack);
        settings.put(RelayKind.CUT_OUT, cutOut);
        settings.put(RelayKind.CUT_BACK, cutBack);
        settings.put(RelayKind.TIMEOUT, timeout);
    }

    private int number(Key<Integer> setting, int least, int most) throws Problem {
        return number(fields.get(setting), least, most);
    }

    @Override
    protected JComponent first() {
        return fields.get(RelayKind.DELAY_OUT);
    }

    /** In words, what of it is not as usual. */
    static List<String> chosen(Words words, Settings settings) {
        List<String> chosen = new ArrayList<>();
        if (settings.get(RelayKind.DELAY_OUT) > 0 || settings.get(RelayKind.DELAY_BACK) > 0) {
            chosen.add(words.of(
                    "ui.relay.chosen.delay", settings.get(RelayKind.DELAY_OUT), settings.get(RelayKind.DELAY_BACK)));
        }
        if (settings.get(RelayKind.CUT_OUT) > 0) {
            chosen.add(words.of("ui.relay.chosen.cut.out", settings.get(RelayKind.CUT_OUT)));
        }
        if (settings.get(RelayKind.CUT_BACK) > 0) {
            chosen.add(words.of("ui.relay.chosen.cut.back", settings.get(RelayKind.CUT_BACK)));
        }
        return chosen;
    }
}
