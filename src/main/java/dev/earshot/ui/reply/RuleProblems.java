package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.reply.Rule;
import java.util.EnumMap;
import java.util.Map;

/** What is wrong with a rule, by the column in which it is. */
final class RuleProblems {
    private RuleProblems() {}

    private interface Check {
        void run() throws Problem;
    }

    /** Nothing for a blank rule. */
    static Map<RulesModel.Column, Problem> of(Rule rule) {
        Map<RulesModel.Column, Problem> found = new EnumMap<>(RulesModel.Column.class);
        if (!blank(rule)) {
            check(found, RulesModel.Column.PATTERN, rule::checkPattern);
            check(found, RulesModel.Column.ANSWER, rule::checkAnswer);
            check(found, RulesModel.Column.TO, rule::checkRole);
        }
        return found;
    }

    /** Whether it is as it was added: it does nothing yet, and that is no mistake. */
    static boolean blank(Rule rule) {
        return rule.match().pattern().isEmpty() && rule.answer().text().isEmpty();
    }

    private static void check(Map<RulesModel.Column, Problem> found, RulesModel.Column column, Check check) {
        try {
            check.run();
        } catch (Problem problem) {
            found.put(column, problem);
        }
    }
}
