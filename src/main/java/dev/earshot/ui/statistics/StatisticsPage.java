package dev.earshot.ui.statistics;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.statistics.FigurePrinter;
import dev.earshot.session.statistics.StatisticsTable;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.BorderLayout;
import java.util.function.LongConsumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** One table of statistics with the meaning of its figures and its drawings. */
final class StatisticsPage extends JPanel {
    private final FigureTable table;

    /** @param show takes the number of the row of the log to go to */
    StatisticsPage(StatisticsTable shown, Words words, LongConsumer show) {
        super(new BorderLayout());
        FigurePrinter text = new FigurePrinter(words);
        table = new FigureTable(new StatisticsModel(shown, text), show);
        JPanel top = new JPanel(new MigLayout("insets 8 8 8 8, gap 24 8", "[grow, fill]"));
        top.setBorder(Hairline.bottom());
        JTextArea note = new JTextArea(shown.note());
        note.setName("statisticsNote");
        note.setEditable(false);
        note.setFocusable(false);
        note.setOpaque(false);
        note.setBorder(BorderFactory.createEmptyBorder());
        note.setLineWrap(true);
        note.setWrapStyleWord(true);
        note.setFont(Theme.sans(12));
        note.setForeground(new TokenColor(Token.MUTED));
        top.add(note, "wmin 0, wrap");
        if (!shown.drawings().isEmpty()) {
            JPanel drawings = new JPanel(new MigLayout("insets 0, gap 24", "[grow, fill]"));
            shown.drawings()
                    .forEach(drawing -> drawings.add(
                            new HistogramView(drawing, text, words), "growx, pushx, sg, wmin 40, hmin 60"));
            top.add(drawings, "wmin 0");
        }
        add(top, BorderLayout.NORTH);
        JScrollPane scroll = Controls.scroll(table);
        FocusRing.set(scroll, table);
        scroll.getViewport().setBackground(new TokenColor(Token.TABLE));
        scroll.getHorizontalScrollBar().setUnitIncrement(UIScale.scale(22));
        add(scroll);
    }

    FigureTable table() {
        return table;
    }
}
