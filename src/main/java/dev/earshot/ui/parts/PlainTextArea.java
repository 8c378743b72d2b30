package dev.earshot.ui.parts;

import javax.swing.JTextArea;
import javax.swing.JToolTip;

/** An area of text whose tool tip shows its text as it is, never as HTML. */
public class PlainTextArea extends JTextArea {
    public PlainTextArea() {}

    @Override
    public final JToolTip createToolTip() {
        return Plain.tip(this);
    }
}
