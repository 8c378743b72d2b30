package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.Secret;
import dev.earshot.net.tls.TlsNames;
import java.nio.file.Path;
import java.util.List;

/**
 * The names of the settings of TLS for connections that we make. Passwords are none of them.
 *
 * @param used whether connections are encrypted
 * @param issuers the file of the certificates to trust; empty: those that the system trusts
 * @param certificate the file of our own certificate and its key; empty: none
 * @param sni the name to ask for; empty: the host's
 * @param alpn application protocols with commas between
 */
public record ClientTlsKeys(
        SettingKey<Boolean> used,
        SettingKey<String> issuers,
        SettingKey<String> certificate,
        SettingKey<String> sni,
        SettingKey<String> alpn) {

    /** Makes the keys whose names begin like this. */
    static ClientTlsKeys of(String prefix) {
        return new ClientTlsKeys(
                SettingKey.flag(prefix, false),
                SettingKey.text(prefix + ".issuers", ""),
                SettingKey.text(prefix + ".certificate", ""),
                SettingKey.text(prefix + ".sni", ""),
                SettingKey.text(prefix + ".alpn", ""));
    }

    /** Returns all of them. */
    List<SettingKey<?>> all() {
        return List.of(used, issuers, certificate, sni, alpn);
    }

    /**
     * Reads the configuration; null if connections are not encrypted.
     *
     * @param server whose certificate the user may have accepted
     * @throws Problem which setting is wrong
     */
    public ClientTlsConfig config(Settings settings, ConnectAddress server) throws Problem {
        return settings.get(used) ? chosen(settings, server) : null;
    }

    /**
     * Reads the configuration of a client, whose connections are encrypted at once or on demand.
     *
     * @throws Problem which setting is wrong, if they are to be encrypted at once
     */
    TlsConfig ofClient(Settings settings, ConnectAddress server) throws Problem {
        try {
            return new TlsConfig(null, chosen(settings, server), !settings.get(used));
        } catch (Problem e) {
            if (settings.get(used)) {
                throw e;
            }
            return TlsConfig.plain(e);
        }
    }

    private ClientTlsConfig chosen(Settings settings, ConnectAddress server) throws Problem {
        Path own = TlsFiles.path(settings.get(certificate));
        return new ClientTlsConfig(
                TlsFiles.path(settings.get(issuers)),
                new TrustedCertificates(settings).of(server),
                own,
                own == null ? Secret.NONE : settings.passwords().of(own.toString()),
                TlsNames.parseSni(settings.get(sni)),
                TlsNames.parseAlpn(settings.get(alpn)));
    }
}
