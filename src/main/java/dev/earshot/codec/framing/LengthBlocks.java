package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes that a length does not count although they are in the message: a checksum behind each block, as in the data
 * link layer of DNP3 (IEEE 1815-2012). The last block may be shorter.
 *
 * @param before bytes that the length counts before the first block, from 0 to {@link #MOST}
 * @param size of a block, from 1 to {@link #MOST}; 0 if there are no blocks
 * @param extra bytes behind each block, from 1 to {@link #MOST}
 */
public record LengthBlocks(int before, int size, int extra) {
    /** No blocks: the length leaves out no bytes. */
    public static final LengthBlocks NONE = new LengthBlocks(0, 0, 0);

    private static final int MOST = 255;
    private static final Pattern FORM = Pattern.compile("(\\d+)/(\\d+)\\+(\\d+)");

    /**
     * Reads blocks that are typed as {@code BEFORE/SIZE+EXTRA}; an empty text stands for none.
     *
     * @return null if it has another form
     */
    static LengthBlocks parse(String typed) throws Problem {
        if (typed.isEmpty()) {
            return NONE;
        }
        Matcher parts = FORM.matcher(typed);
        return parts.matches()
                ? new LengthBlocks(
                        WholeNumber.parse(parts.group(1), 0, MOST),
                        WholeNumber.parse(parts.group(2), 1, MOST),
                        WholeNumber.parse(parts.group(3), 1, MOST))
                : null;
    }

    /** Returns how many bytes a length leaves out. */
    long leftOut(long length) {
        return size == 0 || length <= before ? 0 : (length - before + size - 1) / size * extra;
    }

    /** Prints the option of a framing, behind a comma; nothing if there are no blocks. */
    String print() {
        return size == 0 ? "" : ",blocks=" + before + "/" + size + "+" + extra;
    }
}
