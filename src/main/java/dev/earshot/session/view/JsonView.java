package dev.earshot.session.view;

import dev.earshot.fields.JsonScanner;
import dev.earshot.fields.JsonUnescape;
import dev.earshot.fields.TokenList;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows an object or array of JSON (RFC 8259): in one line without blanks, and in detail with a line for each value and
 * as a tree. Only a whole message is certain to be JSON. The beginning of a long one is shown by choice.
 */
public final class JsonView extends TokenView {

    public JsonView() {
        super("json");
    }

    @Override
    TokenList scan(String text, boolean cut) {
        return JsonScanner.mayBegin(text) ? new JsonScanner(text).scan(cut) : null;
    }

    @Override
    boolean isInLine(TokenList tokens, int number) {
        return true;
    }

    @Override
    CopiedText layout(TokenList tokens) {
        return JsonLayout.of(tokens);
    }

    @Override
    List<FieldNode> parts(TokenList tokens, PartList list) {
        return new Tree(tokens, list).parts();
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

        /** Returns the values of the outermost object or array. */
        List<FieldNode> parts() {
            return parts(0);
        }

        private List<FieldNode> parts(int level) {
            boolean isObject = tokens.kind(next++) == '{';
            List<FieldNode> parts = new ArrayList<>();
            for (int index = 0; next < tokens.size() && "}]".indexOf(tokens.kind(next)) < 0; index++) {
                String name = isObject ? JsonUnescape.decode(tokens.text(next)) : "[" + index + "]";
                next += isObject ? 2 : 0;
                if (next < tokens.size()) {
                    add(parts, name, level);
                }
                next += tokens.kind(next) == ',' ? 1 : 0;
            }
            next++;
            return parts;
        }

        private void add(List<FieldNode> parts, String name, int level) {
            int first = next;
            boolean isFull = list.isFull();
            boolean isNested = "{[".indexOf(tokens.kind(first)) >= 0;
            List<FieldNode> inner = List.of();
            if (isNested && level < MOST_LEVELS && !isFull) {
                inner = parts(level + 1);
            } else {
                skip();
            }
            int from = tokens.from(first);
            int to = tokens.to(Math.min(next, tokens.size()) - 1);
            if (isFull) {
                list.addRest(parts, from, to);
            } else {
                parts.add(list.group(name, inner.isEmpty() ? value(first, from, to) : "", from, to, inner));
            }
        }

        private String value(int first, int from, int to) {
            String value = tokens.text().substring(from, Math.min(to, from + PartList.MOST_CHARACTERS + 1));
            boolean isString = tokens.kind(first) == JsonScanner.STRING && to - from <= PartList.MOST_CHARACTERS;
            return isString ? JsonUnescape.decode(value) : value;
        }

        private void skip() {
            int depth = 0;
            do {
                char kind = tokens.kind(next++);
                depth += "{[".indexOf(kind) >= 0 ? 1 : "}]".indexOf(kind) >= 0 ? -1 : 0;
            } while (depth > 0 && next < tokens.size());
        }
    }
}
