package dev.earshot.ui.statistics;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.statistics.Figure;
import dev.earshot.session.statistics.FigurePrinter;
import dev.earshot.session.statistics.Histogram;
import dev.earshot.session.statistics.StatisticsTable;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainPanel;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.event.MouseEvent;
import javax.swing.ToolTipManager;

/** Draws the distribution of some numbers as bars. The tool tip of a bar has its borders and its count. */
final class HistogramView extends PlainPanel {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 108;

    private final transient StatisticsTable.Drawing drawing;
    private final transient FigurePrinter text;
    private final transient Words words;

    HistogramView(StatisticsTable.Drawing drawing, FigurePrinter text, Words words) {
        this.drawing = drawing;
        this.text = text;
        this.words = words;
        setName("statisticsDrawing");
        setOpaque(false);
        Histogram bars = drawing.bars();
        getAccessibleContext().setAccessibleName(drawing.title());
        getAccessibleContext()
                .setAccessibleDescription(words.of(
                        "ui.statistics.bars", edge(0), edge(bars.counts().size()), bars.most()));
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    @Override
    public Dimension getPreferredSize() {
        return UIScale.scale(new Dimension(WIDTH, HEIGHT));
    }

    private String edge(int index) {
        return text.of(new Figure(drawing.unit(), drawing.bars().edges().get(index), ""));
    }

    private FontMetrics metrics() {
        return getFontMetrics(Theme.sans(11));
    }

    /** Returns the x of the left border of a bar. */
    private int left(int bar) {
        return (int) ((long) bar * getWidth() / drawing.bars().counts().size());
    }

    @Override
    public String getToolTipText(MouseEvent e) {
        int bars = drawing.bars().counts().size();
        int bar = Math.min(bars - 1, Math.max(0, e.getX() * bars / Math.max(1, getWidth())));
        return words.of(
                "ui.statistics.bar",
                edge(bar),
                edge(bar + 1),
                drawing.bars().counts().get(bar));
    }

    @Override
    protected void paintComponent(Graphics g) {
        FontMetrics metrics = metrics();
        g.setFont(Theme.sans(11));
        Histogram bars = drawing.bars();
        int line = metrics.getHeight();
        int top = line + UIScale.scale(4);
        int bottom = getHeight() - line - UIScale.scale(2);
        g.setColor(Token.TEXT.color());
        g.drawString(drawing.title(), 0, metrics.getAscent());
        String most = text.of(new Figure(Figure.Kind.COUNT, bars.most(), ""));
        g.setColor(Token.MUTED.color());
        g.drawString(most, getWidth() - metrics.stringWidth(most), metrics.getAscent());
        String end = edge(bars.counts().size());
        g.drawString(edge(0), 0, getHeight() - metrics.getDescent());
        g.drawString(end, getWidth() - metrics.stringWidth(end), getHeight() - metrics.getDescent());
        paintBars(g, bars, top, bottom);
        g.setColor(Token.LINE.color());
        g.fillRect(0, bottom, getWidth(), 1);
    }

    /** Paints the bars; one that is not empty is at least a pixel high. */
    private void paintBars(Graphics g, Histogram bars, int top, int bottom) {
        g.setColor(Token.SENT.color());
        int gap = getWidth() > 4 * bars.counts().size() ? 1 : 0;
        for (int i = 0; i < bars.counts().size(); i++) {
            long count = bars.counts().get(i);
            int height = (int) Math.ceil((double) count * (bottom - top) / Math.max(1, bars.most()));
            g.fillRect(left(i), bottom - height, Math.max(1, left(i + 1) - left(i) - gap), height);
        }
    }
}
