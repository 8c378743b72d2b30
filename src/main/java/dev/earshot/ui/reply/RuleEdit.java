package dev.earshot.ui.reply;

import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;

/** Makes copies of a rule with some properties changed. */
final class RuleEdit {
    private boolean on;
    private String name;
    private Match match;
    private Template answer;
    private int delayMillis;
    private Rule.Receivers receivers;
    private String role;
    private int mostPerSecond;
    private boolean endsAfterAnswer;
    private boolean startsTlsAfterAnswer;
    private String state;
    private String nextState;

    private RuleEdit(Rule rule) {
        on = rule.isOn();
        name = rule.name();
        match = rule.match();
        answer = rule.answer();
        delayMillis = rule.delayMillis();
        receivers = rule.receivers();
        role = rule.role();
        mostPerSecond = rule.mostPerSecond();
        endsAfterAnswer = rule.endsAfterAnswer();
        startsTlsAfterAnswer = rule.startsTlsAfterAnswer();
        state = rule.state();
        nextState = rule.nextState();
    }

    private Rule rule() {
        return new Rule(
                on,
                name,
                match,
                answer,
                delayMillis,
                receivers,
                role,
                mostPerSecond,
                endsAfterAnswer,
                startsTlsAfterAnswer,
                state,
                nextState);
    }

    static Rule on(Rule rule, boolean on) {
        RuleEdit edit = new RuleEdit(rule);
        edit.on = on;
        return edit.rule();
    }

    static Rule match(Rule rule, Match match) {
        RuleEdit edit = new RuleEdit(rule);
        edit.match = match;
        return edit.rule();
    }

    static Rule answer(Rule rule, Template answer) {
        RuleEdit edit = new RuleEdit(rule);
        edit.answer = answer;
        return edit.rule();
    }

    static Rule delay(Rule rule, int millis) {
        RuleEdit edit = new RuleEdit(rule);
        edit.delayMillis = millis;
        return edit.rule();
    }

    static Rule to(Rule rule, RulesModel.Receiver to) {
        RuleEdit edit = new RuleEdit(rule);
        edit.receivers = to.to();
        edit.role = to.role();
        return edit.rule();
    }

    /** Changes the properties that only the details of a rule show. */
    static Rule details(Rule rule, String name, String role, int mostPerSecond, boolean thenClose, boolean thenTls) {
        RuleEdit edit = new RuleEdit(rule);
        edit.name = name;
        edit.role = role;
        edit.mostPerSecond = mostPerSecond;
        edit.endsAfterAnswer = thenClose;
        edit.startsTlsAfterAnswer = thenTls;
        return edit.rule();
    }

    static Rule states(Rule rule, String state, String nextState) {
        RuleEdit edit = new RuleEdit(rule);
        edit.state = state;
        edit.nextState = nextState;
        return edit.rule();
    }
}
