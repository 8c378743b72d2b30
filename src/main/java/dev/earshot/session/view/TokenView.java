package dev.earshot.session.view;

import dev.earshot.fields.TokenList;
import dev.earshot.session.words.Words;
import java.util.List;

/**
 * Shows texts that are made of tokens, such as JSON: in one line without the blanks between them. Only a whole message
 * is certain to have the form. The beginning of a long one is shown by choice.
 */
abstract class TokenView implements MessageView {
    /** The deepest level of the tree; what lies deeper is one value. */
    static final int MOST_LEVELS = 60;

    private final String id;

    /** @param id one of the ids of {@link dev.earshot.session.settings.ViewId}, which its words have, too */
    TokenView(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String name(Words words) {
        return words.of("row.view." + id);
    }

    @Override
    public final Evidence evidence(DecodedRow message) {
        return message.isReadWhole() && scan(message) != null ? Evidence.CONTENT : Evidence.NONE;
    }

    @Override
    public final boolean canShow(DecodedRow message) {
        return scan(message) != null;
    }

    private TokenList scan(DecodedRow message) {
        return scan(message.text(), !message.isReadWhole());
    }

    /**
     * Returns the tokens of a text; null if it has another form.
     *
     * @param cut whether the text may end anywhere, for it is the beginning of a longer one
     */
    abstract TokenList scan(String text, boolean cut);

    /** Whether a token stands in the line. */
    abstract boolean isInLine(TokenList tokens, int number);

    /** Returns the text with its line breaks and indents. */
    abstract CopiedText layout(TokenList tokens);

    /** Returns the tree of the tokens. */
    abstract List<FieldNode> parts(TokenList tokens, PartList list);

    private CopiedText compact(DecodedRow message) {
        TokenList tokens = scan(message);
        CopiedText line = new CopiedText(message.text());
        for (int i = 0; tokens != null && i < tokens.size(); i++) {
            if (isInLine(tokens, i)) {
                line.copy(tokens.from(i), tokens.to(i));
            }
        }
        return line;
    }

    @Override
    public final String line(DecodedRow message, Words words) {
        return compact(message).text();
    }

    @Override
    public final int[] hitsInLine(DecodedRow message, String line, int[] hits) {
        return compact(message).places(message.toTextPositions(hits));
    }

    @Override
    public final MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        TokenList tokens = scan(message);
        CopiedText pretty = layout(tokens);
        return new MessageDetail(
                List.of(name(words), message.encoding().label()),
                pretty.text(),
                pretty.places(message.toTextPositions(hits)),
                parts(tokens, new PartList(message, words)));
    }
}
