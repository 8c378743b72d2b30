package dev.earshot.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blanks out what is not data in a pasted text, such as the heading of a dump, so that the rest keeps its place. */
final class PastedText {
    /** The line above bytes in the logs of NetAssist, socat -x, tcpdump and curl --trace. */
    private static final Pattern HEADING = Pattern.compile("\\s*(?:"
            + "\\[[-0-9 :.]{8,30}][# ][^\\n]{0,120}>"
            + "|[<>] \\d{4}/\\d\\d/\\d\\d [^\\n]{0,40}length=\\d+ from=\\d+ to=\\d+"
            + "|(?:\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d\\.\\d+ (?:\\S{1,40} {1,3}(?:In|Out|P) {1,3})?(?:IP6?|ARP)[ ,][^\\n]{0,400}"
            + "|(?:[=<]= |[=]> |<= )(?:Send|Recv) [^\\n]{0,40}bytes \\(0x[0-9a-f]+\\)"
            + ")[ \\t\\r]*\\n");

    private static final Pattern FRAME =
            Pattern.compile("(?m)^[-+─┌┬┐└┴┘├┼┤= \\t]{9,}\\r?$|^[ \\t]*\\|(?: {1,2}[0-9a-f]){1,32} \\|[ \\t\\r]*$");

    private PastedText() {}

    /** Puts a plain blank in the place of each other one, and of what nobody sees. */
    static String withPlainBlanks(String text) {
        StringBuilder plain = null;
        for (int at = 0; at < text.length(); at++) {
            if (Hex.isBlankElsewhere(text.charAt(at))) {
                plain = plain == null ? new StringBuilder(text) : plain;
                plain.setCharAt(at, ' ');
            }
        }
        return plain == null ? text : plain.toString();
    }

    /** Puts blanks in the place of a line above bytes. */
    static String withoutHeading(String text) {
        Matcher heading = HEADING.matcher(text);
        return heading.lookingAt() ? " ".repeat(heading.end() - 1) + text.substring(heading.end() - 1) : text;
    }

    /** Puts blanks in the place of the lines of a frame around a dump. */
    static String withoutFrame(String text) {
        Matcher frame = FRAME.matcher(text);
        return frame.find() ? frame.replaceAll(found -> " ".repeat(found.group().length())) : text;
    }
}
