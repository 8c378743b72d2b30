package dev.earshot.session.view;

import dev.earshot.fields.TokenList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into the tokens of XML 1.0 and checks that it is well formed, as far as that needs no declarations. It
 * reads no other files and replaces no entities, so that nobody's message can make the program fetch or grow anything.
 * Used once.
 */
final class XmlScanner {
    static final char START = '<';
    static final char END = '/';
    static final char EMPTY = 'e';
    static final char TEXT = 't';
    static final char CDATA = 'c';

    /** A comment, a processing instruction, the XML declaration or a document type. */
    static final char OTHER = '!';

    /** The most elements inside each other; what goes deeper is not shown as XML. */
    static final int MOST_DEPTH = 1000;

    private static final String NAME = "[\\p{L}_:][\\p{L}\\p{M}\\p{N}_:.\\-\u00B7]*+";
    private static final Pattern TAG_NAME = Pattern.compile(NAME);
    private static final Pattern END_TAG = Pattern.compile("</(" + NAME + ")\\s*+>");
    private static final Pattern REFERENCE = Pattern.compile("&(?:" + NAME + "|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");

    /** One attribute, with the blank before it. */
    static final Pattern ATTRIBUTE = Pattern.compile("\\s++(" + NAME + ")\\s*+=\\s*+(?:\"([^<\"]*+)\"|'([^<']*+)')");

    private final String text;
    private final TokenList tokens;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean rootSeen;
    private int at;

    XmlScanner(String text) {
        this.text = text;
        tokens = new TokenList(text);
    }

    /** Whether a text may be XML, by its first characters. */
    static boolean mayBegin(String text) {
        int at = beginning(text);
        return at + 2 < text.length()
                && text.charAt(at) == '<'
                && (Character.isLetter(text.charAt(at + 1)) || "?!_:".indexOf(text.charAt(at + 1)) >= 0);
    }

    private static int beginning(String text) {
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /**
     * Scans the text.
     *
     * @param cut whether the text is only the beginning of a message, so that it may end anywhere
     * @return null if it is not one element with what may stand around it
     */
    TokenList scan(boolean cut) {
        if (!mayBegin(text)) {
            return null;
        }
        at = beginning(text);
        while (at < text.length()) {
            if (!token()) {
                boolean isCutToken = text.charAt(at) == '<' && text.indexOf('>', at) < 0;
                return cut && isCutToken && rootSeen ? tokens : null;
            }
        }
        return rootSeen && (open.isEmpty() || cut) ? tokens : null;
    }

    private boolean token() {
        if (text.charAt(at) != '<') {
            return characters();
        } else if (text.startsWith("<!--", at)) {
            return through("-->", OTHER, 4);
        } else if (text.startsWith("<![CDATA[", at)) {
            return !open.isEmpty() && through("]]>", CDATA, 9);
        } else if (text.startsWith("<?", at)) {
            return through("?>", OTHER, 2);
        } else if (text.startsWith("<!", at)) {
            return doctype();
        } else if (text.startsWith("</", at)) {
            return end();
        }
        return start();
    }

    private boolean through(String mark, char kind, int prefix) {
        int end = text.indexOf(mark, at + prefix);
        if (end < 0) {
            return false;
        }
        tokens.add(kind, at, end + mark.length());
        at = end + mark.length();
        return true;
    }

    /** Returns where a tag ends, behind its {@code >}; -1 if it does not. A bracket encloses declarations. */
    private int tagEnd() {
        char quote = 0;
        boolean bracket = false;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == ']') {
                bracket = c == '[';
            } else if (c == '>' && !bracket) {
                return i + 1;
            } else if (c == '<' && !bracket) {
                return -1;
            }
        }
        return -1;
    }

    private boolean doctype() {
        int end = tagEnd();
        if (rootSeen || end < 0 || !text.startsWith("<!DOCTYPE", at)) {
            return false;
        }
        tokens.add(OTHER, at, end);
        at = end;
        return true;
    }

    private boolean start() {
        if (rootSeen && open.isEmpty() || open.size() >= MOST_DEPTH) {
            return false;
        }
        int end = tagEnd();
        Matcher name = TAG_NAME.matcher(text).region(at + 1, Math.max(at + 1, end));
        if (!name.lookingAt()) {
            return false;
        }
        boolean isEmpty = text.charAt(end - 2) == '/';
        if (!hasGoodAttributes(name.end(), end - (isEmpty ? 2 : 1))) {
            return false;
        }
        rootSeen = true;
        if (!isEmpty) {
            open.push(name.group());
        }
        tokens.add(isEmpty ? EMPTY : START, at, end);
        at = end;
        return true;
    }

    private boolean hasGoodAttributes(int from, int to) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        Set<String> names = new HashSet<>();
        int next = from;
        while (attribute.region(next, to).lookingAt()) {
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            if (!names.add(attribute.group(1)) || !hasGoodReferences(value)) {
                return false;
            }
            next = attribute.end();
        }
        return text.substring(next, to).isBlank();
    }

    private boolean end() {
        Matcher tag = END_TAG.matcher(text).region(at, text.length());
        if (!tag.lookingAt() || open.isEmpty() || !open.pop().equals(tag.group(1))) {
            return false;
        }
        tokens.add(END, at, tag.end());
        at = tag.end();
        return true;
    }

    private boolean characters() {
        int end = text.indexOf('<', at);
        int to = end < 0 ? text.length() : end;
        String characters = text.substring(at, to);
        if (open.isEmpty() ? !characters.isBlank() : !hasGoodReferences(characters) || characters.contains("]]>")) {
            return false;
        }
        tokens.add(TEXT, at, to);
        at = to;
        return true;
    }

    /** Whether each ampersand begins a reference; control characters are not allowed either. */
    private static boolean hasGoodReferences(String value) {
        if (value.indexOf('&') < 0) {
            return true;
        }
        Matcher reference = REFERENCE.matcher(value);
        for (int i = value.indexOf('&'); i >= 0; i = value.indexOf('&', i + 1)) {
            if (!reference.region(i, value.length()).lookingAt()) {
                return false;
            }
        }
        return true;
    }
}
