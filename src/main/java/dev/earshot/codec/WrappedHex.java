package dev.earshot.codec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain hex digits inside a call or literal, such as {@code bytes.fromhex('01 03')}; see {@link PastedHex}. */
final class WrappedHex {
    private static final String QUOTED = "([\"'])(?<hex>[0-9A-Fa-f\\s]*+)\\1\\s*";

    /** The forms, in which the group {@code hex} has the digits. */
    private static final List<Pattern> FORMS = List.of(
            // bytes.fromhex('01'), binascii.unhexlify('01'), hex!("01"), HexFormat.of().parseHex("01")
            Pattern.compile("[\\w.:()]{0,99}?(?i:hex)\\w{0,20}!?\\s*\\(\\s*" + QUOTED + "\\)\\s*;?"),
            // Buffer.from('01', 'hex')
            Pattern.compile("[\\w.]{1,99}\\(\\s*" + QUOTED + ",\\s*([\"'])(?i:hex)\\3\\s*\\)\\s*;?"),
            // X'01' of SQL, h'01' of CBOR
            Pattern.compile("[xXhH]'(?<hex>[0-9A-Fa-f\\s]*+)'"),
            // \x0103 of PostgreSQL, where \x01\x03 would be escapes
            Pattern.compile("\\\\x(?<hex>[0-9A-Fa-f]{4,}+)"),
            // <Buffer 01 03> of Node.js, <01030405> and {length = 4, bytes = 0x01030405} of Apple
            Pattern.compile("<Buffer\\s(?<hex>[0-9A-Fa-f\\s]*+)>"),
            Pattern.compile("<(?<hex>[0-9A-Fa-f]{2}\\s?[0-9A-Fa-f][0-9A-Fa-f\\s]*+)>"),
            Pattern.compile("\\{\\s*length\\s*=\\s*\\d+\\s*,\\s*bytes\\s*=\\s*0x(?<hex>[0-9A-Fa-f]*+)\\s*}"));

    private WrappedHex() {}

    /**
     * Returns the bytes; nothing if the text has no such form.
     *
     * @throws Problem if it has one with half a byte in it
     */
    static Optional<byte[]> find(String text) throws Problem {
        String stripped = text.strip();
        for (Pattern form : FORMS) {
            Matcher wrapped = form.matcher(stripped);
            if (wrapped.matches()) {
                int before = text.indexOf(stripped) + wrapped.start("hex");
                return Optional.of(Hex.parse(" ".repeat(before) + wrapped.group("hex"))); // for the places of problems
            }
        }
        return Optional.empty();
    }
}
