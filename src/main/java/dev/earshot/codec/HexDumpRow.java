package dev.earshot.codec;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a pasted hex dump.
 *
 * @param digits how many digits its offset has
 * @param colon whether a colon follows the offset
 * @param gap how many blanks follow that
 * @param group how many digits its first group has; 0 if the row is an offset alone, as the last line of some dumps is
 * @param gutter the text beside the bytes
 */
record HexDumpRow(long offset, int digits, boolean colon, int gap, int group, byte[] bytes, Gutter gutter) {
    /** More than the longest row of any dump, which has 256 bytes. */
    private static final int LONGEST_LINE = 2048;

    private static final int HALF = 8;

    /** Where blanks were lost, so many bytes are not followed by their text by chance. */
    private static final int SURE = 4;

    private static final int OD_DIGITS = 7;
    private static final Pattern HEAD =
            Pattern.compile("\\s*(?:(0[0-9A-Fa-f]{15}|[0-9A-Fa-f]{4,15})(:?)|0x([0-9A-Fa-f]{4,15})(:))");
    private static final Pattern GROUP = Pattern.compile("(\\s+)((?:[0-9A-Fa-f]{2})+)(?=\\s|$)");

    /** The kinds of text beside the bytes of a row. */
    enum Gutter {
        NONE,
        /** A text between two bars. */
        FRAMED,
        /** The bytes as characters. */
        MATCHING,
        /** The bytes of each group as characters, from the last to the first. */
        SWAPPED,
        /** Something that may be more bytes. */
        UNCLEAR,
        OTHER
    }

    /** Returns the row between two positions; null if it has no offset, or something else than bytes behind it. */
    static HexDumpRow parse(String text, int from, int to) {
        String line = to - from > LONGEST_LINE ? "" : text.substring(from, to);
        HexDumpRow row = parse(line);
        if (row != null) {
            return row;
        }
        String usual = HexDumpRowForm.usual(line);
        return usual.equals(line) ? null : parse(usual);
    }

    private static HexDumpRow parse(String line) {
        Matcher head = HEAD.matcher(line);
        if (!head.lookingAt()) {
            return null;
        }
        String digits = head.group(1) == null ? head.group(3) : head.group(1);
        boolean colon = head.group(4) != null || !head.group(2).isEmpty();
        boolean octal = isOctal(digits.length(), colon);
        if (octal && !digits.matches("[0-7]+")) {
            return null;
        }
        long offset = Long.parseLong(digits, octal ? 8 : 16);
        if (line.substring(head.end()).isBlank()) {
            return new HexDumpRow(offset, digits.length(), colon, 0, 0, new byte[0], Gutter.NONE);
        }
        return new Columns(line, head.end()).row(offset, digits.length(), colon);
    }

    /** Whether the row alone is certainly not plain hex; see {@link PastedHex}. */
    boolean isCertain() {
        boolean apart = colon || gap > 1;
        return switch (gutter) {
            case FRAMED -> true;
            case MATCHING, SWAPPED -> apart || digits > 4;
            case NONE ->
                offset == 0 && group > 0 && (colon || isOctal(digits, false) || digits == 4 && gap == 3 && group == 2);
            case UNCLEAR -> colon && digits >= OD_DIGITS;
            case OTHER -> colon && (offset == 0 || digits >= OD_DIGITS);
        };
    }

    /** Whether a row that begins where this one ends makes it certain that both are not plain hex. */
    boolean canBeContinued() {
        return group > 0 && (colon || gap > 1 || bytes.length >= HALF);
    }

    /** Whether the offset of another row is written like that of this one. */
    boolean isLike(HexDumpRow other) {
        return digits == other.digits && colon == other.colon && (gap == other.gap || other.group == 0);
    }

    /** Whether the bytes stand in another order than that in which they are sent, or may do so. */
    boolean hasWords() {
        return gutter == Gutter.SWAPPED || isOctal(digits, colon) && group > 2;
    }

