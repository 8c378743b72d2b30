package dev.earshot.ui;

import dev.earshot.journal.search.FilteredRows;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Session;
import dev.earshot.session.Traffic;
import dev.earshot.session.words.Words;
import dev.earshot.ui.clients.Sparkline;
import dev.earshot.ui.log.LogFileControl;
import dev.earshot.ui.log.LogTableModel;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FigureLabel;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The bar at the bottom with the figures of the session. Each has a fixed place, so that nothing jumps. */
final class StatusBar extends JPanel {
    private final Session session;
    private final Words words;
    private final PlainLabel clients = label("statusClients");
    private final PlainLabel received = label("statusReceived");
    private final PlainLabel sent = label("statusSent");
    private final PlainLabel dropped = label("statusDropped");
    private final PlainLabel message = label("statusMessage");
    private final PlainLabel rows = label("statusRows");
    private final PlainLabel disk = label("statusDisk");
    private final PlainLabel logFile = label("statusLogFile");
    private final PlainLabel task = label("statusTask");
    private final PlainButton cancel;
    private final Sparkline sparkline = new Sparkline(false);
    private final Timer clearMessage = new Timer(6000, e -> message.setText(""));
    private boolean used;
    private long cap; // of the capture, in bytes; 0: none
    private boolean complaining;

    /** @param cancelTask cancels the running task */
    StatusBar(Session session, Words words, Runnable cancelTask) {
        super(new MigLayout("insets 0 12 0 12, gap 0, hidemode 3", "[]24[]12[]24[]24[grow,fill][]24[]", "[25!]"));
        this.session = session;
        this.words = words;
        cancel = new Controls(words)
                .tool("taskCancelButton", Icons.of("close", 12, Token.ICON), words.of("ui.status.task.cancel"));
        cancel.setRequestFocusEnabled(false); // it disappears and would take the focus with it
        cancel.addActionListener(e -> cancelTask.run());
        setBorder(Hairline.top());
        clearMessage.setRepeats(false);
        received.setIcon(Icons.of("in", 14, Token.RECEIVED));
        sent.setIcon(Icons.of("out", 14, Token.SENT));
        sparkline.setToolTipText(words.of("ui.status.sparkline"));
        add(clients, "wmin " + widthOfClients());
        add(received, "w 76!");
        add(sparkline, "w pref!");
        add(sent, "w 80!");
        dropped.setForeground(new TokenColor(Token.WARN));
        dropped.setVisible(false);
        add(dropped, "split 2, growx 0");
        add(message, "wmin 0, growx, pushx, gapright 12");
        add(task, "split 2");
        add(cancel, "w 20!, h 20!, gapleft 4");
        add(rows);
        add(disk);
        add(logFile, "gapleft 24, wmin 0, wmax 300");
    }

    /** Returns a width, in pixels, that fits each usual number of clients, so that the rest does not move with it. */
    private int widthOfClients() {
        int widest = 0;
        for (int count : new int[] {0, 1, 2, 99}) {
            clients.setText(words.of("ui.status.clients", count));
            widest = Math.max(widest, clients.getPreferredSize().width);
        }
        return widest;
    }

    /**
     * Shows the present figures.
     *
     * @param second whether a second has passed, so that there are new rates
     * @param running the long task that is shown with its progress
     */
    void refresh(LogTableModel log, boolean second, Optional<RunningTask> running) {
        RunningTask current = running.orElse(null);
        used = used || session.log().rowCount() > 0 || session.status().isOpen();
        for (JComponent figure : new JComponent[] {received, sent, sparkline, rows, disk}) {
            figure.setVisible(used);
        }
        clients.setText(
                used ? words.of("ui.status.clients", session.clients().presentCount()) : words.of("ui.status.ready"));
        rows.setText(rowText(log));
        long lost = session.traffic().dropped();
        if (lost > 0 && !dropped.isVisible()) {
            dropped.setToolTipText(droppedTip());
        }
        dropped.setVisible(lost > 0);
        if (lost > 0) {
            dropped.setText(words.of("ui.udp.dropped", lost));
        }
        task.setVisible(current != null);
        cancel.setVisible(current != null);
        task.setText(current == null ? "" : words.of(current.key(), (int) (current.progress() * 100)));
        // The task takes the place of the number of rows, which is about to change.
        rows.setVisible(used && session.log().framing().progress() < 0);
        showDisk();
        String file = LogFileControl.status(session, words);
        logFile.setText(file);
        logFile.setVisible(!file.isEmpty());
        logFile.setToolTipText(file.isEmpty() ? null : file);
        if (second) {
            Traffic.Rate rate = session.traffic().rate();
            received.setText(FigureText.rate(Math.round(rate.bytesIn())));
            sent.setText(FigureText.rate(Math.round(rate.bytesOut())));
            sparkline.show(List.of(session.traffic().lastMinute()));
        }
    }

