package dev.earshot.session.view;

import dev.earshot.codec.VisibleText;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.MessageLayout;
import dev.earshot.session.settings.ViewId;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the named values of a message by its layout: in the log as one line, in detail as a tree. By itself the log
 * shows those of messages that are not legible as text; the detail shows all.
 */
public final class FieldsView implements MessageView {
    private static final MessageView TEXT = new TextView();

    private final boolean showsTexts;

    /** @param showsTexts whether it also shows messages that are legible as text without being chosen */
    FieldsView(boolean showsTexts) {
        this.showsTexts = showsTexts;
    }

    @Override
    public String id() {
        return ViewId.FIELDS;
    }

    @Override
    public String name(Words words) {
        return words.of("row.view.fields");
    }

    @Override
    public Evidence evidence(DecodedRow message) {
        boolean isLookedAt = showsTexts || !message.isLegible();
        return isLookedAt && message.fields().isPresent() ? Evidence.CONTENT : Evidence.NONE;
    }

    @Override
    public boolean canShow(DecodedRow message) {
        return message.fields().isPresent();
    }

    @Override
    public String line(DecodedRow message, Words words) {
        return VisibleText.of(message.fields().map(FieldReading::summary).orElse(""));
    }

    @Override
    public String tag(DecodedRow message, Words words) {
        return message.fields().map(fields -> tag(fields, words)).orElse("");
    }

    @Override
    public MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        List<FieldNode> tree = message.fields()
                .map(fields -> new FieldNodes(fields, message.placesOfFields(), words).all())
                .orElse(List.of());
        List<String> facts = new ArrayList<>();
        message.fields().ifPresent(fields -> facts.add(title(fields, words)));
        if (!message.isLegible()) {
            return new MessageDetail(facts, line(message, words), DecodedRow.NO_HITS, tree);
        }
        MessageDetail text = TEXT.detail(message, hits, words);
        facts.addAll(text.facts());
        return new MessageDetail(facts, text.text(), text.hits(), tree);
    }

    /** Returns the name of the layout, and whether a field is wrong: its line need not have that field. */
    private static String tag(FieldReading fields, Words words) {
        String name = fields.source().name();
        return fields.isAnyWrong() ? words.of("row.view.fields.wrong", name) : name;
    }

    /** Returns what was read as a tree. */
    public static List<FieldNode> tree(FieldReading fields, Words words) {
        return new FieldNodes(fields, null, words).all();
    }

    private static String title(FieldReading fields, Words words) {
        return fields.source() instanceof MessageLayout layout
                ? VisibleText.of(words.isChinese() ? layout.chineseTitle() : layout.title())
                : VisibleText.of(fields.source().name());
    }
}
