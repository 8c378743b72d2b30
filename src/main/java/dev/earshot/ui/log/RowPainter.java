package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Pill;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.net.SocketAddress;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** Paints one cell of the log. It is a label only for assistive tools: its text is drawn as it is, never as HTML. */
final class RowPainter extends PlainLabel implements TableCellRenderer {
    /** Draws a cell of one column of the row that the painter was given last. */
    interface Drawing {
        void draw(RowPainter painter, Graphics2D g);
    }

    private final Pill pill = new Pill();
    private final NotePainter note = new NotePainter();
    private LogRow shown;
    private ShownColumn column;
    private boolean isFirst; // whether the cell is at the left edge of the log
    private String text = "";
    private boolean selected;
    private boolean active;
    private boolean repeated;
    private boolean growing;
    private int textSize = WindowKeys.FONT_SIZE.fallback();

    RowPainter() {
        setOpaque(true);
    }

    /** Sets the size of text, in points. */
    void setTextSize(int points) {
        textSize = points;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int viewRow, int viewColumn) {
        show((LogTable) table, viewRow, viewColumn, isSelected);
        return this;
    }

    /** Prepares to paint a cell of the table. */
    void show(LogTable table, int viewRow, int viewColumn, boolean isSelected) {
        LogTableModel model = table.getModel();
        column = model.column(table.convertColumnIndexToModel(viewColumn));
        isFirst = viewColumn == 0;
        shown = model.row(viewRow);
        text = column.value(shown, model, viewRow);
        selected = isSelected;
        active = table.isFocusOwner();
        repeated = column == LogTableColumn.CLIENT && viewRow > 0 && samePeer(model.row(viewRow - 1));
    }

    /** Prepares to paint, in grey, one column of a message that has not ended yet. */
    void showGrowing(LogRow row, ShownColumn at, LogTableModel model) {
        growing = true;
        repeated = true;
        shown = row;
        column = at;
        text = at.value(row, model, -1);
    }

    /** Returns the drawn text, for assistive tools. */
    @Override
    public String getText() {
        return text == null ? "" : text;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        DrawnText.setAntialiasing(g, this);
        g.setColor(background().color());
        g.fillRect(0, 0, getWidth(), getHeight());
        if (isFirst && !shown.row().note().isEmpty()) {
            g.setColor(Token.NOTE.color());
            g.fillRect(0, 0, UIScale.scale(3), getHeight());
        }
        column.drawing().draw(this, g);
    }

    private boolean samePeer(LogRow above) {
        return shown.row().peerId() != 0 && above.row().peerId() == shown.row().peerId();
    }

    private Token background() {
        if (selected) {
            return active ? Token.SELECTION : Token.SELECTION_INACTIVE;
        }
        return switch (RowStyle.of(shown.row())) {
            case RESET -> Token.ERROR_ROW;
            case STALLED -> Token.WARN_ROW;
            default -> Token.TABLE;
        };
    }

    void paintTime(Graphics2D g) {
        int x = UIScale.scale(12);
        g.setFont(Theme.mono(textSize));
        g.setColor(Token.MUTED.color());
        DrawnText.draw(g, text, x, getHeight(), getWidth() - x);
    }

    void paintClient(Graphics2D g) {
        g.setColor((repeated ? Token.MUTED : Token.TEXT).color());
        int x = UIScale.scale(8);
        SocketAddress remote = shown.row().remote();
        if (remote != null && !text.equals(Addresses.text(remote))) {
            g.setFont(Theme.sans(textSize)); // a name is for people
            DrawnText.draw(g, text, x, getHeight(), getWidth() - 2 * x);
            return;
        }
        g.setFont(Theme.mono(textSize));
        String shown = DrawnText.cutInTheMiddle(text, g.getFontMetrics(), getWidth() - 2 * x);
        g.drawString(shown, x, DrawnText.baseline(g.getFontMetrics(), getHeight()));
    }

    void paintGlyph(Graphics2D g) {
        Icon icon = RowStyle.of(shown.row()).icon();
        icon.paintIcon(this, g, (getWidth() - icon.getIconWidth()) / 2, (getHeight() - icon.getIconHeight()) / 2);
    }

