package dev.earshot.ui.plain;

import javax.swing.JToolTip;

/** A tool tip that shows its text as it is, never as HTML. */
public final class PlainToolTip extends JToolTip {
    public PlainToolTip() {
        Plain.disableHtml(this);
    }
}
