package dev.earshot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.net.Event;
import dev.earshot.net.TcpServer;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.Client;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.Theme;
import java.awt.Rectangle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JPasswordField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Tests TLS in the window: its form, and a certificate that is trusted by a click. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class TlsWindowTest {
    private static final String COLONS = "([0-9A-F]{2}:){31}[0-9A-F]{2}";

    @TempDir
    private Path folder;

    private TcpServer server;
    private TestWindow ui;

    @BeforeEach
    void open() throws Exception {
        Settings encrypted = new Settings(folder.resolve("server.properties"));
        encrypted.put(TcpServerKind.PORT, "0");
        encrypted.put(TcpServerKind.TLS.used(), true);
        server = (TcpServer) TcpServerConfig.of(encrypted).create(() -> 1);
        server.open(event -> {});
        String settings = "kind=tcp_client\nclient.tls=true\nclient.port="
                + server.local().getPort() + "\n";
        Files.writeString(folder.resolve("settings.properties"), settings);
        ui = new TestWindow(folder);
    }

    @AfterEach
    void close() throws IOException {
        ui.close();
        server.close();
    }

    private void press(String button) {
        // The window shows a new state a moment later, and a disabled button takes no click.
        await().until(() ->
                TestWindow.onEdt(() -> ui.<AbstractButton>find(button).isEnabled()));
        TestWindow.run(() -> ui.<AbstractButton>find(button).doClick());
    }

    private String words() {
        return TestWindow.onEdt(() -> ui.<JLabel>find("statusLabel").getText());
    }

    private void awaitState(State state) {
        await().until(() -> ui.session.status().state() == state);
    }

    @Test
    void aCertificateThatIsNotTrustedIsShownAndTrustedByAClick() throws Exception {
        press("listenButton");
        awaitState(State.FAILED);
        await().untilAsserted(() -> assertThat(words()).matches("Not trusted: SHA-256 " + COLONS + ".*"));
        assertThat(TestWindow.<Boolean>onEdt(
                        () -> ui.<AbstractButton>find("agreeButton").isVisible()))
                .isTrue();
        press("agreeButton");
        awaitState(State.OPEN);
        await().until(() -> ui.messages().stream().anyMatch(row -> row.contains("encrypted: TLS 1.3")));
        await().until(() -> !ui.session.clients().present().isEmpty()
                && ui.session.clients().present().iterator().next().tls().startsWith("TLS 1.3"));
        ui.session.stop();
        await().until(() -> TestWindow.onEdt(
                        () -> ui.<AbstractButton>find("listenButton").getText())
                .equals("Connect"));
        press("listenButton"); // it is remembered
        awaitState(State.OPEN);
    }

    /** Opens a server whose clients begin plain and may encrypt at any time. */
    private TcpServer upgradable() throws Exception {
        Settings plain = new Settings(folder.resolve("plain.properties"));
        plain.put(TcpServerKind.PORT, "0");
        TcpServer opened = (TcpServer) TcpServerConfig.of(plain).create(() -> 1);
        opened.open(event -> {
            if (event instanceof Event.Joined joined) {
                opened.conversations().startTls(joined.peer());
            }
        });
        return opened;
    }

    private Settings settings() {
        return ui.window.tabs().selected().settings();
    }

    private void connectPlain(TcpServer to) {
        TestWindow.run(() -> {
            settings().put(TcpClientKind.TLS.used(), false);
            ui.<JTextComponent>find("targetPortField")
                    .setText(String.valueOf(to.local().getPort()));
        });
        press("listenButton");
        awaitState(State.OPEN);
        await().until(() -> !ui.session.clients().present().isEmpty());
    }

    private void startTls() {
        ui.session
                .clients()
                .startTls(ui.session.clients().present().stream()
                        .map(Client::peer)
                        .toList());
    }

    private boolean isTrustOffered() {
        return TestWindow.onEdt(() -> {
            AbstractButton offer = ui.find("agreeButton");
            return offer.isVisible() && offer.getText().equals("Trust this certificate");
        });
    }

    @Test
    void theSameIsOfferedWhenAConversationIsEncryptedLater() throws Exception {
        TcpServer plain = upgradable();
        try {
            connectPlain(plain);
            startTls();
            awaitState(State.FAILED);
            await().untilAsserted(() -> assertThat(words()).matches("Not trusted: SHA-256 " + COLONS + ".*"));
            await().until(this::isTrustOffered);
            press("agreeButton");
            awaitState(State.OPEN);
            await().until(() -> !ui.session.clients().present().isEmpty());
            startTls();
            await().until(() -> ui.messages().stream().anyMatch(row -> row.contains("encrypted: TLS 1.3")));
            assertThat(isTrustOffered()).isFalse();
        } finally {
            plain.close();
        }
    }

    @Test
    void theOfferStaysWhileTheClientReconnects() throws Exception {
        TcpServer plain = upgradable();
        try {
            TestWindow.run(() -> settings().put(TcpClientKind.RECONNECT, true));
            connectPlain(plain);
            startTls();
            await().until(() -> ui.messages().stream()
                            .filter(row -> row.startsWith("connected"))
                            .count()
                    == 2);
            awaitState(State.OPEN);
            await().untilAsserted(() ->
                    assertThat(words()).startsWith("Not trusted: SHA-256 ").contains("Connected to 127.0.0.1:"));
            assertThat(isTrustOffered()).isTrue();
        } finally {
            plain.close();
        }
    }

    @Test
    void aRelayOffersItForTheServerThatItConnectsTo() throws Exception {
        ui.close();
        String settings = "kind=relay\nrelay.port=0\nrelay.host=127.0.0.1\nrelay.target.port=%d\nrelay.tls.out=true\n";
        Files.writeString(
                folder.resolve("settings.properties"),
                settings.formatted(server.local().getPort()));
        ui = new TestWindow(folder);
        press("listenButton");
        press("agreeButton");
        connectToRelay().close();
        await().until(this::isTrustOffered);
        assertThat(ui.session.status().problem().key()).isEqualTo("problem.tls.certificate.untrusted");
        press("agreeButton");
        await().until(() ->
                ui.session.status().state() == State.OPEN && ui.session.status().problem() == null);
        try (Socket client = connectToRelay()) {
            assertThat(client.isConnected()).isTrue();
            await().until(() -> ui.messages().stream().anyMatch(row -> row.contains("encrypted: TLS 1.3")));
        }
    }

    @Test
    void theLockIsMarkedWhenTheFileOfTheCertificateIsMissing() throws Exception {
        ui.close();
        Path missing = folder.resolve("none.pem");
        Files.writeString(folder.resolve("settings.properties"), "port=0\ntls=true\ntls.certificate=" + missing + "\n");
        ui = new TestWindow(folder);
        press("listenButton");
        press("agreeButton");
        await().untilAsserted(
                        () -> assertThat(words()).isEqualTo(missing + " does not exist, or its folder does not."));
        await().until(() -> ui.find("tlsButton").isFocusOwner()); // a click or Enter opens the form
    }

    private Socket connectToRelay() throws IOException {
        awaitState(State.OPEN);
        String address = ui.session.status().address();
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static TlsForm relay(Settings settings) {
        return new TlsForm(new Words(Locale.ENGLISH), settings, "ui.tls.relay.about")
                .clients(RelayKind.TLS_IN, "ui.tls.use.in")
                .server(RelayKind.TLS_OUT, "ui.tls.use.out", () -> null)
                .withButtons();
    }

    private static void type(TlsForm form, String name, String text) {
        TestWindow.<JTextComponent>find(form, name).setText(text);
    }

    private static void click(TlsForm form, String name) {
        TestWindow.<AbstractButton>find(form, name).doClick();
    }

    @Test
    void theFormShowsTheFingerprintAndKeepsPasswordsOutOfTheFile() throws Exception {
        Path file = folder.resolve("other.properties");
        Settings settings = new Settings(file);
        Theme.install(settings);
        TlsForm form = TestWindow.onEdt(() -> relay(settings));
        await().until(() -> TestWindow.onEdt(() -> TestWindow.<JTextComponent>find(form, "tlsFingerprintField")
                .getText()
                .matches(COLONS)));
        TestWindow.run(() -> {
            click(form, "tlsInBox");
            type(form, "tlsCertificateField", "/keys/boiler.p12");
            TestWindow.<JPasswordField>find(form, "tlsPasswordField").setText("s3cret");
            type(form, "tlsSniField", "boiler.example");
            click(form, "tlsApplyButton");
            assertThat(form.isDone()).isTrue();
        });
        assertThat(settings.get(RelayKind.TLS_IN.used())).isTrue();
        assertThat(settings.get(RelayKind.TLS_OUT.used())).isFalse();
        assertThat(settings.get(RelayKind.TLS_OUT.sni())).isEqualTo("boiler.example");
        assertThat(settings.passwords().of("/keys/boiler.p12").isEmpty()).isFalse();
        settings.save();
        assertThat(Files.readString(file)).contains("/keys/boiler.p12").doesNotContain("s3cret");
    }

    @Test
    void theFieldsOfTheFormEndWhereItsButtonsDo() {
        TestWindow.run(() -> {
            TlsForm form = new TlsForm(
                            new Words(Locale.ENGLISH),
                            new Settings(folder.resolve("other.properties")),
                            "ui.tls.server.about")
                    .clients(TcpServerKind.TLS, "ui.tls.use")
                    .demands(TcpServerKind.TLS)
                    .withButtons();
            form.setSize(form.getPreferredSize());
            form.doLayout();
            Rectangle button = TestWindow.find(form, "tlsCancelButton").getBounds();
            for (String name : List.of("tlsCertificateFieldChoose", "tlsPasswordField", "tlsInAlpnField")) {
                Rectangle bounds = TestWindow.find(form, name).getBounds();
                assertThat(bounds.x + bounds.width).as(name).isEqualTo(button.x + button.width);
            }
        });
    }

    @Test
    void wrongTextsAreSaidAndChangeNothing() {
        Settings settings = new Settings(folder.resolve("other.properties"));
        TestWindow.run(() -> {
            TlsForm form = new TlsForm(new Words(Locale.ENGLISH), settings, "ui.tls.client.about")
                    .server(TcpClientKind.TLS, "ui.tls.use", () -> new ConnectAddress("a.example", 443))
                    .withButtons();
            click(form, "tlsOutBox");
            type(form, "tlsPinField", "3A:F0");
            click(form, "tlsApplyButton");
            assertThat(form.isDone()).isFalse();
            assertThat(TestWindow.<JTextComponent>find(form, "tlsProblem").getText())
                    .isEqualTo("'3A:F0' is not a SHA-256 fingerprint: enter 64 hex digits, with or without colons.");
            assertThat(settings.get(TcpClientKind.TLS.used())).isFalse();
        });
    }
}
