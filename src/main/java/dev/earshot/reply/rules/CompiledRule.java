package dev.earshot.reply.rules;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import java.util.concurrent.atomic.AtomicLong;

/** A valid rule, compiled, with its counters. */
final class CompiledRule {
    final int number;
    final Rule rule;
    final MessageMatcher matcher;
    final CompiledTemplate answer;
    final Origin origin;

    /** The number of messages that the rule has matched. */
    final AtomicLong hits = new AtomicLong();
    /** The number of answers that the rule has given. */
    final AtomicLong answers = new AtomicLong();
    /** The number of answers that the limit per second has withheld. */
    final AtomicLong withheld = new AtomicLong();

    private long secondStart = Long.MIN_VALUE;
    private int answersInSecond;

    /**
     * Compiles a rule.
     *
     * @param number its place in the list, from 1
     * @throws Problem if the rule is wrong
     */
    CompiledRule(int number, Rule rule) throws Problem {
        rule.checkRole();
        this.number = number;
        this.rule = rule;
        matcher = rule.match().compile();
        answer = rule.answer().compile(matcher.captures());
        String name = VisibleText.brief(rule.name().strip());
        origin = new Origin(OriginKind.RULE, name.isEmpty() ? "" + number : number + " " + name);
    }

    /** Returns whether the limit of answers in a second leaves room for one more, and counts that one. */
    boolean mayAnswer(long millis) {
        int limit = rule.mostPerSecond();
        return limit <= 0 || mayAnswer(millis, limit);
    }

    private synchronized boolean mayAnswer(long millis, int limit) {
        boolean sameSecond = secondStart != Long.MIN_VALUE && Math.abs(millis - secondStart) < 1000;
        if (!sameSecond) {
            secondStart = millis;
            answersInSecond = 0;
        }
        if (answersInSecond >= limit) {
            return false;
        }
        answersInSecond++;
        return true;
    }
}
