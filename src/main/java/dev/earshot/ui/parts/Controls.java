package dev.earshot.ui.parts;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainListCell;
import dev.earshot.ui.plain.PlainToggleButton;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Insets;
import java.util.function.Function;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollPane;

/** Makes the small controls of the window with their words, mnemonic, name and name for assistive tools. */
public record Controls(Words words) {

    /** Makes a muted label that names a field. */
    public PlainLabel label(String key, JComponent field) {
        PlainLabel label = new PlainLabel(words.of(key));
        label.setDisplayedMnemonic(words.mnemonic(key));
        label.setLabelFor(field);
        label.setForeground(new TokenColor(Token.MUTED));
        field.getAccessibleContext().setAccessibleName(words.of(key));
        return label;
    }

    /**
     * Makes a box of choices.
     *
     * @param print names a choice
     */
    public <T> PlainComboBox<T> box(String name, String tipKey, Function<T, String> print, Iterable<T> choices) {
        PlainComboBox<T> box = new PlainComboBox<>();
        choices.forEach(box::addItem);
        box.setName(name);
        box.setToolTipText(words.of(tipKey));
        box.getAccessibleContext().setAccessibleName(words.of(tipKey));
        setRenderer(box, print);
        return box;
    }

    /** Makes a box show its choices by their names. */
    public static <T> void setRenderer(PlainComboBox<T> box, Function<T, String> print) {
        box.setRenderer(new NamedCell<>(print));
    }

    /** Makes a button that only shows a drawing. */
    public PlainButton tool(String name, Icon icon, String tip) {
        PlainButton button = new PlainButton(icon);
        button.setToolTipText(tip);
        dress(button, name, tip);
        return button;
    }

    /**
     * Makes a button that only shows the drawing of a command, and carries the command out.
     *
     * @param key of the words that the tip shows before the name of the stroke
     */
    public <T> PlainButton tool(String name, String key, Command<T> command, T target) {
        String tip = words.of("ui.tool.tip", words.of(key), command.keyName());
        PlainButton button = tool(name, command.drawing(), tip);
        button.addActionListener(e -> command.run(target, 0));
        return button;
    }

    /** Makes a button that only shows a drawing and stays pressed. */
    public PlainToggleButton toggle(String name, Icon icon, String tip) {
        PlainToggleButton button = new PlainToggleButton(icon);
        button.setToolTipText(tip);
        dress(button, name, tip);
        return button;
    }

    /** Makes a small button with a text and without a frame. */
    public PlainButton quiet(String name, String key, Runnable command) {
        PlainButton button = quiet(name, command);
        button.setText(words.of(key));
        button.setMnemonic(words.mnemonic(key));
        return button;
    }

    /** Makes a small button without a frame, whose text is set later. */
    public PlainButton quiet(String name, Runnable command) {
        PlainButton button = new PlainButton();
        button.setName(name);
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
        button.putClientProperty(FlatClientProperties.MINIMUM_WIDTH, 0);
        button.setForeground(new TokenColor(Token.SENT));
        button.setFont(Theme.sans(12));
        button.setMargin(new Insets(2, 6, 2, 6));
        button.addActionListener(e -> command.run());
        return button;
    }

    /** Fills a button with the accent colour, or makes it plain again. */
    public static void setPrimary(PlainButton button, boolean filled) {
        String style = filled ? "primary" : null;
        if (button.getClientProperty(FlatClientProperties.STYLE_CLASS) != style) {
            button.putClientProperty(FlatClientProperties.STYLE_CLASS, style);
        }
    }

    /** Makes a scroll pane without a border. Swing restores its own border unless an empty one was set. */
    public static JScrollPane scroll(JComponent view) {
        JScrollPane pane = new JScrollPane(view);
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.getVerticalScrollBar().setUnitIncrement(UIScale.scale(22));
        return pane;
    }

    private static void dress(AbstractButton button, String name, String tip) {
        button.getAccessibleContext().setAccessibleName(tip);
        styleTool(button, name);
    }

    /** Styles a tool button whose tip is set later. */
    public static void styleTool(AbstractButton button, String name) {
        button.setName(name);
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        int side = UIScale.scale(24);
        button.setPreferredSize(new Dimension(side, side));
    }

    /** Draws a choice by its name, as plain text. */
    private static final class NamedCell<T> extends PlainListCell {
        private final transient Function<T, String> print;

        NamedCell(Function<T, String> print) {
            this.print = print;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean cellHasFocus) {
            String text = value == null ? "" : print.apply((T) value);
            return super.getListCellRendererComponent(list, text, index, isSelected, cellHasFocus);
        }
    }
}
