package dev.earshot.codec;

import java.io.ByteArrayOutputStream;

/**
 * A sender's name and the format by which it is added to each typed text, before the line ending.
 *
 * @param name empty = no name is sent
 * @param format holds <code>${text}</code> once, for the typed text, and <code>${name}</code> for the name; everything
 *     else is sent as it is, as there are no escapes
 */
public record Nickname(String name, String format) {
    /** The format of chats: {@code 王说你好}. */
    public static final String CHAT = "${name}说${text}";

    /** The nickname of nobody, which adds nothing. */
    public static final Nickname NONE = new Nickname("", CHAT);

    private static final String TEXT = "${text}";
    private static final String NAME = "${name}";

    /** A text with its nickname; {@code before} and {@code after} count the bytes around the text. */
    public record Named(byte[] bytes, int before, int after) {}

    /** Whether no name is sent. */
    public boolean isNone() {
        return name.isEmpty();
    }

    /** Whether the format has one place for the text, and no unknown placeholder. */
    public boolean isValid() {
        String others = format.replaceFirst("\\$\\{text}", "").replace(NAME, "");
        return format.contains(TEXT) && !others.contains("${");
    }

    /** @throws Problem {@code problem.nick.format} if the format is wrong */
    public void check() throws Problem {
        if (!isValid()) {
            throw new Problem("problem.nick.format", -1, VisibleText.brief(format));
        }
    }

    /**
     * Puts the nickname around a text that is in this encoding.
     *
     * @throws Problem {@code problem.nick.*} if the format is wrong, or if the encoding has not all of its characters
     */
    public Named wrap(byte[] text, Encoding encoding) throws Problem {
        if (isNone()) {
            return new Named(text, 0, 0);
        }
        check();
        int at = format.indexOf(TEXT);
        byte[] before = bytes(format.substring(0, at), encoding);
        byte[] after = bytes(format.substring(at + TEXT.length()), encoding);
        ByteArrayOutputStream all = new ByteArrayOutputStream(before.length + text.length + after.length);
        all.writeBytes(before);
        all.writeBytes(text);
        all.writeBytes(after);
        return new Named(all.toByteArray(), before.length, after.length);
    }

    private byte[] bytes(String part, Encoding encoding) throws Problem {
        String filled = part.replace(NAME, name);
        try {
            return Payload.text(filled, encoding, false, LineEnding.NONE);
        } catch (Problem e) {
            throw new Problem("problem.nick.encoding", -1, VisibleText.brief(filled), encoding.label());
        }
    }
}
