package dev.earshot.codec.framing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of the head of one HTTP message, and says which body follows it. */
final class HttpHeadReader {
    /** The length of a body that lasts until the stream ends. */
    static final long UNTIL_CLOSE = -1;

    /** The length of a body in chunks. */
    static final long CHUNKED = -2;

    /** The length of a body that nobody can know: the head contradicts itself. */
    static final long WRONG = -3;

    /** The bytes of a line that are looked at: its beginning, and so many at its end. */
    private static final int MOST_BYTES = 512;

    private static final int END_BYTES = 16;

    private static final Pattern STATUS_LINE = Pattern.compile("([A-Z]+)/\\d\\.\\d +(\\d{3})(?: .*)?", Pattern.DOTALL);
    private static final Pattern REQUEST_LINE = Pattern.compile("\\S+ .*\\S +[A-Z]+/\\d\\.\\d *", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~\\w-]+)[ \t]*:(.*)", Pattern.DOTALL);
    private static final Pattern LENGTHS = Pattern.compile("(\\d{1,18})(?:[ \t]*,[ \t]*\\1)*");

    private final byte[] line = new byte[MOST_BYTES];
    private int lineLength;
    private boolean isFirst = true;
    private boolean isAnswer;
    private boolean hasNoBody;
    private boolean lastsUntilClose;
    private boolean isChunked;
    private long length = UNTIL_CLOSE;

    /** Forgets everything, for the next message. */
    void reset() {
        lineLength = 0;
        isFirst = true;
        isAnswer = false;
        hasNoBody = false;
        lastsUntilClose = false;
        isChunked = false;
        length = UNTIL_CLOSE;
    }

    /** Adds bytes to the line, which may be its LF. */
    void add(byte[] bytes, int from, int to) {
        int count = Math.min(to - from, MOST_BYTES - lineLength);
        System.arraycopy(bytes, from, line, lineLength, count);
        lineLength += count;
        int more = Math.min(to - from - count, END_BYTES);
        if (more > 0) {
            System.arraycopy(line, MOST_BYTES - END_BYTES + more, line, MOST_BYTES - END_BYTES, END_BYTES - more);
            System.arraycopy(bytes, to - more, line, MOST_BYTES - more, more);
        }
    }

    /** Ends the line, and returns it without its line end. */
    String takeLine() {
        int end = contentLength();
        lineLength = 0;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    private int contentLength() {
        int end = lineLength;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    /** Ends the line if it is empty; returns whether it is. */
    boolean takeEmptyLine() {
        boolean isEmpty = contentLength() == 0;
        lineLength = isEmpty ? 0 : lineLength;
        return isEmpty;
    }

    /** Whether a line of the head has been read. */
    boolean hasBegun() {
        return !isFirst;
    }

    /** Whether this is an answer. */
    boolean isAnswer() {
        return isAnswer;
    }

    /** Ends a line that is not empty, and reads it; returns false if no message begins with it. */
    boolean readLine() {
        boolean first = isFirst;
        isFirst = false;
        if (!first && "clt".indexOf(line[0] | 0x20) < 0) { // no field that says anything of the body
            lineLength = 0;
            return true;
        }
        String text = takeLine();
        Matcher status = first ? STATUS_LINE.matcher(text) : null;
        if (first && status.matches()) {
            readStatus(status.group(1), status.group(2));
            return true;
        }
        Matcher field = FIELD.matcher(text);
        if (field.matches() && !(first && REQUEST_LINE.matcher(text).matches())) {
            readField(field.group(1).toLowerCase(Locale.ROOT), field.group(2).strip());
            return true;
        }
        return !first || REQUEST_LINE.matcher(text).matches();
    }

    private void readStatus(String protocol, String code) {
        isAnswer = true;
        hasNoBody = code.charAt(0) == '1' || code.equals("204") || code.equals("304");
        lastsUntilClose = protocol.equals("HTTP");
    }

    private void readField(String name, String value) {
        if (name.equals("content-length") || name.equals("l")) {
            Matcher lengths = LENGTHS.matcher(value);
            long said = lengths.matches() ? Long.parseLong(lengths.group(1)) : WRONG;
            length = length == UNTIL_CLOSE || length == said ? said : WRONG;
        } else if (name.equals("transfer-encoding")) {
            isChunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
            lastsUntilClose |= !isChunked;
        }
    }

    /** Returns the length of the body behind this head, or one of the constants of this class. */
    long bodyLength() {
        if (hasNoBody) {
            return 0;
        } else if (isChunked) {
            return CHUNKED;
        } else if (length != UNTIL_CLOSE) {
            return length;
        }
        return lastsUntilClose ? UNTIL_CLOSE : 0;
    }
}
