package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.VisibleText;
import dev.earshot.reply.rules.Match;
import dev.earshot.send.QuickSend;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTableCell;
import java.awt.Component;
import java.awt.Graphics;
import java.util.Optional;
import javax.swing.JTable;

/** Draws a cell of the quick sends, with a frame and a background colour if it has a problem. */
final class QuickCell extends PlainTableCell {
    private final transient Words words;
    private boolean wrong;

    QuickCell(Words words) {
        this.words = words;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int viewColumn) {
        QuickModel model = (QuickModel) table.getModel();
        QuickModel.Column column = QuickModel.Column.values()[table.convertColumnIndexToModel(viewColumn)];
        QuickSend quick = model.get(row);
        super.getTableCellRendererComponent(table, print(quick, value, column), isSelected, hasFocus, row, viewColumn);
        Problem problem = model.problems(row).get(column);
        wrong = problem != null;
        setToolTipText(wrong ? words.of(problem) : null);
        boolean bytes = column == QuickModel.Column.MESSAGE || column == QuickModel.Column.REPLY;
        setFont(bytes ? Theme.mono(12) : table.getFont());
        setHorizontalAlignment(QuickTable.figure(column) ? TRAILING : LEADING);
        boolean quiet = column == QuickModel.Column.KEY
                || column == QuickModel.Column.FORM
                || column == QuickModel.Column.WAIT && quick.reply().isEmpty();
        setForeground((quiet ? Token.MUTED : Token.TEXT).color());
        if (wrong) {
            setBackground(Token.ERROR_ROW.color());
            setForeground(Token.ERROR.color());
        } else if (!isSelected) {
            setBackground(Token.TABLE.color());
        }
        return this;
    }

    @SuppressWarnings("unchecked") // as the model says
    private String print(QuickSend quick, Object value, QuickModel.Column column) {
        return switch (column) {
            case STEP -> String.valueOf(value);
            case KEY, NAME, REPLY -> VisibleText.of((String) value);
            case MESSAGE -> QuickWords.oneLine(quick.draft());
            case FORM -> DraftFields.form(words, (TextForm) value);
            case DELAY -> (Integer) value == 0 ? "" : words.of("ui.number", value);
            case WAIT -> QuickTable.wait(words, (Optional<Match.Kind>) value);
            case TIMEOUT -> quick.reply().isEmpty() ? "" : words.of("ui.number", value);
        };
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        if (wrong) {
            g.setColor(Token.ERROR.color());
            g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        }
    }
}
