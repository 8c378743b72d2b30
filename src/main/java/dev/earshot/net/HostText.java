package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.net.IDN;
import java.util.regex.Pattern;

/** Reads a host as a person types it: an address, or a name, which is not looked up here. */
final class HostText {
    /** The longest name (RFC 1035, section 2.3.4), without the dot at its end. */
    private static final int LONGEST = 253;

    private static final Pattern LOOKS_LIKE_AN_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /** Underscores are no part of a host name (RFC 1123, section 2.1), but local name servers know some. */
    private static final Pattern NAME =
            Pattern.compile("[a-zA-Z0-9_]([a-zA-Z0-9_-]{0,62})(\\.[a-zA-Z0-9_-]{1,63})*\\.?");

    private HostText() {}

    /**
     * The host in the form in which it is looked up: without white space around it, in ASCII (RFC 5891).
     *
     * @param many whether it may stand for many computers, as broadcast addresses and multicast groups do
     * @throws Problem {@code problem.host.*} or {@code problem.address.*}
     */
    static String parse(String typed, boolean many) throws Problem {
        String text = InputText.trim(typed);
        if (text.isEmpty()) {
            throw problem("empty", typed);
        }
        if (text.contains("://")) {
            throw problem("scheme", typed);
        }
        if (looksLikeAnAddress(InputText.ascii(text))) {
            return address(typed, many);
        }
        String name = ascii(text, typed);
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw problem("name", typed);
        }
        return name;
    }

    static boolean looksLikeAnAddress(String ascii) {
        return LOOKS_LIKE_AN_ADDRESS.matcher(ascii).matches();
    }

    private static String address(String typed, boolean many) throws Problem {
        try {
            return Addresses.text(many ? IpText.parseAny(typed) : IpText.parse(typed));
        } catch (Problem e) {
            boolean listening = e.key().endsWith(".multicast") || e.key().endsWith(".broadcast");
            throw listening ? problem("many", typed) : e;
        }
    }

    private static String ascii(String text, String typed) throws Problem {
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
