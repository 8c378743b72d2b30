package dev.earshot.ui.parts;

import javax.swing.JTabbedPane;
import javax.swing.JToolTip;

/** Tabs whose titles and tool tips are shown as they are, never as HTML. */
public class PlainTabbedPane extends JTabbedPane {
    public PlainTabbedPane() {
        Plain.make(this);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.tip(this);
    }
}
