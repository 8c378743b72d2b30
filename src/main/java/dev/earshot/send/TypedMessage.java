package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.TextForm;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The bytes of a message as a person would type them: a text with escapes if that gives the same bytes, or else hex
 * digits.
 */
public record TypedMessage(TextForm form, String text) {

    /** Returns what must be typed so that these bytes are sent in this encoding. */
    public static TypedMessage of(byte[] bytes, Encoding encoding) {
        String text = escape(TextDecoder.decode(encoding, bytes, 0, bytes.length));
        try {
            if (isMostlyText(text) && Arrays.equals(bytes, Payload.text(text, encoding, true, LineEnding.NONE))) {
                return new TypedMessage(TextForm.TEXT, text);
            }
        } catch (Problem e) {
            // Not every text that can be read can be written, as in the Chinese encodings: then it is hex.
        }
        return new TypedMessage(TextForm.HEX, Hex.print(bytes, 0, bytes.length));
    }

    /**
     * Returns a draft for these bytes with the other choices of a draft; as text only where that gives the same bytes.
     */
    public static Draft draft(byte[] bytes, Encoding encoding, Draft like) {
        byte[] ending = like.ending().bytes(encoding);
        int body = bytes.length - ending.length;
        if (body >= 0 && Arrays.equals(bytes, body, bytes.length, ending, 0, ending.length)) {
            TypedMessage typed = of(Arrays.copyOf(bytes, body), encoding);
            boolean same = like.escapes() || typed.text.indexOf('\\') < 0;
            if (typed.form == TextForm.TEXT && same) {
                return like.with(typed.text, TextForm.TEXT, Optional.of(encoding));
            }
        }
        return like.with(Hex.print(bytes, 0, bytes.length), TextForm.HEX, like.fixedEncoding());
    }

    private static String escape(String text) {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> typed.append("\\\\");
                case '\r' -> typed.append("\\r");
                case '\n' -> typed.append("\\n");
                case '\t' -> typed.append("\\t");
                default ->
                    typed.append(c < 0x20 || c == 0x7F ? String.format(Locale.ROOT, "\\x%02X", (int) c) : "" + c);
            }
        }
        return typed.toString();
    }

    /** Whether at most a fourth of the characters are written as {@code \xNN}; hex digits are better for others. */
    private static boolean isMostlyText(String typed) {
        int escapes = typed.split("\\\\x", -1).length - 1;
        return escapes * 4 <= typed.length() - escapes * 3;
    }
}
