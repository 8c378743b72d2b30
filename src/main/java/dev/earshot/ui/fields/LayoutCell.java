package dev.earshot.ui.fields;

import dev.earshot.codec.VisibleText;
import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.PartValue;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTableCell;
import java.awt.Component;
import javax.swing.JTable;

/** Draws one cell of a layout's fields; a value that contradicts the layout is red. */
final class LayoutCell extends PlainTableCell {
    private static final int MOST = 300;

    private final transient Words words;

    LayoutCell(Words words) {
        this.words = words;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int viewColumn) {
        LayoutModel model = (LayoutModel) table.getModel();
        LayoutModel.Column column = LayoutModel.Column.values()[table.convertColumnIndexToModel(viewColumn)];
        EditedField field = model.get(row);
        String text = brief((String) value);
        String tip = null;
        Token token = model.isCellEditable(row, column.ordinal()) ? Token.TEXT : Token.MUTED;
        if (column == LayoutModel.Column.NAME && !field.isPlain()) {
            String name = text.isEmpty() ? words.of("ui.layouts.group.unnamed") : text;
            text = words.of("ui.layouts.group", name, field.parts());
            tip = words.of("ui.layouts.group.tip");
        } else if (column == LayoutModel.Column.PLACE && text.isEmpty() && field.isPlain()) {
            text = words.of("ui.layouts.place.next");
            token = Token.MUTED;
        } else if (column == LayoutModel.Column.VALUE) {
            PartValue shown = model.value(row);
            token = shown.wrong() ? Token.ERROR : Token.TEXT;
            text = words(shown, text);
            tip = text.isEmpty() ? null : text;
        }
        super.getTableCellRendererComponent(table, text, isSelected, hasFocus, row, viewColumn);
        setToolTipText(tip);
        setFont(Theme.mono(12));
        setForeground(token.color());
        if (!isSelected) {
            setBackground(Token.TABLE.color());
        }
        return this;
    }

    private String words(PartValue value, String text) {
        if (value.missing() > 0) {
            return words.of("row.field.missing", value.missing());
        }
        return value.right().isEmpty() ? text : words.of("row.field.wrong", text, value.right());
    }

    private static String brief(String text) {
        return VisibleText.of(text.length() > MOST ? text.substring(0, MOST) + "..." : text);
    }
}
