package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.session.Settings;
import dev.earshot.session.TcpClientConfig;
import dev.earshot.session.TcpClientKind;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainCheckBox;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.PopoverForm;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/** Asks how a TCP client connects: from where, for how long it tries, and whether it tries again. */
final class ClientOptionsForm extends PopoverForm {
    private final transient Settings settings;
    private final PlainTextField address;
    private final PlainTextField port;
    private final PlainTextField timeout;
    private final PlainCheckBox reconnect;
    private final PlainCheckBox keepAlive;

    ClientOptionsForm(Words words, Settings settings) {
        super("connectOptions", words);
        this.settings = settings;
        explain("ui.connect.options.about");
        address = addField(
                "localAddressField",
                "ui.connect.local.address",
                settings.get(TcpClientKind.LOCAL_ADDRESS),
                "w 200!, growx 0");
        port = addField(
                "localPortField", "ui.connect.local.port", settings.get(TcpClientKind.LOCAL_PORT), "w 84!, growx 0");
        timeout = addField(
                "connectTimeoutField",
                "ui.connect.timeout",
                String.valueOf(settings.get(TcpClientKind.TIMEOUT)),
                "w 84!, growx 0");
        String any = words.of("ui.connect.local.any");
        address.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, any);
        port.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, any);
        reconnect = addBox("reconnectBox", "ui.connect.reconnect", settings.get(TcpClientKind.RECONNECT));
        keepAlive = addBox("keepAliveBox", "ui.connect.keepalive", settings.get(TcpClientKind.KEEP_ALIVE));
        addButtons("connectOptions");
    }

    @Override
    protected void apply() throws Problem {
        checkLocal();
        int seconds = number(timeout, 1, TcpClientKind.MOST_SECONDS);
        settings.put(TcpClientKind.LOCAL_ADDRESS, address.getText().strip());
        settings.put(TcpClientKind.LOCAL_PORT, port.getText().strip());
        settings.put(TcpClientKind.TIMEOUT, seconds);
        settings.put(TcpClientKind.KEEP_ALIVE, keepAlive.isSelected());
        settings.put(TcpClientKind.RECONNECT, reconnect.isSelected());
    }

    private void checkLocal() throws Problem {
        try {
            TcpClientConfig.local(address.getText(), port.getText());
        } catch (Problem problem) {
            throw point(problem, problem.key().startsWith("problem.port") ? port : address);
        }
    }

    @Override
    protected JComponent first() {
        return address;
    }

    /** In words, what of it is not as usual. */
    static List<String> chosen(Words words, Settings settings) {
        List<String> chosen = new ArrayList<>();
        String address = settings.get(TcpClientKind.LOCAL_ADDRESS);
        String port = settings.get(TcpClientKind.LOCAL_PORT);
        if (!address.isEmpty() || !port.isEmpty()) {
            chosen.add(words.of("ui.connect.chosen.local", address, port.isEmpty() ? "0" : port));
        }
        if (settings.get(TcpClientKind.RECONNECT)) {
            chosen.add(words.of("ui.connect.chosen.reconnect"));
        }
        if (settings.get(TcpClientKind.KEEP_ALIVE)) {
            chosen.add(words.of("ui.connect.chosen.keepalive"));
        }
        return chosen;
    }
}
