package dev.earshot.ui.log;

import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Graphics;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Says in place of the rows why none is shown, with a link that changes it. */
public final class EmptyRows extends JPanel {

    /**
     * The words in place of the rows.
     *
     * @param why no row is shown
     * @param link what the link does; empty for no link
     * @param follow carries it out
     */
    public record Content(String why, String link, Runnable follow) {}

    private final PlainLabel why = new PlainLabel();
    private final PlainButton link;
    private transient EmptyRowsReason reason; // null: nothing is said
    private transient Content shown = new Content("", "", () -> {});

    EmptyRows(Controls controls, Runnable takeFocus) {
        super(new MigLayout("insets 24, wrap 1, gap 6, hidemode 3", "[grow, center]", "push[][]push"));
        why.setName("emptyRowsWhy");
        why.setForeground(new TokenColor(Token.MUTED));
        link = controls.quiet("emptyRowsLink", () -> {
            takeFocus.run(); // before the link goes
            shown.follow().run();
        });
        add(why, "wmin 0");
        add(link);
        setVisible(false);
        updateUI();
    }

    /** Sets who finds out why no row is shown. */
    void explain(EmptyRowsReason finder) {
        reason = finder;
    }

    /** Shows the present reason; hidden while rows are shown. */
    void refresh() {
        Content content = reason == null ? null : reason.content();
        setVisible(content != null);
        if (content != null) {
            shown = content;
            why.setText(content.why());
            link.setText(content.link());
            link.setVisible(!content.link().isEmpty());
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (link != null) {
            why.setFont(Theme.sans(13));
            link.setFont(Theme.sans(13));
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Token.TABLE.color());
        g.fillRect(0, 0, getWidth(), getHeight());
    }
}
