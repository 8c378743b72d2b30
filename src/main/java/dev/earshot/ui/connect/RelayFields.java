package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.RelayConfig;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TrustedCertificates;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComponent;

/** The fields of a relay: where it listens, and where it connects each client to. */
final class RelayFields implements EndpointFields {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Bar bar;
    private final ListenFields listen;
    private final TargetFields target;
    private final PlainLabel arrow = new PlainLabel(Icons.of("to", 16, Token.ICON));
    private boolean targetWrong;

    RelayFields(Context context) {
        session = context.session();
        settings = context.settings();
        words = context.words();
        bar = context.bar();
        listen = new ListenFields(
                words, settings.get(RelayKind.ADDRESS), settings.get(RelayKind.PORT), context.addresses(), bar);
        target = new TargetFields(words, settings.get(RelayKind.HOST), settings.get(RelayKind.TARGET_PORT), bar);
        arrow.setToolTipText(words.of("ui.relay.arrow.tip"));
    }

    @Override
    public List<Field> fields() {
        return Stream.of(listen.fields(), List.of(new Field(null, arrow, "16!")), target.fields())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public JComponent first() {
        return listen.first();
    }

    @Override
    public void setEditable(boolean editable) {
        listen.setEditable(editable);
        target.setEditable(editable);
    }

    @Override
    public void start(boolean agreed) throws Problem {
        targetWrong = false;
        ListenAddress address = listen.read();
        targetWrong = true;
        ConnectAddress server = target.read();
        targetWrong = false;
        if (address.port() == 0 && !agreed) {
            bar.ask("ui.port.any", "ui.port.any.take");
            return;
        }
        if (agreed) {
            new TrustedCertificates(settings).accept(server, session.status().problem());
        }
        save();
        session.open(RelayConfig.of(settings));
    }

    @Override
    public void markWrong(Problem problem) {
        if (targetWrong) {
            target.markWrong(problem);
        } else {
            listen.markWrong(problem);
        }
    }

    @Override
    public ListenFields listen() {
        return listen;
    }

    @Override
    public void clearErrors() {
        listen.clearErrors();
        target.clearErrors();
    }

    @Override
    public void save() {
        settings.put(RelayKind.ADDRESS, listen.address());
        settings.put(RelayKind.PORT, listen.port());
        settings.put(RelayKind.HOST, target.host());
        settings.put(RelayKind.TARGET_PORT, target.port());
    }

    @Override
    public Supplier<PopoverForm> options() {
        return () -> new TcpOptionsForm(words, settings, "ui.relay.options.about", 108)
                .number("relayDelayOutField", "ui.relay.delay.out", RelayKind.DELAY_OUT, 0, RelayKind.MOST_MILLIS)
                .number("relayDelayBackField", "ui.relay.delay.back", RelayKind.DELAY_BACK, 0, RelayKind.MOST_MILLIS)
                .number("relayCutOutField", "ui.relay.cut.out", RelayKind.CUT_OUT, 0, Integer.MAX_VALUE)
                .number("relayCutBackField", "ui.relay.cut.back", RelayKind.CUT_BACK, 0, Integer.MAX_VALUE)
                .timeout(RelayKind.TIMEOUT)
                .limits(RelayKind.LIMITS)
                .options(RelayKind.OPTIONS)
                .withButtons();
    }

    @Override
    public Supplier<TlsForm> tls() {
        return () -> new TlsForm(words, settings, "ui.tls.relay.about")
                .clients(RelayKind.TLS_IN, "ui.tls.use.in")
                .server(RelayKind.TLS_OUT, "ui.tls.use.out", target::typed)
                .withButtons();
    }

    @Override
    public boolean isEncrypted() {
        return settings.get(RelayKind.TLS_IN.used()) || settings.get(RelayKind.TLS_OUT.used());
    }

    @Override
    public List<String> chosenOptions() {
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
        chosen.addAll(TcpOptionsForm.chosen(RelayKind.LIMITS, RelayKind.OPTIONS, settings, words));
        return chosen;
    }

    @Override
    public EmptyState.Content emptyState(Status status) {
        boolean open = status.state() == Status.State.OPEN;
        String place = open ? status.address() : listen.place();
        return new EmptyState.Content(
                words.of(open ? "ui.empty.waiting" : "ui.empty.press", place),
                words.of("ui.empty.every.byte", target.place()),
                settings.get(RelayKind.TLS_IN.used()) ? ServerFields.netcatWithTls(place) : ServerFields.netcat(place),
                words.of("ui.empty.network"),
                null);
    }
}
