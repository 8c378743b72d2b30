package dev.earshot.ui.log;

import java.io.IOException;
import java.io.Writer;

/** Collects a text of limited length, such as one for the clipboard. Confined to one thread. */
final class LimitedText extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int most;

    /** Reports that the text would become too long. */
    static final class TooLongException extends IOException {
        TooLongException(int most) {
            super("more than " + most + " characters");
        }
    }

    /** @param most largest number of characters */
    LimitedText(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        check(length);
        text.append(chars, offset, length);
    }

    @Override
    public void write(String string, int offset, int length) throws IOException {
        check(length);
        text.append(string, offset, offset + length);
    }

    private void check(int more) throws TooLongException {
        if (more > most - text.length()) {
            throw new TooLongException(most);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Does nothing: the text is in memory. */
    @Override
    public void flush() {}

    /** Does nothing: the text is in memory. */
    @Override
    public void close() {}
}
