package dev.earshot.net.tls;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;

/** Parses the names that a TLS handshake carries: ALPN protocols and the server's name (SNI). */
public final class TlsNames {
    /**
     * The form of an application protocol: the registered ones are printable ASCII, of at most 255 bytes (RFC 7301).
     */
    private static final String PROTOCOL = "[!-~&&[^,]]{1,255}";

    private TlsNames() {}

    /**
     * Reads application protocols with commas between, such as {@code h2,http/1.1}.
     *
     * @throws Problem {@code problem.tls.alpn.name}
     */
    public static List<String> parseAlpn(String typed) throws Problem {
        List<String> names = Stream.of(typed.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        for (String name : names) {
            if (!name.matches(PROTOCOL)) {
                throw new Problem("problem.tls.alpn.name", 0, VisibleText.brief(name));
            }
        }
        return names;
    }

    /**
     * Reads the name of a host to ask for; an empty text means the host's own.
     *
     * @throws Problem {@code problem.tls.sni.name}
     */
    public static String parseSni(String typed) throws Problem {
        String name = typed.strip();
        try {
            return name.isEmpty() ? "" : new SNIHostName(name).getAsciiName();
        } catch (IllegalArgumentException e) {
            throw new Problem("problem.tls.sni.name", 0, VisibleText.brief(name));
        }
    }
}
