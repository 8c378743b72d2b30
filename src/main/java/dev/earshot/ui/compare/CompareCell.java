package dev.earshot.ui.compare;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.compare.ComparedLine;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTableCell;
import java.awt.Color;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;

/**
 * Draws a line of one message: what differs has another background and is underlined in the colour of the sign, and the
 * current difference has a frame.
 */
final class CompareCell extends PlainTableCell {
    /** The space before the text, in pixels before scaling. */
    static final int INSET = 12;

    private transient List<ComparedLine.Mark> marks = List.of();
    private int current;
    private Token mark = Token.WARN;

    /** Returns the colour of a sign. */
    static Token token(ComparedLine.Sign sign) {
        return switch (sign) {
            case LEFT_ONLY -> Token.ERROR;
            case RIGHT_ONLY -> Token.OK;
            case CHANGED -> Token.WARN;
            case EQUAL -> Token.MUTED;
        };
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
        super.getTableCellRendererComponent(table, value, isSelected, false, row, column);
        ComparedLine line = ((CompareModel) table.getModel()).line(row);
        boolean isSign = column == CompareModel.SIGN;
        marks = isSign ? List.of() : column == CompareModel.LEFT ? line.leftMarks() : line.rightMarks();
        mark = token(line.sign());
        current = ((CompareTable) table).difference();
        setFont(Theme.mono(12));
        setHorizontalAlignment(isSign ? SwingConstants.CENTER : SwingConstants.LEADING);
        int inset = UIScale.scale(isSign ? 0 : INSET);
        setBorder(BorderFactory.createEmptyBorder(0, inset, 0, 0));
        setForeground((isSign ? mark : Token.TEXT).color());
        setBackground((isSelected ? Token.SELECTION : Token.TABLE).color());
        return this;
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(getBackground());
        g.fillRect(0, 0, getWidth(), getHeight());
        FontMetrics metrics = getFontMetrics(getFont()); // those with which the text is drawn
        String text = getText();
        int inset = getInsets().left;
        int thick = UIScale.scale(2);
        for (ComparedLine.Mark one : marks) {
            int from = inset + metrics.stringWidth(text.substring(0, one.from()));
            int width = metrics.stringWidth(text.substring(one.from(), one.end()));
            g.setColor(Token.HIT.color());
            g.fillRect(from, 0, width, getHeight());
            g.setColor(mark.color());
            g.fillRect(from, getHeight() - thick, width, thick);
            if (one.difference() == current) {
                g.fillRect(from - thick, 0, width + 2 * thick, thick);
                g.fillRect(from - thick, 0, thick, getHeight());
                g.fillRect(from + width, 0, thick, getHeight());
            }
        }
        Color background = getBackground();
        setOpaque(false);
        super.paintComponent(g);
        setOpaque(true);
        setBackground(background);
    }
}
