package dev.earshot.reply;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Live figures of what is sent by itself. Any thread. */
public final class ReplyCounters {
    private final LongAdder answers = new LongAdder();
    private final LongAdder withheld = new LongAdder();
    private volatile RuleBook rules = new RuleBook(List.of());

    /** Messages that were sent by themselves; one that goes to three peers counts three times. */
    public long answers() {
        return answers.sum();
    }

    /** Messages that should have been and were not: outboxes were full, or limits exceeded. */
    public long withheld() {
        return withheld.sum() + rules.withheld();
    }

    /**
     * How many messages a rule has matched since the rules were set.
     *
     * @param rule its place in the list, from 0
     */
    public long hits(int rule) {
        RuleBook current = rules;
        return rule < current.size() ? current.hits(rule) : 0;
    }

    void countAnswer() {
        answers.increment();
    }

    void countWithheld() {
        withheld.increment();
    }

    synchronized void setRules(RuleBook newRules) {
        withheld.add(rules.withheld());
        rules = newRules;
    }
}
