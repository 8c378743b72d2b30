package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Match.Kind;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests rules that are limited to a state of the conversation, through real sockets. */
class ConversationStatesTest {
    private static final Rule LOGIN = rule(Rule.START, Kind.STARTS, "user", "password?", "password");
    private static final Rule PASSWORD = rule("password", Kind.EQUALS, "secret", "welcome", "in");
    private static final Rule WRONG = rule("password", Kind.ANY, "", "wrong", Rule.START);
    private static final Rule LOGOUT = rule("in", Kind.EQUALS, "bye", "left", Rule.START);
    private static final Rule OTHER = rule("", Kind.ANY, "", "?", "");

    @Test
    void aRuleHoldsInItsStateAndLeadsToTheNext() throws IOException {
        try (ReplyRig rig = new ReplyRig(rules(LOGIN, PASSWORD, WRONG, LOGOUT, OTHER))) {
            ReplyRig.Client client = rig.connect();
            assertThat(client.send("secret\nbye\nuser ann\nuser\n").receive("?\n?\npassword?\nwrong\n"))
                    .isEqualTo("?\n?\npassword?\nwrong\n");
            assertThat(client.send("user ann\nsecret\nuser\nbye\nbye\n").receive("password?\nwelcome\n?\nleft\n?\n"))
                    .isEqualTo("password?\nwelcome\n?\nleft\n?\n");
        }
    }

    @Test
    void eachClientHasItsOwnStateAndANewConversationBegins() throws IOException {
        try (ReplyRig rig = new ReplyRig(rules(LOGIN, PASSWORD, OTHER))) {
            ReplyRig.Client one = rig.connect();
            ReplyRig.Client two = rig.connect();
            assertThat(one.send("user\n").receive("password?\n")).isEqualTo("password?\n");
            assertThat(two.send("secret\n").receive("?\n")).isEqualTo("?\n");
            assertThat(one.send("secret\n").receive("welcome\n")).isEqualTo("welcome\n");
            one.reset();
            assertThat(rig.connect().send("user\n").receive("password?\n")).isEqualTo("password?\n");
        }
    }

    @Test
    void aRuleWithoutAnAnswerChangesTheStateToo() throws IOException {
        try (ReplyRig rig = new ReplyRig(rules(
                rule("body", Kind.EQUALS, ".", "queued", Rule.START),
                rule("body", Kind.ANY, "", "", ""),
                rule("", Kind.EQUALS, "skip", "", "body"),
                OTHER))) {
            ReplyRig.Client client = rig.connect();
            assertThat(client.send("x\nskip\nskip\nx\n.\n.\n").receive("?\nqueued\n?\n"))
                    .isEqualTo("?\nqueued\n?\n");
        }
    }

    @Test
    void aWithheldAnswerLeavesTheState() throws IOException {
        Rule once = new Rule(
                true,
                "",
                new Match(Kind.EQUALS, "go"),
                answer("gone"),
                0,
                Rule.Receivers.SENDER,
                "",
                1,
                false,
                false,
                "",
                "there");
        try (ReplyRig rig = new ReplyRig(rules(rule("there", Kind.EQUALS, "where", "there", ""), once, OTHER))) {
            ReplyRig.Client first = rig.connect();
            ReplyRig.Client second = rig.connect();
            assertThat(first.send("go\n").receive("gone\n")).isEqualTo("gone\n");
            assertThat(second.send("go\nwhere\n").receive("?\n")).isEqualTo("?\n");
            assertThat(first.send("where\n").receive("there\n")).isEqualTo("there\n");
        }
    }

    @Test
    void aStateThatNoRuleNamesAnyMoreIsTheFirstOne() throws IOException {
        try (ReplyRig rig = new ReplyRig(rules(LOGIN, PASSWORD, OTHER))) {
            ReplyRig.Client client = rig.connect();
            assertThat(client.send("user\n").receive("password?\n")).isEqualTo("password?\n");
            rig.responder.setBehaviour(rules(LOGIN, PASSWORD, WRONG));
            assertThat(client.send("user\nuser\n").receive("wrong\npassword?\n"))
                    .isEqualTo("wrong\npassword?\n");
            rig.responder.setBehaviour(rules(rule(Rule.START, Kind.ANY, "", "began", "")));
            assertThat(client.send("user\n").receive("began\n")).isEqualTo("began\n");
        }
    }

    private static Behaviour rules(Rule... rules) {
        return new Behaviour(
                new RulesAnswer(List.of(rules)), Framing.LINES, false, new Greeting.None(), "", Set.of(), 1_000);
    }

    private static Rule rule(String state, Kind kind, String pattern, String answer, String next) {
        return new Rule(
                true,
                "",
                new Match(kind, pattern),
                answer(answer),
                0,
                Rule.Receivers.SENDER,
                "",
                0,
                false,
                false,
                state,
                next);
    }

    private static Template answer(String text) {
        return new Template(TextForm.TEXT, text, text.isEmpty() ? LineEnding.NONE : LineEnding.LF);
    }
}
