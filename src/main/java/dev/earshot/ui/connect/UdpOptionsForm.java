package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.net.udp.MulticastInterfaces;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.UdpKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;

/** The form for the options of a UDP endpoint: multicast groups, how to send to them, and sharing of the port. */
final class UdpOptionsForm extends EndpointForm {
    private final transient Session session;
    private final transient EndpointFields.Bar bar;

    /** @param bar shows a problem with options that are changed while the port is open */
    UdpOptionsForm(Words words, Settings settings, Session session, EndpointFields.Bar bar) {
        super("connectOptions", words, settings, "ui.udp.options.about");
        this.session = session;
        this.bar = bar;
        PlainTextField groups = field("udpGroupsField", "ui.udp.groups", settings.get(UdpKind.GROUPS), "growx");
        text(groups, UdpKind.GROUPS, UdpKind::groups);
        groups.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, "239.1.2.3, ff02::1@eth0");
        groups.setToolTipText(words.of("ui.udp.groups.tip"));
        AddressBox interfaceBox = new AddressBox(
                "udpInterfaceBox",
                settings.get(UdpKind.INTERFACE),
                MulticastInterfaces::all,
                this::applyAndClose,
                this::clearProblem);
        interfaceBox.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.udp.interface.any"));
        interfaceBox.setToolTipText(words.of("ui.udp.interface.tip"));
        add(controls.label("ui.udp.interface", interfaceBox));
        add(interfaceBox, "h 28!, w 200!, growx 0");
        option(() -> () -> settings.put(UdpKind.INTERFACE, interfaceBox.text()));
        number("udpHopsField", "ui.udp.hops", UdpKind.HOPS, "w 84!, growx 0", 0, MulticastOptions.MOST_HOPS)
                .setToolTipText(words.of("ui.udp.hops.tip"));
        flag("udpLoopbackBox", "ui.udp.loopback", UdpKind.LOOPBACK);
        flag("udpSharedBox", "ui.udp.shared", UdpKind.SHARED).setToolTipText(words.of("ui.udp.shared.tip"));
        addButtons();
    }

    @Override
    protected void apply() throws Problem {
        super.apply();
        if (session.status().isOpen()) {
            // Later: what the bar says about the form being applied comes first.
            session.udp().setMulticast(UdpKind.multicast(settings), why -> EventQueue.invokeLater(() -> bar.fail(why)));
        }
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
