package dev.earshot.ui.log;

import dev.earshot.codec.DelimiterFraming;
import dev.earshot.codec.Framing;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.LineBreakFilter;
import javax.swing.text.AbstractDocument;
import javax.swing.text.JTextComponent;

/** Edits the bytes of a delimiter as hex digits, such as {@code 0D 0A}. */
final class DelimiterEditor implements FramingEditor {

    @Override
    public String brief(Words words, Framing framing) {
        return words.of("ui.framing.delimiter", hex(framing));
    }

    @Override
    public Reader addFields(FramingForm form, Framing proposed) {
        JTextComponent bytes = form.addTextField("framingDelimiterField", "ui.framing.bytes", hex(proposed));
        ((AbstractDocument) bytes.getDocument()).setDocumentFilter(new LineBreakFilter(() -> true));
        return () -> DelimiterFraming.parse(bytes.getText());
    }

    @Override
    public String warning(Words words, Framing framing) {
        return ((DelimiterFraming) framing).mayCutCharacters() ? words.of("ui.framing.delimiter.cuts") : "";
    }

    private static String hex(Framing framing) {
        return ((DelimiterFraming) framing).bytes().replaceAll("..(?=.)", "$0 ");
    }
}
