package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.reply.Answer;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.Greeting;
import dev.earshot.reply.ReplyCounters;
import dev.earshot.session.Words;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a session does by itself, and what came of it. */
final class ReplyWords {
    private ReplyWords() {}

    /** What is done beside the answer, a few words each. */
    static List<String> beside(Behaviour now, Words words) {
        List<String> texts = new ArrayList<>();
        if (now.thenClose() && !(now.answer() instanceof Answer.Nothing)) {
            texts.add(words.of("ui.reply.pill.close"));
        }
        if (now.greeting() instanceof Greeting.Greet) {
            texts.add(words.of("ui.reply.pill.greet"));
        } else if (now.greeting() instanceof Greeting.HangUp) {
            texts.add(words.of("ui.reply.pill.hangup"));
        }
        if (!now.endOn().isEmpty()) {
            texts.add(words.of("ui.reply.pill.end", VisibleText.brief(now.endOn())));
        }
        if (!now.only().isEmpty()) {
            texts.add(words.of("ui.reply.only.some", now.only().size()));
        }
        return texts;
    }

    /** How much was answered. */
    static String figures(Behaviour now, ReplyCounters answering, Words words) {
        List<String> parts = new ArrayList<>();
        if (now.answer() instanceof Answer.Rules rules) {
            parts.add(words.of("ui.reply.rules.count", rules.rules().size()));
        }
        long answers = answering.answers();
        if (answers > 0 || !(now.answer() instanceof Answer.Nothing)) {
            parts.add(words.of("ui.reply.answers", answers));
        }
        if (answering.withheld() > 0) {
            parts.add(words.of("ui.reply.withheld", answering.withheld()));
        }
        return String.join(words.of("ui.comma"), parts);
    }

    /** What keeps the answer from being given. */
    static String wrong(Behaviour now, Words words) {
        if (now.answer() instanceof Answer.Rules rules) {
            long wrong = rules.rules().stream()
                    .filter(rule -> rule.on() && !RuleProblems.of(rule).isEmpty())
                    .count();
            return wrong == 0 ? "" : words.of("ui.reply.rules.wrong", wrong);
        } else if (now.answer() instanceof Answer.Reply reply) {
            try {
                reply.template().check();
            } catch (Problem problem) {
                return words.of(problem);
            }
        }
        return "";
    }
}
