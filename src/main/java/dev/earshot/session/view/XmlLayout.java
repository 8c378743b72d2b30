package dev.earshot.session.view;

import dev.earshot.fields.TokenList;

/** Lays out XML with a line for each element; an element that only has a text stays in one line. */
final class XmlLayout {
    private static final int INDENT = 2;

    /** Deeper elements are not indented further, so that a hostile message does not grow by a thousand times. */
    private static final int MOST_INDENT = 40;

    private static final int INDENTED_CHARACTERS = 1 << 21;

    private XmlLayout() {}

    /** Lays out the tokens of a document, or of the beginning of one. */
    static CopiedText of(TokenList tokens) {
        CopiedText text = new CopiedText(tokens.text());
        int depth = 0;
        boolean stays = false; // what comes next stands in the same line
        for (int i = 0; i < tokens.size(); i++) {
            char kind = tokens.kind(i);
            if (XmlView.isBlank(tokens, i)) {
                continue;
            }
            depth -= kind == XmlScanner.END ? 1 : 0;
            text.append(stays || text.length() == 0 ? "" : line(depth, text));
            copy(tokens, i, text);
            boolean endsText = kind == XmlScanner.START && tokens.kind(i + 1) == XmlScanner.END;
            stays = endsText || isText(tokens.kind(i + 1)) && isOnlyText(tokens, i, kind) || stays && isText(kind);
            depth += kind == XmlScanner.START ? 1 : 0;
        }
        return text;
    }

    private static boolean isText(char kind) {
        return kind == XmlScanner.TEXT || kind == XmlScanner.CDATA;
    }

    private static boolean isOnlyText(TokenList tokens, int start, char kind) {
        return kind == XmlScanner.START
                && tokens.kind(start + 2) == XmlScanner.END
                && tokens.text(start + 1).strip().indexOf('\n') < 0;
    }

    /** Copies a token, and its lines as lines. */
    private static void copy(TokenList tokens, int token, CopiedText text) {
        int from = tokens.from(token);
        int to = tokens.to(token);
        String source = tokens.text();
        while (from < to && isText(tokens.kind(token)) && Character.isWhitespace(source.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(source.charAt(to - 1))) {
            to--;
        }
        for (int at = from; at < to; ) {
            int end = source.indexOf('\n', at);
            int lineEnd = end < 0 || end >= to ? to : end;
            int visible =
                    lineEnd > at && end >= 0 && end < to && source.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
            text.copy(at, visible).append(lineEnd < to ? "\n" : "");
            at = lineEnd + 1;
        }
    }

    private static String line(int depth, CopiedText text) {
        return text.length() > INDENTED_CHARACTERS ? "\n" : "\n" + " ".repeat(INDENT * Math.min(depth, MOST_INDENT));
    }
}
