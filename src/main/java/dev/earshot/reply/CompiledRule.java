package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import java.util.concurrent.atomic.AtomicLong;

/** A rule that is right, with what it has counted. */
final class CompiledRule {
    final int number;
    final Rule rule;
    final MessageMatcher matching;
    final CompiledTemplate answer;
    final Origin origin;

    final AtomicLong hits = new AtomicLong();
    final AtomicLong answers = new AtomicLong();
    final AtomicLong withheld = new AtomicLong();

    private long second = Long.MIN_VALUE;
    private int inSecond;

    /** @throws Problem if it is wrong */
    CompiledRule(int number, Rule rule) throws Problem {
        rule.checkRole();
        this.number = number;
        this.rule = rule;
        matching = rule.match().compile();
        answer = rule.answer().compile(matching.captures());
        String name = VisibleText.brief(rule.name().strip());
        origin = new Origin(OriginKind.RULE, name.isEmpty() ? "" + number : number + " " + name);
    }

    /** Counts one answer, unless there were as many as there may be since the first one of this second. */
    boolean mayAnswer(long millis) {
        int most = rule.mostPerSecond();
        return most <= 0 || mayAnswer(millis, most);
    }

    private synchronized boolean mayAnswer(long millis, int most) {
        boolean same = second != Long.MIN_VALUE && Math.abs(millis - second) < 1000;
        if (!same) {
            second = millis;
            inSecond = 0;
        }
        if (inSecond >= most) {
            return false;
        }
        inSecond++;
        return true;
    }
}