    void paintBytes(Graphics2D g) {
        FontMetrics metrics = g.getFontMetrics(Theme.mono(textSize));
        boolean fits = metrics.stringWidth(text) <= getWidth() - UIScale.scale(8);
        paintFigures(g, fits ? text : FigureText.bytes(shown.row().length()));
    }

    void paintFigures(Graphics2D g) {
        paintFigures(g, text);
    }

    private void paintFigures(Graphics2D g, String count) {
        g.setFont(Theme.mono(textSize));
        g.setColor(Token.MUTED.color());
        FontMetrics metrics = g.getFontMetrics();
        int room = getWidth() - UIScale.scale(8);
        g.drawString(count, room - metrics.stringWidth(count), DrawnText.baseline(metrics, getHeight()));
    }

    /** Paints the value of a field. */
    void paintField(Graphics2D g) {
        g.setFont(Theme.mono(textSize));
        g.setColor((column.isWrong(shown) ? Token.ERROR : Token.TEXT).color());
        int x = UIScale.scale(8);
        DrawnText.draw(g, text, x, getHeight(), getWidth() - 2 * x);
    }

    void paintMessage(Graphics2D g) {
        String message = shown.text().text();
        int end = getWidth() - UIScale.scale(12);
        for (String tag : shown.tags()) {
            end = tag(g, tag, end) - UIScale.scale(8);
        }
        int x = UIScale.scale(8);
        if (!shown.row().note().isEmpty()) {
            end = note.paint(g, this, shown, x, end, textSize);
        }
        Token token = growing ? Token.MUTED : RowStyle.of(shown.row()).words();
        if (shown.text().isMessage()) {
            g.setFont(Theme.mono(textSize));
            String fitting = DrawnText.fit(message, g.getFontMetrics(), end - x);
            hits(g, fitting, message, x);
            runs(g, fitting, token, x);
        } else {
            g.setFont(Theme.sans(textSize));
            g.setColor(token.color());
            DrawnText.draw(g, message, x, getHeight(), end - x);
        }
    }

    /**
     * Marks the hits of the search.
     *
     * @param fitting the part of the message that fits
     */
    private void hits(Graphics2D g, String fitting, String message, int x) {
        int[] hits = shown.text().hits();
        int length = fitting.length() < message.length() || !fitting.equals(message)
                ? fitting.length() - DrawnText.CUT.length()
                : fitting.length();
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(Token.HIT.color());
        for (int i = 0; i < hits.length && hits[i] < length; i += 2) {
            int from = metrics.stringWidth(fitting.substring(0, hits[i]));
            int to = metrics.stringWidth(fitting.substring(0, Math.min(length, hits[i + 1])));
            int height = metrics.getAscent() + metrics.getDescent();
            int top = DrawnText.baseline(metrics, getHeight()) - metrics.getAscent();
            g.fillRect(x + from, top, to - from, height);
        }
    }

    private void runs(Graphics2D g, String fitting, Token token, int start) {
        int x = start;
        FontMetrics metrics = g.getFontMetrics();
        int y = DrawnText.baseline(metrics, getHeight());
        for (VisibleText.Run run : VisibleText.runs(fitting)) {
            g.setColor((run.isEscape() ? Token.MUTED : token).color());
            g.drawString(run.text(), x, y);
            x += metrics.stringWidth(run.text());
        }
    }

    /** Draws a tag that ends at this x, and returns the x at which it begins. */
    private int tag(Graphics2D g, String tag, int end) {
        g.setFont(Theme.sans(textSize - 1));
        FontMetrics metrics = g.getFontMetrics();
        int width = metrics.stringWidth(tag) + UIScale.scale(12);
        int height = Math.min(getHeight() - 2, UIScale.scale(textSize + 4));
        int x = end - width;
        int y = (getHeight() - height) / 2;
        if (!selected) {
            pill.paint(g, x, y, width, height);
        }
        g.setColor(Token.MUTED.color());
        g.drawString(tag, x + UIScale.scale(6), DrawnText.baseline(metrics, getHeight()));
        return x;
    }
}