    private String droppedTip() {
        int buffer = session.udp().receiveBuffer();
        return buffer == 0
                ? words.of("ui.udp.dropped.tip")
                : words.of("ui.udp.dropped.buffer", FigureText.bytes(buffer));
    }

    /** Returns the number of rows, or of rows that pass the filter, and the outcome of the search. */
    private String rowText(LogTableModel log) {
        FilterResult now = session.log().filtered();
        FilteredRows found = now.found() != null ? now.found() : now.shown();
        long shown = log.rows().count();
        if (found == null) {
            long removed = log.rows().removed();
            return removed == 0
                    ? words.of("ui.status.rows", shown)
                    : words.of("ui.status.rows.removed", shown, removed);
        }
        String figure = now.narrow() || now.found() == null
                ? words.of("ui.status.rows.of", shown, log.rows().countOfAll())
                : words.of("ui.status.hits", found.count(), shown);
        if (!found.failure().isEmpty()) {
            return words.of("ui.status.filter.failed", found.failure());
        } else if (found.isStopped()) {
            return figure + words.of("ui.comma") + words.of("ui.status.filter.stopped");
        } else if (found.givenUp() > 0) {
            return figure + words.of("ui.comma") + words.of("ui.status.filter.slow", found.givenUp());
        } else if (!found.isComplete()) {
            return figure + words.of("ui.comma") + words.of("ui.status.filter.progress", percent(found));
        }
        return figure;
    }

    private static int percent(FilteredRows found) {
        return (int) (found.nextRow() * 100 / Math.max(1, found.rows()));
    }

    private void showDisk() {
        disk.setText(words.of(
                "ui.status.disk", FigureText.bytes(session.log().storage().bytes())));
        long limit = session.log().storage().limit();
        if (limit != cap) {
            cap = limit;
            disk.setToolTipText(cap == 0 ? null : words.of("ui.status.disk.tip", FigureText.roughBytes(cap)));
        }
    }

    /** Shows a message for a few seconds. */
    void say(String text) {
        show(text, Token.MUTED);
        clearMessage.restart();
    }

    /** Shows a problem until it is solved: then the text is empty. */
    void complain(String text) {
        if (!text.isEmpty() || complaining) {
            clearMessage.stop();
            show(text, Token.ERROR);
            complaining = !text.isEmpty();
        }
    }

    private void show(String text, Token color) {
        message.setText(text);
        message.setToolTipText(text.isEmpty() ? null : text);
        message.setForeground(new TokenColor(color));
    }

    /** Returns true. The bar is one line, whatever it says, so new figures lay out the bar and not the workspace. */
    @Override
    public boolean isValidateRoot() {
        return true;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (disk != null) {
            for (PlainLabel label :
                    new PlainLabel[] {clients, received, sent, dropped, message, rows, disk, logFile, task}) {
                label.setFont(Theme.sans(12));
            }
        }
    }

    private static PlainLabel label(String name) {
        PlainLabel label = new FigureLabel();
        label.setName(name);
        label.setFont(Theme.sans(12));
        label.setForeground(new TokenColor(Token.MUTED));
        label.setIconTextGap(3);
        return label;
    }
}
