package dev.earshot.ui.parts;

import javax.swing.JTabbedPane;
import javax.swing.JToolTip;

/** Tabs whose titles and tool tips are shown as they are, never as HTML. */
public class PlainTabbedPane extends JTabbedPane {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainTabbedPane(int placement, int layout) {
        super(placement, layout);
        Plain.disableHtml(this);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
