package dev.earshot.reply;

import dev.earshot.reply.rules.CompiledRules;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts the automatic messages of one endpoint and the matches of its rules, for the window. Any thread. */
public final class ReplyCounters {
    private final LongAdder answers = new LongAdder();
    private final LongAdder withheld = new LongAdder();
    private volatile CompiledRules rules = new CompiledRules(List.of());

    /** Returns the number of automatic messages sent; one that goes to three peers counts three times. */
    public long answers() {
        return answers.sum();
    }

    /** Returns the number of automatic messages not sent because of a full outbox, a limit or an error. */
    public long withheld() {
        return withheld.sum() + rules.withheld();
    }

    /**
     * Returns the number of messages that a rule has matched since the rules were set.
     *
     * @param rule its place in the list, from 0
     */
    public long hits(int rule) {
        CompiledRules current = rules;
        return rule < current.size() ? current.hits(rule) : 0;
    }

    /** Counts one automatic message that was sent. */
    void countAnswer() {
        answers.increment();
    }

    /** Counts one automatic message that was not sent. */
    void countWithheld() {
        withheld.increment();
    }

    /** Replaces the rules whose hits are shown, and keeps the count of their withheld answers. */
    synchronized void setRules(CompiledRules newRules) {
        withheld.add(rules.withheld());
        rules = newRules;
    }
}
