package dev.earshot.ui.plain;

import java.awt.Component;
import javax.swing.Icon;
import javax.swing.JTabbedPane;
import javax.swing.JToolTip;
import javax.swing.plaf.basic.BasicHTML;

/**
 * Tabs whose titles and tool tips are never shown as HTML. Swing asks no property before it renders a title, so that
 * one which begins like a page gets a blank before it.
 */
public class PlainTabbedPane extends JTabbedPane {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainTabbedPane(int placement, int layout) {
        super(placement, layout);
        Plain.disableHtml(this);
    }

    @Override
    public final void insertTab(String title, Icon icon, Component component, String tip, int index) {
        super.insertTab(plain(title), icon, component, tip, index);
    }

    @Override
    public final void setTitleAt(int index, String title) {
        super.setTitleAt(index, plain(title));
    }

    private static String plain(String title) {
        return BasicHTML.isHTMLString(title) ? " " + title : title;
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
