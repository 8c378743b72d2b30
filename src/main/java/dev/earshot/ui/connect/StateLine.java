package dev.earshot.ui.connect;

import dev.earshot.session.EventWords;
import dev.earshot.session.Status;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Lamp;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.util.concurrent.TimeUnit;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The state in words, glyph and colour; also where a question is asked before something is opened. */
public final class StateLine extends JPanel {
    private static final long HALF_A_SECOND = 500_000_000;

    private final Words words;
    private final PlainLabel label = new PlainLabel();
    private final PlainButton agree = new PlainButton();
    private Status shown;
    private String said; // in place of the state's words; null: nothing
    private boolean ownWords;

    /** @param agreed is run when the person agrees to what was asked */
    StateLine(Words words, Runnable agreed) {
        super(new MigLayout("insets 0, gap 8, hidemode 3", "[0:pref][]", "[28!]"));
        this.words = words;
        label.setName("statusLabel");
        label.setIconTextGap(6);
        agree.setName("agreeButton");
        agree.setVisible(false);
        agree.addActionListener(e -> {
            forget();
            agreed.run();
        });
        add(label, "wmin 0");
        add(agree, "h 28!");
    }

    /**
     * Shows it; returns whether the status is another than the one before.
     *
     * @param more the words to be shown instead of those of the state, or null
     */
    boolean show(Status status, String more) {
        said = more;
        boolean fresh = !status.equals(shown);
        if (fresh) {
            shown = status;
            ownWords = false;
            agree.setVisible(false);
        }
        if (!ownWords) {
            say(status);
        }
        return fresh;
    }

    /** Says that an old capture is shown, which cannot be listened into. */
    void showCapture(String file) {
        set(words.of("ui.state.capture", file), Lamp.CLOSED, Token.TEXT);
    }

    /** Shows what is wrong with what was typed, until it is edited or the state changes. */
    void fail(String why) {
        ownWords = true;
        agree.setVisible(false);
        set(why, Lamp.FAILED, Token.ERROR);
    }

    /**
     * Asks, beside a button that agrees.
     *
     * @param question the key of its words
     * @param yes the key of the words of the button
     * @param arguments what the question's words are filled with
     */
    void ask(String question, String yes, Object... arguments) {
        ownWords = true;
        set(words.of(question, arguments), Lamp.ASKING, Token.TEXT);
        agree.setText(words.of(yes));
        agree.setMnemonic(words.mnemonic(yes));
        agree.setVisible(true);
        agree.requestFocusInWindow();
    }

    /** Goes back to the words about the state; a failure that was shown is over when the fields change. */
    void forget() {
        ownWords = false;
        agree.setVisible(false);
        if (shown != null) {
            say(shown.state() == Status.State.FAILED ? new Status(Status.State.CLOSED, "", null) : shown);
        }
        ownWords = shown != null && shown.state() == Status.State.FAILED;
    }

    private void say(Status status) {
        Status.State state = status.state();
        boolean failed = state == Status.State.FAILED;
        boolean quiet = state == Status.State.CLOSED && said == null;
        Token color = failed ? Token.ERROR : quiet ? Token.MUTED : Token.TEXT;
        set(said == null ? of(status, words) : said, Lamp.of(state), color);
    }

    /** The state in words. */
    public static String of(Status status, Words words) {
        return switch (status.state()) {
            case CLOSED ->
                status.ended() == null ? words.of("ui.state.closed") : words.of("ui.state.ended", why(status, words));
            case OPENING -> words.of("ui.state.opening", status.address());
            case OPEN -> open(status, words);
            case RECONNECTING -> reconnecting(status, words);
            case CLOSING -> words.of("ui.state.closing");
            case FAILED -> words.of(status.problem());
        };
    }

    private static String open(Status status, Words words) {
        String open = words.of("ui.state.open", status.address(), status.local());
        return status.problem() == null ? open : words.of("ui.state.trouble", open, words.of(status.problem()));
    }

    private static String reconnecting(Status status, Words words) {
        String why = why(status, words);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(status.nextAttempt() - System.nanoTime() + HALF_A_SECOND);
        if (why.isEmpty()) {
            return words.of("ui.state.opening", status.address());
        }
        return seconds > 0
                ? words.of("ui.state.reconnecting", seconds, why)
                : words.of("ui.state.again", status.address(), why);
    }

    private static String why(Status status, Words words) {
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
