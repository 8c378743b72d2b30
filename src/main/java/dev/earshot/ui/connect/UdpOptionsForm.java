package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.net.MulticastGroup;
import dev.earshot.net.MulticastInterfaces;
import dev.earshot.net.MulticastOptions;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.UdpKind;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainCheckBox;
import dev.earshot.ui.parts.PlainTextField;
import dev.earshot.ui.parts.PopoverForm;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.text.JTextComponent;

/** The form for the options of a UDP endpoint: multicast groups, how to send to them, and sharing of the port. */
final class UdpOptionsForm extends PopoverForm {
    private final transient Settings settings;
    private final transient Session session;
    private final transient EndpointFields.Bar bar;
    private final PlainTextField groups;
    private final AddressBox interfaceBox;
    private final PlainTextField hops;
    private final PlainCheckBox loopback;
    private final PlainCheckBox shared;

    /** @param bar shows a problem with options that are changed while the port is open */
    UdpOptionsForm(Words words, Settings settings, Session session, EndpointFields.Bar bar) {
        super("connectOptions", words);
        this.settings = settings;
        this.session = session;
        this.bar = bar;
        explain("ui.udp.options.about");
        groups = addField("udpGroupsField", "ui.udp.groups", settings.get(UdpKind.GROUPS), "growx");
        groups.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, "239.1.2.3, ff02::1@eth0");
        groups.setToolTipText(words.of("ui.udp.groups.tip"));
        interfaceBox = new AddressBox(
                "udpInterfaceBox",
                settings.get(UdpKind.INTERFACE),
                MulticastInterfaces::all,
                this::applyAndClose,
                this::clearProblem);
        interfaceBox.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.udp.interface.any"));
        interfaceBox.setToolTipText(words.of("ui.udp.interface.tip"));
        add(controls.label("ui.udp.interface", interfaceBox));
        add(interfaceBox, "h 28!, w 200!, growx 0");
        hops = addField("udpHopsField", "ui.udp.hops", String.valueOf(settings.get(UdpKind.HOPS)), "w 84!, growx 0");
        hops.setToolTipText(words.of("ui.udp.hops.tip"));
        loopback = addBox("udpLoopbackBox", "ui.udp.loopback", settings.get(UdpKind.LOOPBACK));
        shared = addBox("udpSharedBox", "ui.udp.shared", settings.get(UdpKind.SHARED));
        shared.setToolTipText(words.of("ui.udp.shared.tip"));
        addButtons("connectOptions");
    }

    @Override
    protected void apply() throws Problem {
        parse(groups.getText(), groups);
        int most = number(hops, 0, MulticastOptions.MOST_HOPS);
        settings.put(UdpKind.GROUPS, groups.getText().strip());
        settings.put(UdpKind.INTERFACE, interfaceBox.text());
        settings.put(UdpKind.HOPS, most);
        settings.put(UdpKind.LOOPBACK, loopback.isSelected());
        settings.put(UdpKind.SHARED, shared.isSelected());
        if (session.status().isOpen()) {
            // Later: what the bar says about the form being applied comes first.
            session.udp().setMulticast(UdpKind.multicast(settings), why -> EventQueue.invokeLater(() -> bar.fail(why)));
        }
    }

    private List<MulticastGroup> parse(String typed, JTextComponent field) throws Problem {
        try {
            return UdpKind.groups(typed);
        } catch (Problem problem) {
            throw mark(problem, field);
        }
    }

    @Override
    protected JComponent first() {
        return groups;
    }

    /** Whether this problem can be solved in this form. */
    static boolean isAbout(Problem problem) {
        String key = problem.key();
        return key.startsWith("problem.udp.group")
                || key.startsWith("problem.udp.interface")
                || key.startsWith("problem.udp.multicast");
    }

    /** Returns the options that differ from the defaults, in words. */
    static List<String> chosen(Words words, Settings settings) {
        List<String> chosen = new ArrayList<>();
        if (!settings.get(UdpKind.GROUPS).isEmpty()) {
            chosen.add(settings.get(UdpKind.GROUPS));
        }
        if (!settings.get(UdpKind.INTERFACE).isEmpty()) {
            chosen.add(words.of("ui.udp.chosen.interface", settings.get(UdpKind.INTERFACE)));
        }
        if (!settings.get(UdpKind.HOPS).equals(UdpKind.HOPS.fallback())) {
            chosen.add(words.of("ui.udp.chosen.hops", settings.get(UdpKind.HOPS)));
        }
        if (!settings.get(UdpKind.LOOPBACK)) {
            chosen.add(words.of("ui.udp.chosen.loopback"));
        }
        if (settings.get(UdpKind.SHARED)) {
            chosen.add(words.of("ui.udp.chosen.shared"));
        }
        return chosen;
    }
}
