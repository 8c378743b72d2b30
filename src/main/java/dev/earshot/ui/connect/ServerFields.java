package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.PopoverForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;

/** The fields of a TCP server: the address and the port on which it listens. */
final class ServerFields implements EndpointFields {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Bar bar;
    private final ListenFields listen;
    private final EmptyState.Link openClient;

    ServerFields(Context context) {
        session = context.session();
        settings = context.settings();
        words = context.words();
        bar = context.bar();
        String address = settings.get(TcpServerKind.ADDRESS);
        listen = new ListenFields(words, address, settings.get(TcpServerKind.PORT), context.addresses(), bar);
        openClient = new EmptyState.Link(words.of("ui.empty.client"), this::openClient);
    }

    @Override
    public List<Field> fields() {
        return listen.fields();
    }

    @Override
    public JComponent first() {
        return listen.first();
    }

    @Override
    public void setEditable(boolean editable) {
        listen.setEditable(editable);
    }

    @Override
    public void start(boolean agreed) throws Problem {
        ListenAddress address = listen.read();
        if (address.port() == 0 && !agreed) {
            bar.ask("ui.port.any", "ui.port.any.take");
            return;
        }
        save();
        session.open(TcpServerConfig.of(settings));
    }

    @Override
    public void markWrong(Problem problem) {
        listen.markWrong(problem);
    }

    @Override
    public ListenFields listen() {
        return listen;
    }

    @Override
    public void clearErrors() {
        listen.clearErrors();
    }

    @Override
    public void save() {
        settings.put(TcpServerKind.ADDRESS, listen.address());
        settings.put(TcpServerKind.PORT, listen.port());
    }

    @Override
    public Supplier<PopoverForm> options() {
        return () -> new TcpOptionsForm(words, settings, "ui.server.options.about", 84)
                .halfClose(TcpServerKind.HALF_CLOSE)
                .limits(TcpServerKind.LIMITS)
                .options(TcpServerKind.OPTIONS)
                .withButtons();
    }

    @Override
    public Supplier<TlsForm> tls() {
        return () -> new TlsForm(words, settings, "ui.tls.server.about")
                .clients(TcpServerKind.TLS, "ui.tls.use")
                .demands(TcpServerKind.TLS)
                .withButtons();
    }

    @Override
    public boolean isEncrypted() {
        return settings.get(TcpServerKind.TLS.used());
    }

    @Override
    public List<String> chosenOptions() {
        HalfClose chosen = settings.get(TcpServerKind.HALF_CLOSE);
        List<String> unusual = new ArrayList<>();
        if (!chosen.equals(HalfClose.AUTOMATIC)) {
            unusual.add(words.of("ui.half.close.chosen", TcpOptionsForm.name(chosen, words)));
        }
        unusual.addAll(TcpOptionsForm.chosen(TcpServerKind.LIMITS, TcpServerKind.OPTIONS, settings, words));
        return unusual;
    }

    @Override
    public EmptyState.Content emptyState(Status status) {
        boolean open = status.state() == Status.State.OPEN;
        String place = place();
        return new EmptyState.Content(
                words.of(open ? "ui.empty.waiting" : "ui.empty.press", place),
                words.of("ui.empty.every.byte"),
                isEncrypted() ? netcatWithTls(place) : netcat(place),
                words.of("ui.empty.network"),
                isEncrypted() ? null : openClient); // that client would speak plain text
    }

    /** Opens a tab with a client that connects to this server. */
    private void openClient() {
        String place = place();
        int colon = place.lastIndexOf(':');
        bar.openClient(reachableHost(host(place)), place.substring(colon + 1));
    }

    private String place() {
        Status status = session.status();
        return status.state() == Status.State.OPEN ? status.address() : listen.place();
    }

    private static String host(String place) {
        return place.substring(0, place.lastIndexOf(':')).replace("[", "").replace("]", "");
    }

    /** Returns the netcat command that connects to this address. */
    static String netcat(String place) {
        return "nc " + reachableHost(host(place)) + " " + place.substring(place.lastIndexOf(':') + 1);
    }

    /** Returns the netcat command that connects to this address with TLS. */
    static String netcatWithTls(String place) {
        return netcat(place).replaceFirst("nc", "ncat --ssl");
    }

    /** Returns an address by which this computer reaches a server that listens on the given one. */
    static String reachableHost(String host) {
        return host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host;
    }
}
