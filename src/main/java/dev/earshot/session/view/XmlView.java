package dev.earshot.session.view;

import dev.earshot.fields.TokenList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Shows a document of XML: in one line without the blanks between elements, and in detail indented and as a tree, in
 * which attributes have names with an {@code @}. Only a whole, well-formed message is certain to be XML.
 */
public final class XmlView extends TokenView {

    public XmlView() {
        super("xml");
    }

    @Override
    TokenList scan(String text, boolean cut) {
        return XmlScanner.mayBegin(text) ? new XmlScanner(text).scan(cut) : null;
    }

    @Override
    boolean isInLine(TokenList tokens, int number) {
        return !isBlank(tokens, number);
    }

    /** Whether a token is a text that only separates elements. */
    static boolean isBlank(TokenList tokens, int token) {
        return tokens.kind(token) == XmlScanner.TEXT && tokens.text(token).isBlank();
    }

    @Override
    CopiedText layout(TokenList tokens) {
        return XmlLayout.of(tokens);
    }

    @Override
    List<FieldNode> parts(TokenList tokens, PartList list) {
        return new Tree(tokens, list).parts(0);
    }

    /** Makes the parts of the tokens. Used once. */
    private static final class Tree {
        private final TokenList tokens;
        private final PartList list;
        private int next;

        Tree(TokenList tokens, PartList list) {
            this.tokens = tokens;
            this.list = list;
        }

        /** Returns the parts up to an end tag, or to the end. */
        List<FieldNode> parts(int level) {
            List<FieldNode> parts = new ArrayList<>();
            while (next < tokens.size() && tokens.kind(next) != XmlScanner.END) {
                switch (tokens.kind(next)) {
                    case XmlScanner.START, XmlScanner.EMPTY -> addElement(parts, level);
                    case XmlScanner.TEXT, XmlScanner.CDATA -> addText(parts);
                    default -> next++;
                }
            }
            return parts;
        }

        private void addText(List<FieldNode> parts) {
            if (!isBlank(tokens, next) && !list.isFull()) {
                parts.add(list.text("#text", text(next), tokens.from(next), tokens.to(next)));
            }
            next++;
        }

        private String text(int token) {
            int from = tokens.from(token);
            int to = Math.min(tokens.to(token), from + 2 * PartList.MOST_CHARACTERS);
            String text = tokens.text().substring(from, to);
            return tokens.kind(token) == XmlScanner.TEXT
                    ? XmlText.decode(text).strip()
                    : text.substring("<![CDATA[".length(), text.endsWith("]]>") ? text.length() - 3 : text.length());
        }

        private void addElement(List<FieldNode> parts, int level) {
            int start = next;
            String name = name(tokens.text(start));
            if (list.isFull()) {
                skip();
                list.addRest(parts, tokens.from(start), end());
                return;
            }
            List<FieldNode> inner = new ArrayList<>();
            addAttributes(inner, start, name.length() + 1);
            String value = "";
            if (tokens.kind(start) == XmlScanner.EMPTY) {
                next++;
            } else if (isOnlyText(start)) {
                value = text(start + 1);
                next = start + 3;
            } else if (level < MOST_LEVELS) {
                next++;
                inner.addAll(parts(level + 1));
                next++;
            } else {
                skip();
            }
            parts.add(list.group(name, value, tokens.from(start), end(), inner));
        }

        private int end() {
            return tokens.to(Math.min(next, tokens.size()) - 1);
        }

        private boolean isOnlyText(int start) {
            char inner = tokens.kind(start + 1);
            return (inner == XmlScanner.TEXT || inner == XmlScanner.CDATA) && tokens.kind(start + 2) == XmlScanner.END;
        }

        private void addAttributes(List<FieldNode> parts, int token, int behindName) {
            Matcher attribute = XmlScanner.ATTRIBUTE.matcher(tokens.text());
            int from = tokens.from(token) + behindName;
            while (attribute.region(from, tokens.to(token)).lookingAt() && !list.isFull()) {
                int group = attribute.group(2) == null ? 3 : 2;
                String value = XmlText.decode(attribute.group(group));
                parts.add(list.text("@" + attribute.group(1), value, attribute.start(group), attribute.end(group)));
                from = attribute.end();
            }
        }

        private static String name(String tag) {
            int end = 1;
            while (end < tag.length() && " \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
                end++;
            }
            return tag.substring(1, end);
        }

        private void skip() {
            int depth = 0;
            do {
                char kind = tokens.kind(next++);
                depth += kind == XmlScanner.START ? 1 : kind == XmlScanner.END ? -1 : 0;
            } while (depth > 0 && next < tokens.size());
        }
    }
}
