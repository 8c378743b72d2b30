package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.ui.plain.PlainTextField;
import javax.swing.JComponent;

/** Marks a field as wrong, and as right again. */
final class WrongField {
    private WrongField() {}

    /**
     * Marks a field as wrong, and puts the caret where the mistake is.
     *
     * @param outlined the field that gets the red outline, or the box that contains it
     * @param position where the mistake begins in the text, or -1
     */
    static void mark(JComponent outlined, PlainTextField wrong, int position) {
        outlined.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
        wrong.requestFocusInWindow();
        if (position > 0 && position <= wrong.getText().length()) {
            wrong.setCaretPosition(position);
        } else {
            wrong.selectAll();
        }
    }

    /** Removes the marks of these fields. */
    static void clear(JComponent... outlined) {
        for (JComponent field : outlined) {
            field.putClientProperty(FlatClientProperties.OUTLINE, null);
        }
    }
}
