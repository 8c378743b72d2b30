package dev.earshot.ui.send;

import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Component;
import java.util.concurrent.TimeUnit;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;

/** The line of one background send: what is sent, how far it is, and a button that stops it or dismisses the line. */
final class ActiveSendLine extends JPanel {
    /** The time for which the line of a successful send stays after its end. */
    private static final long SEEN_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final transient ActiveSend send;
    private final transient Words words;
    private final PlainLabel icon = new PlainLabel();
    private final PlainLabel text = new PlainLabel();
    private final JProgressBar bar = new JProgressBar(0, 1000);
    private final PlainButton pause;
    private final PlainButton next;
    private final PlainButton stop;
    private boolean failed;
    private boolean dismissed;
    private boolean shown = true;
    private long endedAt;

    ActiveSendLine(ActiveSend send, Words words) {
        super(new MigLayout("insets 0, gap 8, hidemode 3, nogrid", "", "[24!]"));
        this.send = send;
        this.words = words;
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

    ActiveSend send() {
        return send;
    }

    /** Whether the line shows a send, rather than keeping an empty place. */
    boolean isShown() {
        return shown;
    }

    /** Hides what the line shows, but keeps its place. */
    void empty() {
        shown = false;
        for (Component part : getComponents()) {
            part.setVisible(false);
        }
    }

    private void stopOrDismiss() {
        dismissed = send.ended();
        send.stop();
    }

    private void pauseOrGoOn() {
        if (send instanceof PausableSend pausable) {
            pausable.pause(!pausable.paused());
            refresh();
        }
    }

    private void releaseNext() {
        if (send instanceof PausableSend pausable) {
            pausable.next();
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
        boolean over = send.ended();
        if (over && endedAt == 0) {
            endedAt = System.nanoTime();
        }
        Token token = send.failed() ? Token.ERROR : Token.MUTED;
        String said = send.words(words);
        if (!said.equals(text.getText())) {
            text.setText(said);
            text.setToolTipText(said);
        }
        text.setForeground(new TokenColor(token));
        if (icon.getIcon() == null || failed != send.failed()) {
            failed = send.failed();
            icon.setIcon(failed ? Icons.of("reset", 14, Token.ERROR) : Icons.of("out", 14, Token.SENT));
        }
        double progress = send.progress();
        bar.setVisible(!over && progress != ActiveSend.NO_BAR);
        bar.setIndeterminate(progress == ActiveSend.ENDLESS && !over);
        bar.setValue((int) (progress * 1000));
        refreshPause(over);
        show(stop, over ? "ui.ongoing.dismiss" : "ui.ongoing.stop");
    }

    /** Disables the buttons at the end rather than hiding them, so that the keyboard does not go to a neighbour. */
    private void refreshPause(boolean over) {
        PausableSend pausable = send instanceof PausableSend some ? some : null;
        next.setVisible(pausable != null && pausable.byHand());
        pause.setVisible(pausable != null && !pausable.byHand());
        next.setEnabled(!over);
        pause.setEnabled(!over);
        show(pause, pausable != null && pausable.paused() ? "ui.ongoing.go.on" : "ui.ongoing.pause");
    }

    private void show(PlainButton button, String key) {
        String label = words.of(key);
        if (!label.equals(button.getText())) {
            button.setText(label);
        }
    }

    /** Whether the send needs no line any more. */
    boolean canGo() {
        boolean old = endedAt != 0 && !send.failed() && System.nanoTime() - endedAt > SEEN_NANOS;
        return dismissed || old || send.stopped() && send.ended() && send.progress() == ActiveSend.NO_BAR;
    }
}
