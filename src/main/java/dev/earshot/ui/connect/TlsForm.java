package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.Secret;
import dev.earshot.net.tls.TlsNames;
import dev.earshot.session.settings.ClientTlsKeys;
import dev.earshot.session.settings.ServerTlsKeys;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TlsFiles;
import dev.earshot.session.settings.TrustedCertificates;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainFileChooser;
import dev.earshot.ui.plain.PlainTextField;
import java.io.File;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.swing.JFileChooser;
import javax.swing.JPasswordField;

/** The form for the TLS of an endpoint. Each kind adds the sides that it has, and then {@link #withButtons}. */
final class TlsForm extends EndpointForm {
    private static final String WIDE = "w 300";

    private transient Runnable reopen = () -> {};

    TlsForm(Words words, Settings settings, String about) {
        super("tls", words, settings, about);
    }

    /** Adds the side of clients: the certificate that they are shown. */
    TlsForm clients(ServerTlsKeys keys, String label) {
        flag("tlsInBox", label, keys.used());
        PlainTextField certificate =
                file("tlsCertificateField", "ui.tls.certificate", "ui.tls.self.signed", keys.certificate());
        PlainTextField key = file("tlsKeyField", "ui.tls.key", "ui.tls.key.with", keys.key());
        password("tlsPasswordField", () -> key.getText().isBlank() ? certificate.getText() : key.getText());
        FingerprintRow fingerprint = new FingerprintRow(words, settings, keys, this::fit);
        fingerprint.addTo(this);
        // It is that of the files that were chosen before.
        certificate.getDocument().addDocumentListener(TextEdits.listener(fingerprint::clear));
        return this;
    }

    /** Adds what clients must show, and which application protocols are taken. */
    TlsForm demands(ServerTlsKeys keys) {
        file("tlsClientsField", "ui.tls.clients", "ui.tls.clients.all", keys.clientIssuers());
        alpn("tlsInAlpnField", keys.alpn());
        return this;
    }

    /**
     * Adds the side of the server: what we trust, show and ask for.
     *
     * @param server the server that is connected to; null while that is typed wrong
     */
    TlsForm server(ClientTlsKeys keys, String label, Supplier<ConnectAddress> server) {
        flag("tlsOutBox", label, keys.used());
        file("tlsIssuersField", "ui.tls.issuers", "ui.tls.issuers.system", keys.issuers());
        pin(server.get());
        PlainTextField own = file("tlsOwnField", "ui.tls.own", "ui.tls.own.none", keys.certificate());
        password("tlsOwnPasswordField", own::getText);
        text("tlsSniField", "ui.tls.sni", keys.sni(), WIDE, TlsNames::parseSni, "ui.tls.sni.host");
        alpn("tlsOutAlpnField", keys.alpn());
        return this;
    }

    /** Sets an action that opens the form again: a dialog closes it like a click elsewhere. */
    void whenClosedByDialog(Runnable action) {
        reopen = action;
    }

    /** Adds the buttons, which completes the form. */
    TlsForm withButtons() {
        addButtons();
        return this;
    }

    private void alpn(String name, SettingKey<String> key) {
        text(name, "ui.tls.alpn", key, WIDE, TlsNames::parseAlpn, "ui.tls.alpn.none");
    }

    /** Adds the path of a file, with a button that chooses one. */
    private PlainTextField file(String name, String label, String empty, SettingKey<String> key) {
        PlainTextField field = new PlainTextField(settings.get(key));
        field.setName(name);
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of(empty));
        field.getDocument().addDocumentListener(TextEdits.listener(this::clearProblem));
        PlainButton choose =
                controls.tool(name + "Choose", Icons.of("folder", 16, Token.ICON), words.of("ui.tls.choose"));
        choose.addActionListener(e -> choose(field));
        add(controls.label(label, field));
        add(field, "h 28!, w 268, split 2");
        add(choose, "w 24!, h 24!");
        text(field, key, TlsFiles::path);
        return field;
    }

    private void choose(PlainTextField field) {
        PlainFileChooser chooser = new PlainFileChooser(words.of("ui.tls.choose"));
        if (!field.getText().isBlank()) {
            chooser.setSelectedFile(new File(field.getText().strip()));
        }
        if (chooser.showDialog(field, words.of("ui.tls.choose.take")) == JFileChooser.APPROVE_OPTION) {
            field.setText(chooser.getSelectedFile().toString());
        }
        if (!isOpen()) {
            reopen.run();
        }
    }

    /** Adds a password, which is kept in memory alone. */
    private void password(String name, Supplier<String> file) {
        JPasswordField field = new JPasswordField();
        field.setName(name);
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.tls.password.none"));
        add(controls.label("ui.tls.password", field));
        add(field, "h 28!, " + WIDE);
        option(() -> () -> {
            char[] typed = field.getPassword();
            if (typed.length > 0) {
                settings.passwords().put(file.get(), new Secret(typed));
            }
            Arrays.fill(typed, '\0');
        });
    }

    /** Adds the fingerprint of the only certificate that is accepted from this server. */
    private void pin(ConnectAddress server) {
        if (server == null) {
            return;
        }
        TrustedCertificates trusted = new TrustedCertificates(settings);
        Fingerprint known = trusted.of(server);
        PlainTextField field = addField("tlsPinField", "ui.tls.pin", known == null ? "" : known.text(), WIDE);
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.of("ui.tls.pin.none"));
        field.setToolTipText(words.of("ui.tls.pin.tip", server.text()));
        option(() -> {
            String typed = field.getText();
            Fingerprint pin = typed.isBlank() ? null : read(field, () -> Fingerprint.parse(typed));
            return () -> trusted.put(server, pin);
        });
    }
}
