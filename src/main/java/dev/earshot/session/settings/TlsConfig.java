package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.TlsSides;
import dev.earshot.net.tls.KeyFileAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The encryption of an endpoint's connections as a user chooses it. Immutable.
 *
 * @param accepting for connections that are accepted, or null for plain ones
 * @param connecting for connections that are made, or null for plain ones
 * @param onDemand whether connections begin plain, and are encrypted when somebody asks for it
 * @param wrong what prevents that, told to those who ask; null if nothing does
 */
public record TlsConfig(ServerTlsConfig accepting, ClientTlsConfig connecting, boolean onDemand, Problem wrong) {
    /** Nothing is encrypted. */
    public static final TlsConfig NONE = new TlsConfig(null, null);

    /** Makes the configuration of connections that are encrypted from their beginning. */
    public TlsConfig(ServerTlsConfig accepting, ClientTlsConfig connecting) {
        this(accepting, connecting, false);
    }

    /** Makes a configuration in which nothing is wrong. */
    public TlsConfig(ServerTlsConfig accepting, ClientTlsConfig connecting, boolean onDemand) {
        this(accepting, connecting, onDemand, null);
    }

    /** Makes the configuration of plain connections that cannot be encrypted, for a reason. */
    static TlsConfig plain(Problem wrong) {
        return new TlsConfig(null, null, true, wrong);
    }

    /** Whether connections are encrypted from their beginning. */
    public boolean isEncrypted() {
        return !onDemand && (accepting != null || connecting != null);
    }

    /**
     * Reads the files, or lets them be read later. Not for the EDT.
     *
     * @throws Problem what is wrong with them
     */
    TlsSides load() throws Problem {
        return onDemand ? TlsSides.onDemand(this::read) : read();
    }

    private TlsSides read() throws Problem {
        if (wrong != null) {
            throw wrong;
        }
        return new TlsSides(
                accepting == null ? null : accepting.load(),
                connecting == null ? null : connecting.load(),
                readableKeys(),
                null);
    }

    private List<String> readableKeys() {
        Path ofServer = accepting == null ? null : accepting.keyFile();
        Path ofClient = connecting == null ? null : connecting.certificate();
        return Stream.of(ofServer, ofClient)
                .filter(Objects::nonNull)
                .filter(KeyFileAccess::isWorldReadable)
                .map(Path::toString)
                .toList();
    }
}
