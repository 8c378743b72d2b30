package dev.earshot.ui.reply;

import dev.earshot.net.Background;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.Behaviour;
import dev.earshot.session.ReplySettings;
import dev.earshot.session.Settings;
import java.util.HashMap;
import java.util.Map;
import javax.swing.Timer;

/**
 * What was last chosen of each kind of answer, now or in an earlier run, so that going to another kind and back loses
 * nothing. The answer itself, what a message is to it and whether it then closes belong to the kind; everything else is
 * the same for all.
 */
final class ReplyChoices {
    private static final int SOON_MILLIS = 1000;

    private final Map<AnswerKind<?>, Behaviour> latest = new HashMap<>();
    private final ReplySettings kept;
    private final Timer soon = new Timer(SOON_MILLIS, e -> save());

    ReplyChoices(Settings settings) {
        kept = new ReplySettings(settings);
        soon.setRepeats(false);
    }

    /** Takes this as the latest of its kind. */
    void remember(Behaviour behaviour) {
        latest.put(behaviour.answer().kind(), behaviour);
    }

    /** The same, for the next run too; {@code inForce} says whether that is to start with it. */
    void keep(Behaviour behaviour, boolean inForce) {
        remember(behaviour);
        if (inForce) {
            kept.keep(behaviour);
        } else {
            kept.keepKind(behaviour);
        }
        soon.restart(); // who types rules changes them with every key
    }

    /** The behaviour that this kind of answer makes of the one in force. */
    Behaviour of(AnswerKind<?> kind, Behaviour now) {
        Behaviour own = latest.computeIfAbsent(kind, this::earlier);
        return now.with(own.answer()).with(own.framing()).withEndAfterAnswer(own.endsAfterAnswer());
    }

    private Behaviour earlier(AnswerKind<?> kind) {
        Behaviour before = kind.hasSettings() ? kept.of(kind) : null;
        return before == null ? Behaviour.NONE.with(kind.defaultAnswer()) : before;
    }

    /** What was typed by hand is not to be lost with the power. */
    private void save() {
        Background.run("replies", kept::save);
    }
}
