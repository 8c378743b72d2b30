package dev.earshot.ui.reply;

import dev.earshot.net.Background;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.session.ReplySettings;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.clients.RoleMenu;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.Timer;

/**
 * Remembers the latest answer of each kind, also of earlier runs, so that changing the kind and back loses nothing. The
 * answer, its framing and whether it closes the connection belong to the kind; all other options are the same for all
 * kinds.
 */
final class ReplyChoices {
    private static final int SAVE_MILLIS = 1000;

    private final Map<AnswerKind<?>, Behaviour> latest = new HashMap<>();
    private final ReplySettings file;
    private final Timer saveTimer = new Timer(SAVE_MILLIS, e -> save());

    ReplyChoices(Settings settings) {
        file = new ReplySettings(settings);
        saveTimer.setRepeats(false);
    }

    /** Remembers this behaviour as the latest of its kind. */
    void remember(Behaviour behaviour) {
        latest.put(behaviour.answer().kind(), behaviour);
    }

    /**
     * Remembers this behaviour and saves it for the next run.
     *
     * @param inForce whether the next run starts with it
     */
    void keep(Behaviour behaviour, boolean inForce) {
        remember(behaviour);
        if (inForce) {
            file.keep(behaviour);
        } else {
            file.keepKind(behaviour);
        }
        saveTimer.restart(); // rules that are typed change with every key
    }

    /** Returns the present behaviour with the latest answer of this kind. */
    Behaviour of(AnswerKind<?> kind, Behaviour now) {
        Behaviour own = latest.computeIfAbsent(kind, this::saved);
        return now.with(own.answer()).with(own.framing()).withEndAfterAnswer(own.endsAfterAnswer());
    }

    /** Returns the role names of the rules and of forwarding, whichever answer is in force. */
    List<String> roleNames(Behaviour now) {
        Set<String> names = new LinkedHashSet<>(RoleMenu.roleNames(of(RulesAnswer.KIND, now)));
        names.addAll(RoleMenu.roleNames(of(RolesAnswer.KIND, now)));
        return List.copyOf(names);
    }

    private Behaviour saved(AnswerKind<?> kind) {
        Behaviour before = kind.hasSettings() ? file.of(kind) : null;
        return before == null ? Behaviour.NONE.with(kind.defaultAnswer()) : before;
    }

    /** Saves the answers soon, for what was typed by hand should survive a power cut. */
    private void save() {
        Background.run("replies", file::save);
    }
}
