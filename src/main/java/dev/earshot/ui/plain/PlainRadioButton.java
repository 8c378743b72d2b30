package dev.earshot.ui.plain;

import javax.swing.JRadioButton;
import javax.swing.JToolTip;

/** A button for one of several choices that shows its text as it is, never as HTML. */
public final class PlainRadioButton extends JRadioButton {
    private static final int MARGIN = 2;

    public PlainRadioButton(String text) {
        Plain.disableHtml(this);
        Plain.alignDrawing(this, MARGIN);
        setText(text);
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
