package dev.earshot.ui.statistics;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.statistics.StatisticsTable;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTableCell;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;

/** Draws a cell of a table of statistics: numbers at the right, numbers and machine text in a monospaced font. */
final class FigureCell extends PlainTableCell {

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
        super.getTableCellRendererComponent(table, value, isSelected, false, row, column);
        StatisticsModel model = (StatisticsModel) table.getModel();
        StatisticsTable.Column shown = model.table().columns().get(table.convertColumnIndexToModel(column));
        boolean isMono = shown.isFigure() || shown.isMachineText();
        setFont(isMono ? Theme.mono(12) : Theme.sans(12));
        setHorizontalAlignment(shown.isFigure() ? SwingConstants.TRAILING : SwingConstants.LEADING);
        setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(8), 0, UIScale.scale(8)));
        setForeground(Token.TEXT.color());
        setBackground((isSelected ? Token.SELECTION : Token.TABLE).color());
        return this;
    }
}
