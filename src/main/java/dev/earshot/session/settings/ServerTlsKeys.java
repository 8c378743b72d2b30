package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.Secret;
import dev.earshot.net.tls.TlsNames;
import java.nio.file.Path;
import java.util.List;

/**
 * The names of the settings of TLS for accepted connections. Passwords are none of them.
 *
 * @param used whether connections are encrypted
 * @param certificate the file of the certificate; empty: self-signed
 * @param key the file of the key; empty: with the certificate
 * @param clientIssuers the file of the certificates whose clients alone are taken; empty: all clients
 * @param alpn application protocols with commas between
 */
public record ServerTlsKeys(
        SettingKey<Boolean> used,
        SettingKey<String> certificate,
        SettingKey<String> key,
        SettingKey<String> clientIssuers,
        SettingKey<String> alpn) {

    /** Makes the keys whose names begin like this. */
    static ServerTlsKeys of(String prefix) {
        return new ServerTlsKeys(
                SettingKey.flag(prefix, false),
                SettingKey.text(prefix + ".certificate", ""),
                SettingKey.text(prefix + ".key", ""),
                SettingKey.text(prefix + ".clients", ""),
                SettingKey.text(prefix + ".alpn", ""));
    }

    /** Returns all of them. */
    List<SettingKey<?>> all() {
        return List.of(used, certificate, key, clientIssuers, alpn);
    }

    /**
     * Reads the configuration; null if connections are not encrypted.
     *
     * @throws Problem which setting is wrong
     */
    public ServerTlsConfig config(Settings settings) throws Problem {
        return settings.get(used) ? chosen(settings) : null;
    }

    /**
     * Reads the configuration of a server, whose connections are encrypted at once or on demand.
     *
     * @throws Problem which setting is wrong, if they are to be encrypted at once
     */
    TlsConfig ofServer(Settings settings) throws Problem {
        try {
            return new TlsConfig(chosen(settings), null, !settings.get(used));
        } catch (Problem e) {
            if (settings.get(used)) {
                throw e;
            }
            return TlsConfig.plain(e);
        }
    }

    /**
     * Returns the fingerprint of the chosen certificate, whether it is used or not. Not for the EDT.
     *
     * @throws Problem what is wrong with it
     */
    public Fingerprint fingerprint(Settings settings) throws Problem {
        return chosen(settings).fingerprint();
    }

    /** Reads the configuration whether it is used or not. */
    private ServerTlsConfig chosen(Settings settings) throws Problem {
        Path certificateFile = TlsFiles.path(settings.get(certificate));
        Path keyFile = certificateFile == null ? null : TlsFiles.path(settings.get(key));
        Path locked = keyFile == null ? certificateFile : keyFile;
        Secret password = locked == null ? Secret.NONE : settings.passwords().of(locked.toString());
        return new ServerTlsConfig(
                certificateFile,
                keyFile,
                password,
                TlsFiles.path(settings.get(clientIssuers)),
                TlsNames.parseAlpn(settings.get(alpn)));
    }
}
