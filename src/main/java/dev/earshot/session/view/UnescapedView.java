package dev.earshot.session.view;

import dev.earshot.session.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the content of messages whose framing escapes bytes, such as JT/T 808 or SLIP: without their marks, and with
 * nothing escaped; as text if it is legible, else as hex digits. The hex view shows the same messages as they came.
 */
public final class UnescapedView implements MessageView {
    private static final MessageView TEXT = new TextView();
    private static final MessageView HEX = new HexView();

    @Override
    public String name(Words words) {
        return words.of("row.view.unescaped");
    }

    @Override
    public Evidence evidence(DecodedRow message) {
        return message.content().isPresent() ? Evidence.CONTENT : Evidence.NONE;
    }

    private static DecodedRow content(DecodedRow message) {
        return message.content().orElse(message);
    }

    private static MessageView inner(DecodedRow content) {
        return content.isLegible() ? TEXT : HEX;
    }

    @Override
    public String line(DecodedRow message, Words words) {
        DecodedRow content = content(message);
        return inner(content).line(content, words);
    }

    @Override
    public String tag(DecodedRow message, Words words) {
        return name(words);
    }

    @Override
    public MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        DecodedRow content = content(message);
        MessageDetail detail = inner(content).detail(content, DecodedRow.NO_HITS, words);
        List<String> facts = new ArrayList<>(List.of(name(words)));
        facts.addAll(detail.facts());
        return new MessageDetail(facts, detail.text(), detail.hits());
    }
}
