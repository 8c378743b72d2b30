package dev.earshot.ui.send;

import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;

/** Shows a line with a stop button for each background send. */
final class ActiveSendLines extends JPanel {
    /** The time for which the line of a successful send stays after its end. */
    private static final long SEEN_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final transient Words words;

    ActiveSendLines(Words words) {
        super(new MigLayout("insets 0, gap 0 2, wrap 1, hidemode 3, fillx"));
        this.words = words;
        setName("ongoingLines");
        setVisible(false);
    }

    /** Shows these sends, and removes those from the list whose lines can go. */
    void refresh(List<ActiveSend> all) {
        boolean changed = false;
        for (ActiveSend one : List.copyOf(all)) {
            Line line = lineOf(one);
            if (line == null) {
                line = new Line(one);
                add(line, "growx");
                changed = true;
            }
            line.refresh();
            if (line.over() || one.stopped() && one.ended() && one.progress() == ActiveSend.NO_BAR) {
                all.remove(one);
            }
        }
        for (var part : getComponents()) {
            if (part instanceof Line line && !all.contains(line.ongoing)) {
                remove(line);
                changed = true;
            }
        }
        if (changed) {
            setVisible(!all.isEmpty());
            revalidate();
            repaint();
        }
    }

    private Line lineOf(ActiveSend ongoing) {
        for (var part : getComponents()) {
            if (part instanceof Line line && line.ongoing == ongoing) {
                return line;
            }
        }
        return null;
    }

    /** The line of one send. */
    private final class Line extends JPanel {
        private final transient ActiveSend ongoing;
        private final PlainLabel icon = new PlainLabel();
        private final PlainLabel text = new PlainLabel();
        private final JProgressBar bar = new JProgressBar(0, 1000);
        private final PlainButton pause;
        private final PlainButton next;
        private final PlainButton stop;
        private boolean failed;
        private boolean dismissed;
        private long endedAt;

        Line(ActiveSend ongoing) {
            super(new MigLayout("insets 0, gap 8, hidemode 3, nogrid", "", "[24!]"));
            this.ongoing = ongoing;
            pause = new Controls(words).quiet("ongoingPauseButton", "ui.ongoing.pause", this::pauseOrGoOn);
            next = new Controls(words).quiet("ongoingNextButton", "ui.ongoing.next", this::releaseNext);
            stop = new Controls(words).quiet("ongoingStopButton", "ui.ongoing.stop", this::stopOrDismiss);
            text.setName("ongoingText");
            bar.setName("ongoingProgress");
            bar.getAccessibleContext().setAccessibleName(words.of("ui.ongoing.progress"));
            add(icon);
            add(text, "wmin 0, growx, pushx");
            add(bar, "w 96!, h 6!");
            add(next, "h 22!, w 72!");
            add(pause, "h 22!, w 72!");
            add(stop, "h 22!, w 72!");
            updateUI();
        }

        private void stopOrDismiss() {
            dismissed = ongoing.ended();
            ongoing.stop();
        }

        private void pauseOrGoOn() {
            if (ongoing instanceof PausableSend send) {
                send.pause(!send.paused());
                refresh();
            }
        }

        private void releaseNext() {
            if (ongoing instanceof PausableSend send) {
                send.next();
            }
        }

        @Override
        public void updateUI() {
            super.updateUI();
            if (text != null) {
                text.setFont(Theme.sans(12));
            }
        }

        void refresh() {
            boolean over = ongoing.ended();
            if (over && endedAt == 0) {
                endedAt = System.nanoTime();
            }
            Token token = ongoing.failed() ? Token.ERROR : Token.MUTED;
            String said = ongoing.words(words);
            if (!said.equals(text.getText())) {
                text.setText(said);
                text.setToolTipText(said);
            }
            text.setForeground(new TokenColor(token));
            if (icon.getIcon() == null || failed != ongoing.failed()) {
                failed = ongoing.failed();
                icon.setIcon(failed ? Icons.of("reset", 14, Token.ERROR) : Icons.of("out", 14, Token.SENT));
            }
            double progress = ongoing.progress();
            bar.setVisible(!over && progress != ActiveSend.NO_BAR);
            bar.setIndeterminate(progress == ActiveSend.ENDLESS && !over);
            bar.setValue((int) (progress * 1000));
            PausableSend pausable = ongoing instanceof PausableSend send && !over ? send : null;
            next.setVisible(pausable != null && pausable.byHand());
            pause.setVisible(pausable != null && !pausable.byHand());
            show(pause, pausable != null && pausable.paused() ? "ui.ongoing.go.on" : "ui.ongoing.pause");
            show(stop, over ? "ui.ongoing.dismiss" : "ui.ongoing.stop");
        }

        private void show(PlainButton button, String key) {
            String label = words.of(key);
            if (!label.equals(button.getText())) {
                button.setText(label);
            }
        }

        /** Whether the line can be removed. */
        boolean over() {
            boolean old = endedAt != 0 && !ongoing.failed() && System.nanoTime() - endedAt > SEEN_NANOS;
            return dismissed || old;
        }
    }
}
