package dev.earshot.codec;

import java.io.ByteArrayOutputStream;

/**
 * Who says what is sent: a name, put around each typed text before its line ending.
 *
 * @param name empty = nothing is put around
 * @param format how: <code>${text}</code> stands in it once, for what was typed, and <code>${name}</code> for the name;
 *     everything else is what it is, for there are no escapes
 */
public record Nickname(String name, String format) {
    /** As chats do it: {@code 王说你好}. */
    public static final String CHAT = "${name}说${text}";

    /** Nobody in particular. */
    public static final Nickname NONE = new Nickname("", CHAT);

    private static final String TEXT = "${text}";
    private static final String NAME = "${name}";

    /** A text with what is around it; how many bytes are before and after it. */
    public record Named(byte[] bytes, int before, int after) {}

    public boolean none() {
        return name.isEmpty();
    }

    /** Whether the text has one place in the format, and nothing unknown has one. */
    public boolean isRight() {
        String others = format.replaceFirst("\\$\\{text}", "").replace(NAME, "");
        return format.contains(TEXT) && !others.contains("${");
    }

    /** @throws Problem {@code problem.nick.format} if the format is wrong */
    public void check() throws Problem {
        if (!isRight()) {
            throw new Problem("problem.nick.format", -1, VisibleText.brief(format));
        }
    }

    /**
     * Puts it around a text that is in this encoding.
     *
     * @throws Problem {@code problem.nick.*} if the format is wrong, or if the encoding does not hold it
     */
    public Named around(byte[] text, Encoding encoding) throws Problem {
        if (none()) {
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
