package dev.earshot.ui.parts;

import dev.earshot.codec.Hex;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Problem;
import java.util.function.BooleanSupplier;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;

/**
 * Takes pasted lines into a field of one line. In a text they are inserted with escapes for their line breaks. In hex
 * they become hex digits, so that a dump of several rows keeps its meaning.
 */
public final class LineBreakFilter extends DocumentFilter {
    private final BooleanSupplier isHex;

    /** @param isHex whether the field holds hex at the moment */
    public LineBreakFilter(BooleanSupplier isHex) {
        this.isHex = isHex;
    }

    @Override
    public void insertString(FilterBypass past, int offset, String text, AttributeSet how) throws BadLocationException {
        super.insertString(past, offset, inOneLine(text), how);
    }

    @Override
    public void replace(FilterBypass past, int offset, int length, String text, AttributeSet how)
            throws BadLocationException {
        super.replace(past, offset, length, inOneLine(text), how);
    }

    private String inOneLine(String text) {
        if (text == null || text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        } else if (!isHex.getAsBoolean()) {
            return text.replace("\r", "\\r").replace("\n", "\\n");
        }
        try {
            byte[] bytes = PastedHex.parse(text);
            return Hex.print(bytes, 0, bytes.length);
        } catch (Problem e) {
            return text.replace('\r', ' ').replace('\n', ' '); // the field shows what is wrong with it
        }
    }
}
