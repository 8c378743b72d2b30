package dev.earshot.codec;

/**
 * Reads bytes from lines of hex that arrive one at a time, such as those typed in the terminal. After a row of a hex
 * dump the next line is known to be a row too, so that no offset becomes data. Confined to one thread.
 */
public final class HexLines {
    private HexDumpReader dump;
    private int number;

    /**
     * Reads the next line.
     *
     * @return no bytes if the line has none, as the last offset of a dump, or a {@code *}, whose bytes come with the
     *     row behind it
     * @throws Problem if the line has a mistake, with its position; the next one can still be read
     */
    public byte[] next(String line) throws Problem {
        number++;
        String text = PastedText.withPlainBlanks(line);
        if (text.isBlank()) {
            return new byte[0];
        } else if (dump == null || !dump.isContinuedBy(text)) {
            dump = HexDumpReader.begin(text);
        }
        if (dump == null) {
            return PastedHex.parse(line);
        }
        try {
            dump.add(text, number);
        } catch (Problem e) {
            dump.forget();
            throw e;
        }
        byte[] bytes = dump.take();
        dump = dump.isComplete() ? null : dump;
        return bytes;
    }

    /**
     * Ends the input.
     *
     * @throws Problem if its last line was a {@code *}
     */
    public void end() throws Problem {
        if (dump != null) {
            dump.end();
        }
    }
}
