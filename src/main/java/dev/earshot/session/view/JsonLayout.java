package dev.earshot.session.view;

import dev.earshot.fields.TokenList;

/** Lays out JSON with a line for each value; arrays of short numbers and words stay in one line. */
final class JsonLayout {
    private static final int SHORT_LINE = 72;
    private static final int INDENT = 2;

    /** Deeper values are not indented further, so that a hostile message does not grow by a thousand times. */
    private static final int MOST_INDENT = 40;

    private static final int INDENTED_CHARACTERS = 1 << 21;

    private JsonLayout() {}

    /** Lays out the tokens of an object or array, or of the beginning of one. */
    static CopiedText of(TokenList tokens) {
        CopiedText text = new CopiedText(tokens.text());
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            char kind = tokens.kind(i);
            boolean isEmpty = tokens.kind(i + 1) == (kind == '{' ? '}' : ']');
            int end = kind == '[' ? shortArray(tokens, i) : -1;
            if (end > 0) {
                i = copyLine(tokens, i, end, text);
            } else if (kind == '{' || kind == '[') {
                depth++;
                text.copy(tokens.from(i), tokens.to(i)).append(isEmpty ? "" : line(depth, text));
            } else if (kind == '}' || kind == ']') {
                depth--;
                boolean wasEmpty = i > 0 && "{[".indexOf(tokens.kind(i - 1)) >= 0;
                text.append(wasEmpty ? "" : line(depth, text)).copy(tokens.from(i), tokens.to(i));
            } else {
                text.copy(tokens.from(i), tokens.to(i));
                text.append(kind == ':' ? " " : kind == ',' ? line(depth, text) : "");
            }
        }
        return text;
    }

    private static String line(int depth, CopiedText text) {
        return text.length() > INDENTED_CHARACTERS ? "\n" : "\n" + " ".repeat(INDENT * Math.min(depth, MOST_INDENT));
    }

    /** Returns the last token of an array that fits in one line, or -1 if it does not. */
    private static int shortArray(TokenList tokens, int begin) {
        int at = begin + 1;
        while (at < tokens.size() && tokens.to(at) - tokens.from(begin) <= SHORT_LINE) {
            switch (tokens.kind(at)) {
                case ']' -> {
                    return at;
                }
                case '{', '[' -> {
                    return -1;
                }
                default -> at++;
            }
        }
        return -1;
    }

    private static int copyLine(TokenList tokens, int begin, int end, CopiedText text) {
        for (int i = begin; i <= end; i++) {
            text.copy(tokens.from(i), tokens.to(i)).append(tokens.kind(i) == ',' ? " " : "");
        }
        return end;
    }
}
