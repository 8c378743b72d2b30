package dev.earshot.ui.log.detail;

import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.RowMenu;
import dev.earshot.ui.plain.PlainButton;
import java.util.List;
import java.util.function.LongSupplier;
import javax.swing.JComponent;
import javax.swing.JTextArea;

/** The commands on what a person has marked in the detail of a message. Confined to the EDT. */
public final class DetailMarks {
    private final HexArea hex;
    private final JTextArea text;
    private final LongSupplier row;
    private final PlainButton button;
    private MarkActions actions;

    /** @param row returns the number of the shown message; less than 0 for none */
    DetailMarks(HexArea hex, JTextArea text, LongSupplier row, Words words) {
        this.hex = hex;
        this.text = text;
        this.row = row;
        button = new Controls(words).quiet("describeButton", "ui.field.describe.short", this::describeBytes);
        button.setToolTipText(
                words.of("ui.tool.tip", words.of("ui.field.describe"), FieldShortcuts.DESCRIBE.keyName()));
        button.setVisible(false);
        button.setFocusable(false); // so that the bytes stay selected
        hex.addCaretListener(e -> showButton());
        FieldShortcuts.IN_DUMP.bind(hex, JComponent.WHEN_FOCUSED, this);
        FieldShortcuts.IN_TEXT.bind(text, JComponent.WHEN_FOCUSED, this);
        RowMenu.attach(hex, List.of(FieldShortcuts.DESCRIBE, FieldShortcuts.COPY_DUMP), words, this);
        RowMenu.attach(text, List.of(FieldShortcuts.DESCRIBE_TEXT, FieldShortcuts.COPY_TEXT), words, this);
    }

    /** Sets what carries the commands out. */
    void actions(MarkActions carrier) {
        actions = carrier;
        showButton();
    }

    /** Returns the button that is shown while bytes are selected. */
    PlainButton button() {
        return button;
    }

    private void showButton() {
        button.setVisible(actions != null && hex.getSelectionEnd() > hex.getSelectionStart());
    }

    boolean hasBytes() {
        return actions != null && row.getAsLong() >= 0 && hex.marked() != null;
    }

    /** Asks what the marked bytes are. */
    void describeBytes() {
        int[] part = hex.marked();
        if (hasBytes()) {
            hex.mark(part[0], part[1], false); // a selection is seen only as long as the dump has the keyboard
            actions.describeBytes(row.getAsLong(), part[0], part[1], hex);
        }
    }

    /** Asks for an expression that finds the marked text. */
    void describeText() {
        String marked = text.getSelectedText();
        actions.describeText(row.getAsLong(), marked == null ? "" : marked, text);
    }

    void copyDump() {
        hex.copy();
    }

    void copyText() {
        text.copy();
    }
}
