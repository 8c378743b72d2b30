package dev.earshot.ui.log;

import dev.earshot.journal.search.TimeSpan;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A line above the log that shows the span of time of the filter. */
public final class SpanBar extends JPanel {
    private final transient Session session;
    private final transient Words words;
    private final PlainLabel text = new PlainLabel(Icons.of("clock", 14, Token.ICON));

    /** @param clear is run when the person wants to see all times again */
    public SpanBar(Session session, Words words, Runnable clear) {
        super(new MigLayout("insets 2 12 2 12, gap 8", "[]0[grow]", "[24!]"));
        this.session = session;
        this.words = words;
        setBorder(Hairline.bottom());
        text.setName("spanLabel");
        PlainButton button = new Controls(words)
                .tool("spanClearButton", Icons.of("close", 12, Token.ICON), words.of("ui.span.clear"));
        button.addActionListener(e -> clear.run());
        add(text, "wmin 0");
        add(button, "w 20!, h 20!, gapleft 6");
        refresh();
    }

    public void refresh() {
        TimeSpan span = session.log().filtered().filter().span();
        setVisible(span != null);
        text.setText(span == null ? "" : SpanWords.of(span, words));
    }
}
