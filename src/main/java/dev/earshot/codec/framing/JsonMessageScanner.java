package dev.earshot.codec.framing;

/**
 * Ends a message at the bracket that closes its first one; brackets in strings do not count. A message that lacks its
 * end does not take all others along: where JSON allows no line end or bracket, such as an object right behind another
 * one, it ends as broken.
 */
final class JsonMessageScanner implements MessageScanner {
    private static final ByteSearch BEGINS = search("{[");
    private static final ByteSearch OUTSIDE_STRINGS = search("{[]}\":,");
    private static final ByteSearch INSIDE_STRINGS = search("\"\\\r\n");

    /** White space, and the mark before each message in text sequences (RFC 7464, section 2.2). */
    private static final String WHITE_SPACE = " \t\r\n\u001E";

    /** The mark before all that a .NET StreamWriter sends in UTF-8. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private int marked; // bytes of the byte order mark that have come
    private int depth; // of the brackets that are open
    private boolean lost; // what has come since the last message is none
    private boolean mayNest; // an object or array can begin here
    private boolean inString;
    private boolean escaped; // the next byte of the string does not end it
    private Completeness ended;

    private static ByteSearch search(String wanted) {
        boolean[] values = new boolean[256];
        wanted.chars().forEach(c -> values[c] = true);
        return new ByteSearch(values);
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        int at = from;
        if (depth == 0) {
            at = begin(bytes, from, to);
            if (ended != null || at == to) {
                return at;
            }
        }
        while (at < to && ended == null) {
            at = inString ? readString(bytes, at, to) : readBrackets(bytes, at, to);
        }
        return at;
    }

    /** Returns the place of the first bracket, if nothing but white space stands before it. */
    private int begin(byte[] bytes, int from, int to) {
        int at = BEGINS.find(bytes, from, to);
        for (int i = from; i < at && !lost; i++) {
            boolean isMark = marked < BYTE_ORDER_MARK.length && bytes[i] == BYTE_ORDER_MARK[marked];
            lost = !isMark && WHITE_SPACE.indexOf(bytes[i]) < 0;
            marked += isMark ? 1 : 0;
        }
        lost |= at < to && marked % BYTE_ORDER_MARK.length > 0;
        if (at < to && lost) {
            finish(Completeness.BROKEN);
        }
        return at;
    }

    private int readBrackets(byte[] bytes, int from, int to) {
        int at = OUTSIDE_STRINGS.find(bytes, from, to);
        if (at == to) {
            return to;
        }
        byte found = bytes[at];
        switch (found) {
            case '"' -> inString = true;
            case '{', '[' -> {
                if (depth > 0 && !mayNest) {
                    finish(Completeness.BROKEN);
                    return at;
                }
                depth++;
            }
            case '}', ']' -> depth--;
            default -> {} // a colon or comma
        }
        mayNest = found == '[' || found == ':' || found == ',';
        if (depth == 0) {
            finish(Completeness.WHOLE);
        }
        return at + 1;
    }

    private int readString(byte[] bytes, int from, int to) {
        if (escaped) {
            escaped = false;
            return from + 1;
        }
        int at = INSIDE_STRINGS.find(bytes, from, to);
        if (at == to) {
            return to;
        }
        switch (bytes[at]) {
            case '"' -> inString = false;
            case '\\' -> escaped = true;
            default -> {
                finish(Completeness.BROKEN);
                return at;
            }
        }
        return at + 1;
    }

    private void finish(Completeness how) {
        reset();
        ended = how;
    }

    @Override
    public Completeness ended() {
        return ended;
    }

    @Override
    public void reset() {
        marked = 0;
        depth = 0;
        lost = false;
        mayNest = false;
        inString = false;
        escaped = false;
        ended = null;
    }

    @Override
    public boolean isBroken() {
        return lost;
    }

    /** White space behind the last message lacks nothing. */
    @Override
    public boolean lacksEnd() {
        return depth > 0 || lost;
    }
}
