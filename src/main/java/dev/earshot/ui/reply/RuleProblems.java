package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.reply.rules.Rule;
import java.util.EnumMap;
import java.util.Map;

/** Finds the problems of a rule, by the column that has them. */
final class RuleProblems {
    private RuleProblems() {}

    private interface Check {
        void run() throws Problem;
    }

    /** Returns the problems of a rule; none for a blank one. */
    static Map<RulesModel.Column, Problem> of(Rule rule) {
        Map<RulesModel.Column, Problem> found = new EnumMap<>(RulesModel.Column.class);
        if (!isBlank(rule)) {
            check(found, RulesModel.Column.PATTERN, rule::checkPattern);
            check(found, RulesModel.Column.ANSWER, rule::checkAnswer);
            check(found, RulesModel.Column.TO, rule::checkRole);
        }
        return found;
    }

    /** Whether a rule has neither a pattern nor an answer: it was just added, which is no mistake. */
    static boolean isBlank(Rule rule) {
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
