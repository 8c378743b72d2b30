package dev.earshot.ui.connect;

import dev.earshot.session.Status;
import dev.earshot.session.settings.TrustedCertificates;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Lamp;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Shows the state of the endpoint by words, icon and colour, and asks questions before it is opened. */
public final class StateLine extends JPanel {
    private static final long HALF_A_SECOND = 500_000_000;

    private final Words words;
    private final Runnable agreed;
    private final PlainLabel label = new PlainLabel();
    private final PlainButton agree = new PlainButton();
    private Status shown;
    private String ownText; // replaces the words of the state; null: none
    private boolean showsOther; // a problem or a question instead of the state
    private Runnable accepted; // what the button does

    /** @param agreed is run when the person has answered a question with yes */
    StateLine(Words words, Runnable agreed) {
        super(new MigLayout("insets 0, gap 8, hidemode 3", "[0:pref][]", "[28!]"));
        this.words = words;
        this.agreed = agreed;
        accepted = agreed;
        label.setName("statusLabel");
        label.setIconTextGap(6);
        agree.setName("agreeButton");
        agree.setVisible(false);
        agree.addActionListener(e -> {
            reset();
            accepted.run();
        });
        add(label, "wmin 0");
        add(agree, "h 28!");
    }

    /**
     * Shows this status and returns whether it differs from the last one.
     *
     * @param text is shown instead of the words of the state; null for none
     */
    boolean show(Status status, String text) {
        boolean other = !Objects.equals(text, ownText);
        ownText = text;
        boolean changed = status != shown && !status.equals(shown);
        if (changed) {
            shown = status;
            showsOther = false;
            agree.setVisible(false);
        }
        boolean counts = status.state() == Status.State.RECONNECTING; // the seconds until the next attempt
        if (!showsOther && (changed || other || counts)) {
            say(status);
        }
        return changed;
    }

    /** Shows the name of the old capture that the tab shows. */
    void showCapture(String file) {
        set(words.of("ui.state.capture", file), Lamp.CLOSED, Token.TEXT);
    }

    /** Shows a problem until a field is edited or the state changes. */
    void fail(String why) {
        showsOther = true;
        agree.setVisible(false);
        set(why, Lamp.FAILED, Token.ERROR);
    }

    /**
     * Asks a question, beside a button that answers with yes.
     *
     * @param question the key of its words
     * @param yes the key of the words of the button
     * @param arguments what the question's words are filled with
     */
    void ask(String question, String yes, Object... arguments) {
        showsOther = true;
        set(words.of(question, arguments), Lamp.ASKING, Token.TEXT);
        offer(yes);
        agree.requestFocusInWindow();
    }

    /** Offers a way out of the problem that is shown: a button with these words, which starts once more. */
    void offer(String yes) {
        offer(yes, agreed);
    }

    /** Offers a way out of the problem that is shown: a button with these words, which does this. */
    void offer(String yes, Runnable wayOut, Object... arguments) {
        accepted = wayOut;
        agree.setText(words.of(yes, arguments));
        agree.setMnemonic(words.mnemonic(yes));
        agree.setVisible(true);
    }

    /** Shows the state again instead of a problem or a question. A failed state is no longer shown either. */
    void reset() {
        showsOther = false;
        agree.setVisible(false);
        if (shown != null) {
            say(shown.state() == Status.State.FAILED ? new Status(Status.State.CLOSED, "", null) : shown);
        }
        showsOther = shown != null && shown.state() == Status.State.FAILED;
    }

    private void say(Status status) {
        Status.State state = status.state();
        boolean failed = state == Status.State.FAILED;
        boolean muted = state == Status.State.CLOSED && ownText == null;
        Token calm = isOpenToAll(status) ? Token.WARN : Token.TEXT;
        Token color = failed ? Token.ERROR : muted ? Token.MUTED : calm;
        set(ownText == null ? text(status, words) : ownText, Lamp.of(state), color);
    }

    /** Returns the state in words. */
    public static String text(Status status, Words words) {
        return switch (status.state()) {
            case CLOSED ->
                status.ended() == null
                        ? words.of("ui.state.closed")
                        : words.of("ui.state.ended", reason(status, words));
            case OPENING -> words.of("ui.state.opening", status.address());
            case OPEN -> open(status, words);
            case RECONNECTING -> reconnecting(status, words);
            case CLOSING -> words.of("ui.state.closing");
            case FAILED -> words.of(status.problem());
        };
    }

    private static String open(Status status, Words words) {
        String open = words.of("ui.state.open", status.address(), status.local());
        if (isOpenToAll(status)) {
            open = words.of("ui.state.everybody", open);
        }
        if (status.problem() == null) {
            return open;
        }
        String trouble = words.of(status.problem());
        // The end may be cut off, and nobody should trust a fingerprint that is not seen.
        return TrustedCertificates.refused(status.problem()) == null
                ? words.of("ui.state.trouble", open, trouble)
                : words.of("ui.state.trouble", trouble, open);
    }

    /** Whether any computer in the network may come in. */
    private static boolean isOpenToAll(Status status) {
        boolean open = status.state() == Status.State.OPEN;
        return open
                && (status.address().startsWith("0.0.0.0:") || status.address().startsWith("[::]:"));
    }

    private static String reconnecting(Status status, Words words) {
        String why = reason(status, words);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(status.nextAttempt() - System.nanoTime() + HALF_A_SECOND);
        if (why.isEmpty()) {
            return words.of("ui.state.opening", status.address());
        }
        return seconds > 0
                ? words.of("ui.state.reconnecting", seconds, why)
                : words.of("ui.state.again", status.address(), why);
    }

    private static String reason(Status status, Words words) {
        if (status.problem() != null) {
            return words.of(status.problem());
        }
        return status.ended() == null ? "" : EventWords.of(status.ended(), words);
    }

    private void set(String text, Lamp lamp, Token color) {
        if (text.equals(label.getText())) {
            return;
        }
        label.setIcon(lamp.icon());
        label.setText(text);
        label.setToolTipText(text);
        label.setForeground(new TokenColor(color));
        label.getAccessibleContext().setAccessibleName(text);
    }
}
