package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientConfig;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TrustedCertificates;
import dev.earshot.session.words.Words;
import dev.earshot.ui.clients.ClientMenu;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;

/** The fields of a TCP client: the host and the port to connect to. */
final class ClientFields implements EndpointFields {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final TargetFields target;
    private final PlainButton finish;

    ClientFields(Context context) {
        session = context.session();
        settings = context.settings();
        words = context.words();
        String host = settings.get(TcpClientKind.HOST);
        target = new TargetFields(words, host, settings.get(TcpClientKind.PORT), context.bar());
        finish = new Controls(words)
                .tool("finishButton", Icons.of("finish", 16, Token.ICON), words.of("ui.client.finish.tip"));
        finish.addActionListener(e -> finishSending());
    }

    @Override
    public List<Field> fields() {
        return target.fields();
    }

    @Override
    public JComponent first() {
        return target.first();
    }

    @Override
    public void setEditable(boolean editable) {
        target.setEditable(editable);
    }

    @Override
    public void start(boolean agreed) throws Problem {
        ConnectAddress server = target.read();
        save();
        if (agreed) {
            new TrustedCertificates(settings).accept(server, session.status().problem());
        }
        session.open(TcpClientConfig.of(settings));
    }

    @Override
    public void markWrong(Problem problem) {
        target.markWrong(problem);
    }

    @Override
    public boolean isAboutOptions(Problem problem) {
        return problem.key().startsWith("problem.connect.local");
    }

    @Override
    public void clearErrors() {
        target.clearErrors();
    }

    @Override
    public void save() {
        settings.put(TcpClientKind.HOST, target.host());
        settings.put(TcpClientKind.PORT, target.port());
    }

    @Override
    public Supplier<PopoverForm> options() {
        return () -> new TcpOptionsForm(words, settings, "ui.connect.options.about", 84)
                .local(TcpClientKind.LOCAL_ADDRESS, TcpClientKind.LOCAL_PORT)
                .timeout(TcpClientKind.TIMEOUT)
                .reconnect(TcpClientKind.RECONNECT)
                .options(TcpClientKind.OPTIONS)
                .withButtons();
    }

    @Override
    public Supplier<TlsForm> tls() {
        return () -> new TlsForm(words, settings, "ui.tls.client.about")
                .server(TcpClientKind.TLS, "ui.tls.use", target::typed)
                .withButtons();
    }

    @Override
    public boolean isEncrypted() {
        return settings.get(TcpClientKind.TLS.used());
    }

    @Override
    public JComponent extraButton() {
        return finish;
    }

    @Override
    public void refresh() {
        finish.setVisible(!ClientMenu.unfinished(session.clients().present()).isEmpty());
    }

    private void finishSending() {
        session.clients().finishSending(ClientMenu.unfinished(session.clients().present()));
    }

    @Override
    public List<String> chosenOptions() {
        List<String> chosen = new ArrayList<>();
        String address = settings.get(TcpClientKind.LOCAL_ADDRESS);
        String port = settings.get(TcpClientKind.LOCAL_PORT);
        if (!address.isEmpty() || !port.isEmpty()) {
            chosen.add(words.of("ui.connect.chosen.local", address, port.isEmpty() ? "0" : port));
        }
        if (settings.get(TcpClientKind.RECONNECT)) {
            chosen.add(words.of("ui.connect.chosen.reconnect"));
        }
        chosen.addAll(TcpOptionsForm.chosen(TcpClientKind.OPTIONS, settings, words));
        return chosen;
    }

    @Override
    public EmptyState.Content emptyState(Status status) {
        String port = target.port().isEmpty() ? "8080" : target.port();
        return new EmptyState.Content(
                words.of("ui.empty.press", target.place()),
                words.of("ui.empty.every.byte"),
                "nc -l -p " + port,
                words.of("ui.empty.network"),
                null);
    }
}
