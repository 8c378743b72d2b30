package dev.earshot.session.view;

import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows messages whose framing escapes bytes, such as JT/T 808 or SLIP, with nothing escaped between their marks. They
 * are shown as text if that is legible, else as hex digits. The hex view shows the same messages as they came.
 */
public final class UnescapedView implements MessageView {
    private static final MessageView TEXT = new TextView();
    private static final MessageView HEX = new HexView();

    @Override
    public String id() {
        return "unescaped";
    }

    @Override
    public String name(Words words) {
        return words.of("row.view.unescaped");
    }

    @Override
    public Evidence evidence(DecodedRow message) {
        return message.unescaped().isPresent() ? Evidence.CONTENT : Evidence.NONE;
    }

    private static DecodedRow unescaped(DecodedRow message) {
        return message.unescaped().orElse(message);
    }

    private static MessageView inner(DecodedRow unescaped) {
        return unescaped.isLegible() ? TEXT : HEX;
    }

    @Override
    public String line(DecodedRow message, Words words) {
        DecodedRow unescaped = unescaped(message);
        return inner(unescaped).line(unescaped, words);
    }

    @Override
    public String tag(DecodedRow message, Words words) {
        return name(words);
    }

    /** Returns the whole message. Its hex digits have no dump, as one of the bytes that came stands beside them. */
    @Override
    public MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        DecodedRow unescaped = unescaped(message);
        List<String> facts = new ArrayList<>(List.of(name(words)));
        if (inner(unescaped) == HEX) {
            facts.add(HEX.tag(unescaped, words));
            return new MessageDetail(facts, HEX.line(unescaped, words), DecodedRow.NO_HITS);
        }
        MessageDetail detail = TEXT.detail(unescaped, DecodedRow.NO_HITS, words);
        facts.addAll(detail.facts());
        return new MessageDetail(facts, detail.text(), detail.hits());
    }
}
