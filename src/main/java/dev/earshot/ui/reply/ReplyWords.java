package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.Greeting;
import dev.earshot.reply.NoAnswer;
import dev.earshot.reply.ReplyCounters;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Describes the automatic replies of a session in words, with their figures and problems. */
final class ReplyWords {
    private ReplyWords() {}

    /** Returns the name of a kind of answer. */
    static String name(AnswerKind<?> kind, Words words) {
        return words.of("ui.reply." + kind.id());
    }

    /** Returns the key for the words of the button that edits an answer of this kind. */
    static String editKey(AnswerKind<?> kind) {
        return "ui.reply." + kind.id() + ".edit";
    }

    /** Returns the options that differ from the defaults, in a few words each. */
    static List<String> options(Behaviour now, Words words) {
        List<String> texts = new ArrayList<>();
        if (now.endsAfterAnswer() && !(now.answer() instanceof NoAnswer)) {
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
        if (!now.onlyPeers().isEmpty()) {
            texts.add(words.of("ui.reply.only.some", now.onlyPeers().size()));
        }
        return texts;
    }

    /** Returns how many answers were sent and withheld. */
    static String figures(Behaviour now, ReplyCounters answering, Words words) {
        List<String> parts = new ArrayList<>();
        if (now.answer() instanceof RulesAnswer rules) {
            long finished = rules.rules().stream()
                    .filter(rule -> !RuleProblems.isBlank(rule))
                    .count();
            parts.add(words.of("ui.reply.rules.count", finished));
        }
        long answers = answering.answers();
        if (answers > 0 || !(now.answer() instanceof NoAnswer)) {
            parts.add(words.of("ui.reply.answers", answers));
        }
        if (answering.withheld() > 0) {
            parts.add(words.of("ui.reply.withheld", answering.withheld()));
        }
        return String.join(words.of("ui.comma"), parts);
    }

    /** Returns what is wrong with the answer; empty if nothing is. */
    static String problem(Behaviour now, Words words) {
        if (now.answer() instanceof RulesAnswer rules) {
            long wrong = rules.rules().stream()
                    .filter(rule -> rule.isOn() && !RuleProblems.of(rule).isEmpty())
                    .count();
            return wrong == 0 ? "" : words.of("ui.reply.rules.wrong", wrong);
        }
        try {
            now.answer().check();
            return "";
        } catch (Problem problem) {
            return words.of(problem);
        }
    }
}
