package dev.earshot.ui.reply;

import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;

/** Makes copies of a rule with one property changed. */
final class RuleEdit {
    private RuleEdit() {}

    static Rule on(Rule r, boolean on) {
        return new Rule(
                on,
                r.name(),
                r.match(),
                r.answer(),
                r.delayMillis(),
                r.receivers(),
                r.role(),
                r.mostPerSecond(),
                r.endsAfterAnswer(),
                r.startsTlsAfterAnswer(),
                r.state(),
                r.nextState());
    }

    static Rule match(Rule r, Match match) {
        return new Rule(
                r.isOn(),
                r.name(),
                match,
                r.answer(),
                r.delayMillis(),
                r.receivers(),
                r.role(),
                r.mostPerSecond(),
                r.endsAfterAnswer(),
                r.startsTlsAfterAnswer(),
                r.state(),
                r.nextState());
    }

    static Rule answer(Rule r, Template answer) {
        return new Rule(
                r.isOn(),
                r.name(),
                r.match(),
                answer,
                r.delayMillis(),
                r.receivers(),
                r.role(),
                r.mostPerSecond(),
                r.endsAfterAnswer(),
                r.startsTlsAfterAnswer(),
                r.state(),
                r.nextState());
    }

    static Rule delay(Rule r, int millis) {
        return new Rule(
                r.isOn(),
                r.name(),
                r.match(),
                r.answer(),
                millis,
                r.receivers(),
                r.role(),
                r.mostPerSecond(),
                r.endsAfterAnswer(),
                r.startsTlsAfterAnswer(),
                r.state(),
                r.nextState());
    }

    static Rule to(Rule r, RulesModel.Receiver to) {
        return new Rule(
                r.isOn(),
                r.name(),
                r.match(),
                r.answer(),
                r.delayMillis(),
                to.to(),
                to.role(),
                r.mostPerSecond(),
                r.endsAfterAnswer(),
                r.startsTlsAfterAnswer(),
                r.state(),
                r.nextState());
    }

    /** Changes the properties that only the details of a rule show. */
    static Rule details(Rule r, String name, String role, int mostPerSecond, boolean thenClose, boolean thenTls) {
        return new Rule(
                r.isOn(),
                name,
                r.match(),
                r.answer(),
                r.delayMillis(),
                r.receivers(),
                role,
                mostPerSecond,
                thenClose,
                thenTls,
                r.state(),
                r.nextState());
    }

    static Rule states(Rule r, String state, String nextState) {
        return new Rule(
                r.isOn(),
                r.name(),
                r.match(),
                r.answer(),
                r.delayMillis(),
                r.receivers(),
                r.role(),
                r.mostPerSecond(),
                r.endsAfterAnswer(),
                r.startsTlsAfterAnswer(),
                state,
                nextState);
    }
}
