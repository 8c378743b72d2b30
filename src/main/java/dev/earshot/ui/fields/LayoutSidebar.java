package dev.earshot.ui.fields;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The list of layouts with its commands below, at the left of the window. */
final class LayoutSidebar extends JPanel {
    private static final int WIDTH = 208;

    LayoutSidebar(LayoutList list, JPanel commands) {
        super(new BorderLayout());
        setBorder(Hairline.right());
        add(Controls.scroll(list));
        add(commands, BorderLayout.SOUTH);
        setPreferredSize(new Dimension(UIScale.scale(WIDTH), 100));
    }

    /** Makes a panel for buttons, two in a line. */
    static JPanel commands() {
        JPanel commands =
                new JPanel(new MigLayout("insets 6 8 6 8, gap 6 4, wrap 2, hidemode 3", "[grow, fill][grow, fill]"));
        commands.setBorder(Hairline.top());
        return commands;
    }
}
