package dev.earshot.ui.connect;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.ui.parts.PlainTextField;
import javax.swing.JComponent;

/** Marks a field as wrong, and as right again. */
final class WrongField {
    private WrongField() {}

    /**
     * Marks it, and puts the keyboard where the mistake is.
     *
     * @param outlined the field, or the box whose editor it is
     * @param position where in it the mistake begins, or -1
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

    static void clear(JComponent... outlined) {
        for (JComponent field : outlined) {
            field.putClientProperty(FlatClientProperties.OUTLINE, null);
        }
    }
}
