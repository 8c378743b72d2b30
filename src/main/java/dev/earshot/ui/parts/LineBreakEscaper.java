package dev.earshot.ui.parts;

import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;

/** Replaces line breaks that are pasted into a field of one line by their escapes. */
public final class LineBreakEscaper extends DocumentFilter {
    @Override
    public void insertString(FilterBypass past, int offset, String text, AttributeSet how) throws BadLocationException {
        super.insertString(past, offset, escaped(text), how);
    }

    @Override
    public void replace(FilterBypass past, int offset, int length, String text, AttributeSet how)
            throws BadLocationException {
        super.replace(past, offset, length, escaped(text), how);
    }

    private static String escaped(String text) {
        return text == null ? null : text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
