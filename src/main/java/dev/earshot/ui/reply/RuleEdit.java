package dev.earshot.ui.reply;

import dev.earshot.reply.Match;
import dev.earshot.reply.Rule;
import dev.earshot.reply.Template;

/** A rule with one thing about it changed. */
final class RuleEdit {
    private RuleEdit() {}

    static Rule on(Rule r, boolean on) {
        return new Rule(
                on,
                r.name(),
                r.match(),
                r.answer(),
                r.delayMillis(),
                r.to(),
                r.role(),
                r.mostPerSecond(),
                r.thenClose());
    }

    static Rule match(Rule r, Match match) {
        return new Rule(
                r.on(),
                r.name(),
                match,
                r.answer(),
                r.delayMillis(),
                r.to(),
                r.role(),
                r.mostPerSecond(),
                r.thenClose());
    }

    static Rule answer(Rule r, Template answer) {
        return new Rule(
                r.on(),
                r.name(),
                r.match(),
                answer,
                r.delayMillis(),
                r.to(),
                r.role(),
                r.mostPerSecond(),
                r.thenClose());
    }

    static Rule delay(Rule r, int millis) {
        return new Rule(
                r.on(), r.name(), r.match(), r.answer(), millis, r.to(), r.role(), r.mostPerSecond(), r.thenClose());
    }

    static Rule to(Rule r, RulesModel.Receiver to) {
        return new Rule(
                r.on(),
                r.name(),
                r.match(),
                r.answer(),
                r.delayMillis(),
                to.to(),
                to.role(),
                r.mostPerSecond(),
                r.thenClose());
    }

    /** What only the details of a rule show. */
    static Rule details(Rule r, String name, String role, int mostPerSecond, boolean thenClose) {
        return new Rule(r.on(), name, r.match(), r.answer(), r.delayMillis(), r.to(), role, mostPerSecond, thenClose);
    }
}
