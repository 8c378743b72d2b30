package dev.earshot.reply;

import dev.earshot.codec.Form;
import dev.earshot.codec.LineEnding;

/**
 * What to answer, as it was typed, with variables such as {@code ${counter}} in it; may be wrong.
 *
 * @param form whether the text is characters, with escapes such as {@code \r\n} and {@code \x0D}, or hex digits
 * @param ending what follows a text
 */
public record Template(Form form, String text, LineEnding ending) {

    /** A text without a line ending of its own. */
    public static Template text(String text) {
        return new Template(Form.TEXT, text, LineEnding.NONE);
    }
}
