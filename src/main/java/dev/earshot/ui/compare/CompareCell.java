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
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;

/** Draws a line of one message: what differs has another background and is underlined, in the colour of the sign. */
final class CompareCell extends PlainTableCell {
    /** The space before the text, in pixels before scaling. */
    static final int INSET = 12;

    private static final int[] NO_MARKS = {};

    private int[] marks = NO_MARKS;
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
        marks = isSign ? NO_MARKS : column == CompareModel.LEFT ? line.leftMarks() : line.rightMarks();
        mark = token(line.sign());
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
        FontMetrics metrics = g.getFontMetrics(getFont());
        String text = getText();
        int inset = getInsets().left;
        for (int i = 0; i < marks.length; i += 2) {
            int from = inset + metrics.stringWidth(text.substring(0, marks[i]));
            int width = metrics.stringWidth(text.substring(marks[i], marks[i + 1]));
            g.setColor(Token.HIT.color());
            g.fillRect(from, 0, width, getHeight());
            g.setColor(mark.color());
            int thick = UIScale.scale(2);
            g.fillRect(from, getHeight() - thick, width, thick);
        }
        Color background = getBackground();
        setOpaque(false);
        super.paintComponent(g);
        setOpaque(true);
        setBackground(background);
    }
}
