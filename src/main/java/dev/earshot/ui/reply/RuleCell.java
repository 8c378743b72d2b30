package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.VisibleText;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.Pill;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTableCell;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JTable;

/** Draws the cells of the table of rules; a wrong cell has a red frame and background. */
final class RuleCell extends PlainTableCell {
    private final transient Words words;
    private final Pill pill = new Pill();
    private String ending = "";
    private boolean wrong;

    RuleCell(Words words) {
        this.words = words;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int viewColumn) {
        RulesModel model = (RulesModel) table.getModel();
        RulesModel.Column column = RulesModel.Column.values()[table.convertColumnIndexToModel(viewColumn)];
        Rule rule = model.get(row);
        String shown = print(value, column);
        String hint = shown.isEmpty() ? hint(rule, column) : "";
        super.getTableCellRendererComponent(
                table, shown.isEmpty() ? hint : shown, isSelected, hasFocus, row, viewColumn);
        Problem problem = model.problems(row).get(column);
        wrong = problem != null;
        setToolTipText(wrong ? words.of(problem) : null);
        boolean monospaced =
                hint.isEmpty() && (column == RulesModel.Column.PATTERN || column == RulesModel.Column.ANSWER);
        setFont(monospaced ? Theme.mono(12) : table.getFont());
        setHorizontalAlignment(
                column == RulesModel.Column.DELAY || column == RulesModel.Column.HITS ? TRAILING : LEADING);
        setForeground((rule.isOn() && hint.isEmpty() ? Token.TEXT : Token.MUTED).color());
        if (wrong) {
            setBackground(Token.ERROR_ROW.color());
            setForeground(Token.ERROR.color());
        } else if (!isSelected) {
            setBackground(Token.TABLE.color());
        }
        ending = column == RulesModel.Column.ANSWER ? ending(rule) : "";
        if (!ending.isEmpty()) {
            int room = endingWidth(getFontMetrics(Theme.sans(11))) + UIScale.scale(6);
            setBorder(BorderFactory.createCompoundBorder(getBorder(), BorderFactory.createEmptyBorder(0, 0, 0, room)));
        }
        return this;
    }

    private String print(Object value, RulesModel.Column column) {
        return switch (column) {
            case ON -> String.valueOf(value);
            case WHEN -> when(words, (Match.Kind) value);
            case PATTERN, ANSWER, STATE -> VisibleText.of((String) value);
            case FORM -> form(words, (TextForm) value);
            case DELAY -> (Integer) value == 0 ? "" : words.of("ui.rules.millis", value);
            case TO -> receiver(words, (RulesModel.Receiver) value);
            case HITS -> words.of("ui.number", value);
        };
    }

    /** Returns what an empty cell means. */
    private String hint(Rule rule, RulesModel.Column column) {
        if (column == RulesModel.Column.PATTERN) {
            return words.of(rule.match().kind() == Match.Kind.ANY ? "ui.rules.every" : "ui.rules.empty");
        }
        return column == RulesModel.Column.ANSWER ? words.of("ui.rules.silent") : "";
    }

    /** Returns the states before and after a rule in one text, such as {@code mail → body}; either may be empty. */
    static String states(String before, String after) {
        return after.isEmpty() || after.equals(before) ? before : (before + " → " + after).strip();
    }

    static String when(Words words, Match.Kind kind) {
        return words.of("ui.rules.when." + kind.name().toLowerCase(Locale.ROOT));
    }

    static String form(Words words, TextForm form) {
        return words.of("ui.form." + form.name().toLowerCase(Locale.ROOT));
    }

    static String receiver(Words words, RulesModel.Receiver receiver) {
        return receiver.to() == Rule.Receivers.ROLE
                ? words.of("ui.rules.to.role", receiver.role())
                : words.of("ui.rules.to." + receiver.to().name().toLowerCase(Locale.ROOT));
    }

    private static String ending(Rule rule) {
        if (rule.answer().form() == TextForm.HEX) {
            return "";
        }
        return switch (rule.answer().ending()) {
            case NONE -> "";
            case LF -> "LF";
            case CRLF -> "CR LF";
            case CR -> "CR";
        };
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = (Graphics2D) graphics;
        if (!ending.isEmpty()) {
            paintEnding(g);
        }
        if (wrong) {
            g.setColor(Token.ERROR.color());
            g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        }
    }

    private int endingWidth(FontMetrics metrics) {
        return metrics.stringWidth(ending) + UIScale.scale(12);
    }

    private void paintEnding(Graphics2D g) {
        DrawnText.setAntialiasing(g, this);
        g.setFont(Theme.sans(11));
        FontMetrics metrics = g.getFontMetrics();
        int width = endingWidth(metrics);
        int height = UIScale.scale(16);
        int x = getWidth() - width - UIScale.scale(6);
        pill.paint(g, x, (getHeight() - height) / 2, width, height);
        g.setColor(Token.MUTED.color());
        g.drawString(ending, x + UIScale.scale(6), DrawnText.baseline(metrics, getHeight()));
    }
}
