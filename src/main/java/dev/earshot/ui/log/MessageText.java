package dev.earshot.ui.log;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.TextForm;
import dev.earshot.journal.Row;
import dev.earshot.session.EventWords;
import dev.earshot.session.Lens;
import dev.earshot.session.Words;
import java.util.List;

/**
 * How the message of one row reads.
 *
 * @param text one line, safe to draw
 * @param tags a few letters each about it, the most important one first
 * @param machine whether the text came over the wire, rather than being our words about an event
 * @param hex whether it shows the bytes as hex digits
 */
public record MessageText(String text, List<String> tags, boolean machine, boolean hex) {

    static MessageText of(Row row, Lens lens, TextForm form, Words words) {
        if (row.kind() == Row.Kind.EVENT) {
            return new MessageText(EventWords.of(row, words), List.of(), false, false);
        }
        String origin = row.origin().kind().isAutomatic() ? words.of("ui.tag.auto") : "";
        if (form == TextForm.HEX) {
            return new MessageText(hex(row), tags(origin, ""), true, true);
        }
        if (lens.isTftp(row)) {
            return new MessageText(lens.text(row, words), List.of(), true, false);
        }
        Encoding encoding = lens.encoding(row);
        if (ascii(row.bytes())) {
            return new MessageText(lens.text(row, words), tags(origin, ""), true, false);
        }
        if (!readable(TextDecoder.decode(encoding, row.bytes(), 0, row.bytes().length))) {
            return new MessageText(hex(row), tags(origin, words.of("ui.tag.hex")), true, true);
        }
        String read = beyondAscii(row.bytes()) ? encoding.label() : "";
        return new MessageText(lens.text(row, words), tags(origin, read), true, false);
    }

    private static List<String> tags(String origin, String other) {
        if (origin.isEmpty()) {
            return other.isEmpty() ? List.of() : List.of(other);
        }
        return other.isEmpty() ? List.of(origin) : List.of(origin, other);
    }

    /** Whether it depends on the encoding how these bytes read. */
    private static boolean beyondAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private static String hex(Row row) {
        return Hex.print(row.bytes(), 0, row.bytes().length);
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0x20 && b != '\r' && b != '\n' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** At most half of it is control characters and damage: a stray one in a sentence does not make it binary. */
    private static boolean readable(String text) {
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean usual = c == '\r' || c == '\n' || c == '\t';
            if (c == '\uFFFD' || Character.isISOControl(c) && !usual) {
                odd++;
            }
        }
        return odd * 2 <= text.length();
    }
}
