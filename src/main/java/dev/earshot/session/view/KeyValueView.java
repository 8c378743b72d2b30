package dev.earshot.session.view;

import dev.earshot.fields.KeyValueScanner;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows pairs of keys and values: in detail as text and as a list. A message is certain to consist of pairs if there
 * are two of them and nothing else. A single pair is shown by choice, or for a client that has sent more of them
 * before.
 */
public final class KeyValueView implements MessageView {
    private static final MessageView TEXT = new TextView();

    /** The most characters of a message that is looked at; a longer one is no list of pairs that a person reads. */
    private static final int MOST_CHARACTERS = 1 << 18;

    @Override
    public String id() {
        return "key-value";
    }

    @Override
    public String name(Words words) {
        return words.of("row.view.key.value");
    }

    @Override
    public Evidence evidence(DecodedRow message) {
        return scan(message, 2).isPresent() ? Evidence.CONTENT : Evidence.NONE;
    }

    @Override
    public boolean canShow(DecodedRow message) {
        return scan(message, 1).isPresent();
    }

    private static Optional<List<KeyValueScanner.Pair>> scan(DecodedRow message, int least) {
        String text = message.text();
        return text.length() > MOST_CHARACTERS || !message.isLegible()
                ? Optional.empty()
                : KeyValueScanner.scan(text, least);
    }

    /** Returns the pairs with one separator, so that messages of several forms read alike. */
    @Override
    public String line(DecodedRow message, Words words) {
        return copied(message).text();
    }

    @Override
    public int[] hitsInLine(DecodedRow message, String line, int[] hits) {
        return copied(message).places(message.toTextPositions(hits));
    }

    private static CopiedText copied(DecodedRow message) {
        CopiedText line = new CopiedText(message.text());
        for (KeyValueScanner.Pair pair : scan(message, 1).orElse(List.of())) {
            line.append(line.length() == 0 ? "" : "; ");
            line.copy(pair.keyFrom(), pair.keyFrom() + pair.key().length()).append(" = ");
            line.copy(pair.from(), pair.to());
        }
        return line;
    }

    @Override
    public String tag(DecodedRow message, Words words) {
        return TEXT.tag(message, words);
    }

    @Override
    public MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        MessageDetail text = TEXT.detail(message, hits, words);
        PartList list = new PartList(message, words);
        List<FieldNode> fields = new ArrayList<>();
        for (KeyValueScanner.Pair pair : scan(message, 1).orElse(List.of())) {
            String value = message.text().substring(pair.from(), pair.to());
            fields.add(list.text(pair.key(), value, pair.from(), pair.to()));
        }
        return new MessageDetail(text.facts(), text.text(), text.hits(), fields);
    }
}
