package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainMenuItem;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import javax.swing.JPopupMenu;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;

/** The menu of the variables that an answer may contain, each with its meaning. */
final class VariableMenu {
    /** Stands in a variable for the text that was selected. */
    private static final String SELECTION = "\u2026";

    private static final int EXPLANATION_X = 240;

    private static final String[][] VARIABLES = {
        {"${0}", "ui.reply.variable.message"},
        {"${1}", "ui.reply.variable.capture"},
        {"${1+1}", "ui.reply.variable.plus"},
        {"${field:temp}", "ui.reply.variable.field"},
        {"${counter}", "ui.reply.variable.counter"},
        {"${time:HH:mm:ss}", "ui.reply.variable.time"},
        {"${time:unix}", "ui.reply.variable.unix"},
        {"${random:1-100}", "ui.reply.variable.random"},
        {"${client}", "ui.reply.variable.client"},
        {"${clients}", "ui.reply.variable.clients"},
        {"${length:u16}", "ui.reply.variable.length"},
        {"${checksum:CRC-16/MODBUS}", "ui.reply.variable.checksum"},
        {"${hex:0D 0A}", "ui.reply.variable.hex"},
        {"${begin:body}" + SELECTION + "${end:body}", "ui.reply.variable.part"},
        {"${length:of=body}", "ui.reply.variable.length.of"},
        {"${checksum:CRC-16/X-25:of=body}", "ui.reply.variable.checksum.of"},
        {"${begin:f:escape=slip}" + SELECTION + "${end:f}", "ui.reply.variable.escape"},
    };

    private VariableMenu() {}

    /**
     * Creates the menu.
     *
     * @param chosen takes the variable, to {@link #insert} it
     */
    static JPopupMenu create(Words words, Consumer<String> chosen) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("variableMenu");
        for (String[] variable : VARIABLES) {
            Item item = new Item(variable[0], words.of(variable[1]));
            item.addActionListener(e -> chosen.accept(variable[0]));
            menu.add(item);
        }
        return menu;
    }

    /** Inserts a variable in the place of what is selected, or its two halves around that. */
    static void insert(JTextComponent field, String variable) {
        String selected = field.getSelectedText();
        int inside = variable.indexOf(SELECTION);
        int start = field.getSelectionStart();
        field.replaceSelection(variable.replace(SELECTION, selected == null ? "" : selected));
        if (inside >= 0 && selected == null) {
            field.setCaretPosition(start + inside);
        }
    }

    /** An item that shows the variable in a monospaced font, and then its meaning. */
    private static final class Item extends PlainMenuItem {
        private final String typed;
        private final String explanation;

        Item(String typed, String explanation) {
            this.typed = typed;
            this.explanation = explanation;
            setName(typed);
            getAccessibleContext().setAccessibleName(typed + " " + explanation);
        }

        @Override
        public Dimension getPreferredSize() {
            int words = getFontMetrics(Theme.sans(12)).stringWidth(explanation);
            return new Dimension(UIScale.scale(EXPLANATION_X + 24) + words, UIScale.scale(24));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            Graphics2D g = (Graphics2D) graphics;
            DrawnText.setAntialiasing(g, this);
            boolean armed = isArmed() || isSelected();
            g.setFont(Theme.mono(12));
            g.setColor(armed ? UIManager.getColor("MenuItem.selectionForeground") : Token.TEXT.color());
            DrawnText.draw(g, typed, UIScale.scale(12), getHeight(), UIScale.scale(EXPLANATION_X));
            g.setFont(Theme.sans(12));
            g.setColor(armed ? g.getColor() : Token.MUTED.color());
            DrawnText.draw(g, explanation, UIScale.scale(12 + EXPLANATION_X), getHeight(), getWidth());
        }
    }
}
