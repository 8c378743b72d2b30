package dev.earshot.ui.framing;

import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainTextField;

/** Edits the bytes of delimiters as hex digits or with escapes, such as {@code 0D 0A|0D} or {@code \r\n}. */
final class DelimiterEditor implements FramingEditor {

    @Override
    public String brief(Words words, Framing framing) {
        return words.of("ui.framing.delimiter", print(framing));
    }

    @Override
    public String inFull(Words words, Framing framing) {
        return brief(words, framing);
    }

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        PlainTextField bytes =
                fields.addWideMarks("framingDelimiterField", "ui.framing.bytes", ((DelimiterFraming) proposed).bytes());
        return () -> fields.read(bytes, DelimiterFraming::parse);
    }

    @Override
    public String warning(Words words, Framing framing) {
        return ((DelimiterFraming) framing).mayCutCharacters() ? words.of("ui.framing.delimiter.cuts") : "";
    }

    private static String print(Framing framing) {
        return MarkText.print(((DelimiterFraming) framing).bytes());
    }
}
