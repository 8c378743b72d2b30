package dev.earshot.ui.reply;

import dev.earshot.reply.Answer;
import dev.earshot.reply.Template;
import dev.earshot.session.Words;
import java.util.List;
import java.util.Locale;

/** The kinds of answers, as they can be chosen. */
public enum ReplyKind {
    NOTHING(new Answer.Nothing()),
    ECHO(new Answer.Echo()),
    REPLY(new Answer.Reply(Template.text(""))),
    RULES(new Answer.Rules(List.of())),
    CHAT(Answer.Chat.STANDARD),
    ROLES(Answer.Roles.STANDARD);

    private final Answer proposed;

    ReplyKind(Answer proposed) {
        this.proposed = proposed;
    }

    static ReplyKind of(Answer answer) {
        for (ReplyKind kind : values()) {
            if (kind.proposed.getClass() == answer.getClass()) {
                return kind;
            }
        }
        throw new AssertionError("Not a kind of answer: " + answer);
    }

    /** What it is at first. */
    Answer proposed() {
        return proposed;
    }

    /** Whether there is something about it that can be edited. */
    boolean editable() {
        return this != NOTHING && this != ECHO;
    }

    /** What it is called. */
    String name(Words words) {
        return words.of(key());
    }

    /** The key of the words for what can be edited. */
    String editKey() {
        return key() + ".edit";
    }

    private String key() {
        return "ui.reply." + name().toLowerCase(Locale.ROOT);
    }
}
