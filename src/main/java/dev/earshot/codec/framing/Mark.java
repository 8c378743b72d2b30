package dev.earshot.codec.framing;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/**
 * A sequence of bytes that marks the beginning or the end of a message. In hex digits, {@code ?} stands for any digit.
 * Immutable.
 */
public final class Mark {
    /** The longest mark, in bytes. */
    static final int MOST_BYTES = 16;

    /** The result of {@link #match} where the bytes end before it can be said. */
    static final int UNDECIDED = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final byte[] masks;
    private final long word; // the first bytes, as one number
    private final long wordMask;

    private Mark(byte[] bytes, byte[] masks) {
        this.bytes = bytes;
        this.masks = masks;
        word = (long) LONGS.get(Arrays.copyOf(bytes, Math.max(Long.BYTES, bytes.length)), 0);
        wordMask = (long) LONGS.get(Arrays.copyOf(masks, Math.max(Long.BYTES, masks.length)), 0);
    }

    /**
     * Reads a mark as a person types it. That is hex digits such as {@code 0D0A} or {@code 7EA?}, or text that has a
     * backslash, such as {@code \r\n}, or is in quotes, such as {@code "END"}.
     *
     * @throws Problem if it has not 1 to 16 bytes, or none that is known
     */
    public static Mark parse(String typed) throws Problem {
        String text = typed.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        Mark mark;
        if (quoted || text.indexOf('\\') >= 0) {
            String inside = quoted ? text.substring(1, text.length() - 1) : text;
            mark = exact(Payload.text(inside, Encoding.UTF_8, true, LineEnding.NONE));
        } else {
            mark = text.indexOf('?') < 0 ? exact(PastedHex.parse(text)) : withWildcards(text.replace(" ", ""));
        }
        if (mark.bytes.length < 1
                || mark.bytes.length > MOST_BYTES
                || mark.toString().matches("\\?+")) {
            throw new Problem("problem.framing.mark", -1, VisibleText.brief(typed), Integer.toString(MOST_BYTES));
        }
        return mark;
    }

    private static Mark exact(byte... bytes) {
        byte[] masks = new byte[bytes.length];
        Arrays.fill(masks, (byte) 0xFF);
        return new Mark(bytes, masks);
    }

    private static Mark withWildcards(String digits) throws Problem {
        byte[] bytes = Hex.parse(digits.replace('?', '0'));
        byte[] masks = Hex.parse(digits.replaceAll("[^?]", "F").replace('?', '0'));
        return new Mark(bytes, masks);
    }

    int length() {
        return bytes.length;
    }

    /** Whether this byte can be the first one of the mark. */
    boolean mayBeginWith(byte b) {
        return (b & masks[0]) == bytes[0];
    }

    /** Returns the length of the mark if it is at this place, 0 if not, or {@link #UNDECIDED}. */
    int match(byte[] in, int at, int to) {
        if (to - at >= Long.BYTES) {
            if (((long) LONGS.get(in, at) & wordMask) != word) {
                return 0;
            } else if (bytes.length <= Long.BYTES) {
                return bytes.length;
            }
        }
        return matchBytes(in, at, to);
    }

    private int matchBytes(byte[] in, int at, int to) {
        int length = Math.min(bytes.length, to - at);
        for (int i = 0; i < length; i++) {
            if ((in[at + i] & masks[i]) != bytes[i]) {
                return 0;
            }
        }
        return length == bytes.length ? length : UNDECIDED;
    }

    /** Returns its digits, such as {@code 0D0A} or {@code 7EA?}. */
    @Override
    public String toString() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            String pair = String.format(Locale.ROOT, "%02X", bytes[i]);
            digits.append((masks[i] & 0xF0) == 0 ? '?' : pair.charAt(0));
            digits.append((masks[i] & 0x0F) == 0 ? '?' : pair.charAt(1));
        }
        return digits.toString();
    }
}