    /** Whether an offset is that of od, the only one with an odd number of digits and no colon. */
    private static boolean isOctal(int digits, boolean colon) {
        return digits == OD_DIGITS && !colon;
    }

    long end() {
        return offset + bytes.length;
    }

    /** The columns behind the offset. Used once. */
    private static final class Columns {
        private final String line;
        private final int end;
        private final byte[] bytes;
        private final byte[] swapped;
        private int at;
        private int count;
        private int group;
        private int gap;

        Columns(String line, int at) {
            this.line = line;
            this.at = at;
            end = line.stripTrailing().length();
            bytes = new byte[line.length() / 2];
            swapped = new byte[line.length() / 2];
        }

        HexDumpRow row(long offset, int digits, boolean colon) {
            Gutter gutter = null;
            Matcher next = GROUP.matcher(line);
            int dataEnd = -1; // where the bytes seem to end, if no text proves another place
            int dataCount = 0;
            while (gutter == null && next.find(at) && next.start() == at) {
                int blanks = width(next.group(1));
                if (count == 0) {
                    group = next.end(2) - next.start(2);
                    gap = blanks;
                } else if (dataEnd < 0 && blanks > 1 && !(count == HALF && blanks == 2)) {
                    dataEnd = at;
                    dataCount = count;
                }
                add(next.start(2), next.end(2));
                at = next.end(2);
                gutter = proof();
            }
            if (gutter == null) {
                gutter = unproven(dataEnd);
                count = dataEnd < 0 ? count : dataCount;
            }
            return gutter == null || group == 0
                    ? null
                    : new HexDumpRow(offset, digits, colon, gap, group, Arrays.copyOf(bytes, count), gutter);
        }

        /** Returns the kind of a text that does not prove where the bytes end. Returns null if the line is no row. */
        private Gutter unproven(int dataEnd) {
            if (at == end) {
                return dataEnd < 0 ? Gutter.NONE : Gutter.UNCLEAR;
            }
            return line.startsWith("  ", dataEnd < 0 ? at : dataEnd) ? Gutter.OTHER : null;
        }

        private void add(int from, int to) {
            for (int i = from; i < to; i += 2) {
                bytes[count] = (byte) Hex.value(line, i, 2);
                swapped[count] = (byte) Hex.value(line, from + to - 2 - i, 2);
                count++;
            }
        }

        /** Returns the kind of the text behind the bytes, if it proves that they end here; else null. */
        private Gutter proof() {
            int text = at;
            while (text < end && Character.isWhitespace(line.charAt(text))) {
                text++;
            }
            if (end - text > 1 && line.charAt(text) == '|' && line.charAt(end - 1) == '|') {
                return Gutter.FRAMED;
            } else if (isTextOf(bytes, text)) {
                return Gutter.MATCHING;
            }
            return group > 2 && isTextOf(swapped, text) ? Gutter.SWAPPED : null;
        }

        /**
         * Whether the rest of the line is these bytes as characters, perhaps without the last blanks.
         *
         * @param text where the first character stands that is not blank
         */
        private boolean isTextOf(byte[] b, int text) {
            if (end - text == count + 2 && line.charAt(text) == '>' && line.charAt(end - 1) == '<') {
                return isTextOf(b, count, text + 1);
            }
            int length = count;
            while (length > 0 && b[length - 1] == ' ') {
                length--;
            }
            int start = end - length;
            if (length == 0) {
                return at == end && line.length() - at > count;
            }
            return start <= text && start - at >= (length < SURE ? 2 : 1) && isTextOf(b, length, start);
        }

        private boolean isTextOf(byte[] b, int length, int start) {
            for (int i = 0; i < length; i++) {
                char c = line.charAt(start + i);
                boolean printable = b[i] >= ' ' && b[i] < 0x7F;
                if (printable ? c != b[i] : c != '.' && c < 0x80) {
                    return false;
                }
            }
            return true;
        }

        private static int width(String blanks) {
            return blanks.indexOf('\t') >= 0 ? 2 : blanks.length();
        }
    }
}
