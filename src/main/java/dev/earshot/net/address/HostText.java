package dev.earshot.net.address;

import dev.earshot.codec.Problem;
import java.net.IDN;
import java.util.regex.Pattern;

/** Parses a host that a person has typed: an address, or a name, which it does not look up. */
public final class HostText {
    /** The length of the longest name without its final dot (RFC 1035, section 2.3.4). */
    private static final int MAX_LENGTH = 253;

    private static final Pattern LOOKS_LIKE_AN_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /** The form of a name. Underscores are not allowed by RFC 1123, section 2.1, but local name servers know some. */
    private static final Pattern NAME =
            Pattern.compile("[a-zA-Z0-9_]([a-zA-Z0-9_-]{0,62})(\\.[a-zA-Z0-9_-]{1,63})*\\.?");

    private HostText() {}

    /**
     * Returns the host in the form for a name service: trimmed and in ASCII (RFC 5891).
     *
     * @param allowGroups whether broadcast addresses and multicast groups are allowed
     * @throws Problem {@code problem.host.*} or {@code problem.address.*}
     */
    static String parse(String typed, boolean allowGroups) throws Problem {
        String text = InputText.trim(typed);
        if (text.isEmpty()) {
            throw problem("empty", typed);
        }
        if (text.contains("://")) {
            throw problem("scheme", typed);
        }
        if (looksLikeAnAddress(InputText.toAscii(text))) {
            return parseAddress(typed, allowGroups);
        }
        String name = toAscii(text, typed);
        if (name.length() > MAX_LENGTH || !NAME.matcher(name).matches()) {
            throw problem("name", typed);
        }
        return name;
    }

    /** Whether a host looks like an IP address, so that no name service shall be asked for it. */
    public static boolean looksLikeAnAddress(String ascii) {
        return LOOKS_LIKE_AN_ADDRESS.matcher(ascii).matches();
    }

    private static String parseAddress(String typed, boolean allowGroups) throws Problem {
        try {
            return Addresses.text(allowGroups ? IpText.parseAny(typed) : IpText.parse(typed));
        } catch (Problem e) {
            boolean ofMany = e.key().endsWith(".multicast") || e.key().endsWith(".broadcast");
            throw ofMany ? problem("many", typed) : e;
        }
    }

    private static String toAscii(String text, String typed) throws Problem {
        try {
            return IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw problem("name", typed);
        }
    }

    private static Problem problem(String key, String typed) {
        return new Problem("problem.host." + key, InputText.indent(typed), InputText.shown(InputText.trim(typed)));
    }
}
