package dev.earshot.ui.log;

import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import java.awt.Insets;

/**
 * A button over the end of the last row of the log that says how many rows have come below, unseen, since the log
 * stopped following. A click goes to the end and follows again.
 */
final class NewRowsButton extends PlainButton {
    private final transient LogView view;
    private final transient ShownRows rows;
    private final transient Words words;
    private transient long seen = ShownRows.NONE; // the number behind the last row that was seen; NONE: follows
    private transient int generation;
    private transient long shown;

    NewRowsButton(LogTable table, Words words) {
        view = table.view();
        rows = table.getModel().rows();
        this.words = words;
        setName("newRowsButton");
        setIcon(LogShortcuts.NEWEST.drawing());
        setToolTipText(words.of("ui.follow.tip", LogShortcuts.NEWEST.keyName()));
        setBackground(new TokenColor(Token.TABLE));
        setMargin(new Insets(0, 8, 0, 8));
        setVisible(false);
        addActionListener(e -> {
            table.requestFocusInWindow(); // before this one goes
            view.follow(true);
        });
        updateUI();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFont(Theme.sans(12));
    }

    /** Counts again; cheap while the log follows or has no filter. */
    void refresh() {
        long count = count();
        if (count != shown) {
            shown = count;
            setText(words.of("ui.log.new", count));
            setVisible(count > 0);
            view.overlaid(count > 0);
            revalidate();
        }
    }

    private long count() {
        if (view.following() || rows.count() == 0) {
            seen = ShownRows.NONE;
            return 0;
        } else if (seen == ShownRows.NONE || generation != rows.generation()) {
            generation = rows.generation();
            seen = rows.endOfAll();
        }
        long last = Math.min(view.lastPlace(), rows.end() - 1);
        seen = Math.max(seen, rows.number(last) + 1);
        return rows.end() - rows.placeFrom(seen);
    }
}
