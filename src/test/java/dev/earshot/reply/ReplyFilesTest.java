package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Match.Kind;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Rule.Receivers;
import dev.earshot.reply.rules.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyFilesTest {
    private static final Template CRLF = new Template(TextForm.TEXT, "温度 \"${1}\" <&> \\r\n\u2028", LineEnding.CRLF);
    private static final Template HEX = new Template(TextForm.HEX, "01 ${2}", LineEnding.NONE);

    @Test
    void rulesSurviveAFile() throws Problem {
        List<Rule> rules = new ArrayList<>(List.of(Rule.BLANK));
        for (Kind kind : Kind.values()) {
            String pattern = kind == Kind.ANY ? "" : "a(\\d \"说";
            rules.add(new Rule(
                    kind != Kind.HEX,
                    kind + " 规则",
                    new Match(kind, pattern),
                    CRLF,
                    250,
                    Receivers.ROLE,
                    "APP",
                    3,
                    true));
        }
        rules.add(new Rule(true, "", new Match(Kind.HEX, "01 (??)"), HEX, 0, Receivers.ALL, "", 0, false));
        rules.add(
                new Rule(true, "", new Match(Kind.ANY, ""), HEX, 0, Receivers.SENDER, "", 0, false, true, "邮件", "正文"));
        for (Optional<Framing> framing : List.of(Optional.<Framing>empty(), Optional.of(Framing.parse("length:4,2")))) {
            RulesFile file = new RulesFile(framing, rules);
            assertThat(RulesFile.parse(file.text(), "x")).isEqualTo(file);
        }
    }

    @Test
    void eachLineEndingSurvivesAFileByItsName() throws Problem {
        for (LineEnding ending : LineEnding.values()) {
            FixedAnswer answer = new FixedAnswer(new Template(TextForm.TEXT, "a", ending));
            Behaviour behaviour =
                    new Behaviour(answer, Framing.LINES, false, new Greeting.None(), "", Set.of(), 20, true);
            String file = BehaviourFile.text(behaviour);
            assertThat(BehaviourFile.parse(file, "x").answer()).isEqualTo(answer);
            assertThat(file.contains("\"ending\": \"" + ending.name().toLowerCase(Locale.ROOT) + "\""))
                    .isEqualTo(ending != LineEnding.NONE);
        }
    }

    @Test
    void aBehaviourSurvivesAFile() throws Problem {
        List<Answer> answers = List.of(
                new NoAnswer(),
                new EchoAnswer(),
                new FixedAnswer(CRLF),
                new RulesAnswer(List.of(Rule.BLANK)),
                new ChatAnswer("bye|再见", false),
                RolesAnswer.DEFAULT,
                new RolesAnswer("左", "右", true, HEX));
        List<Greeting> greetings = List.of(new Greeting.None(), new Greeting.HangUp(), new Greeting.Greet(CRLF));
        for (Answer answer : answers) {
            for (Greeting greeting : greetings) {
                Behaviour behaviour =
                        new Behaviour(answer, Framing.RECEIVED, true, greeting, "bye", Set.of(), 20, true);
                assertThat(BehaviourFile.parse(BehaviourFile.text(behaviour), "x"))
                        .isEqualTo(behaviour);
            }
        }
    }

    @Test
    void theSelectedPeersAreNotStored() throws Problem {
        Behaviour behaviour =
                new Behaviour(new EchoAnswer(), Framing.LINES, false, new Greeting.None(), "", Set.of(7), 20);
        assertThat(BehaviourFile.parse(BehaviourFile.text(behaviour), "x").onlyPeers())
                .isEmpty();
    }

    @Test
    void aMissingFieldHasItsDefault() throws Problem {
        assertThat(BehaviourFile.parse("{\"format\": \"earshot replies 1\"}", "x"))
                .isEqualTo(Behaviour.NONE);
        String chat = "{\"format\": \"earshot replies 1\", \"answer\": {\"kind\": \"chat\"}}";
        assertThat(BehaviourFile.parse(chat, "x").answer()).isEqualTo(ChatAnswer.DEFAULT);
        RulesFile rules = RulesFile.parse(rules("{\"answer\": {\"text\": \"OK\"}}"), "x");
        assertThat(rules.rules())
                .containsExactly(new Rule(
                        true, "", new Match(Kind.ANY, ""), Template.text("OK"), 0, Receivers.SENDER, "", 0, false));
        assertThat(rules.framing()).isEmpty();
    }

    @Test
    void statesAreWrittenOnlyWhereARuleHasThem() throws Problem {
        String bare = "{\n      \"answer\": {\n        \"text\": \"OK\"\n      }\n    }";
        RulesFile file = RulesFile.parse(
                rules("{\"answer\": {\"text\": \"OK\"}, \"state\": \"in\", \"nextState\": \"out\"}"), "x");
        assertThat(file.rules().get(0).state()).isEqualTo("in");
        assertThat(file.rules().get(0).nextState()).isEqualTo("out");
        assertThat(file.text()).contains("\"state\": \"in\"", "\"nextState\": \"out\"");
        assertThat(RulesFile.parse(rules("{\"answer\": {\"text\": \"OK\"}}"), "x")
                        .text())
                .contains(bare);
    }

    @Test
    void theFileIsReadable() {
        Rule rule = new Rule(
                true,
                "t",
                new Match(Kind.STARTS, "temp?"),
                Template.text("${counter} <1>"),
                0,
                Receivers.SENDER,
                "",
                0,
                false);
        assertThat(new RulesFile(Optional.of(Framing.LINES), List.of(rule)).text())
                .isEqualTo("""
                    {
                      "format": "earshot rules 1",
                      "framing": "lines",
                      "rules": [
                        {
                          "name": "t",
                          "match": {
                            "starts": "temp?"
                          },
                          "answer": {
                            "text": "${counter} <1>"
                          }
                        }
                      ]
                    }
                    """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"answer\": {\"text\": \"x\"}, \"mach\": {}}                 | problem.json.unknown | rules[0].mach",
                "{}                                                            | problem.json.missing |"
                        + " rules[0].answer",
                "{\"answer\": {}}                                              | problem.json.missing |"
                        + " rules[0].answer.text",
                "{\"answer\": \"OK\"}                                          | problem.json.object  |"
                        + " rules[0].answer",
                "{\"answer\": {\"hex\": \"00\", \"text\": \"x\"}}              | problem.json.one     |"
                        + " rules[0].answer.hex",
                "{\"answer\": {\"hex\": \"00\", \"ending\": \"lf\"}}           | problem.json.unknown |"
                        + " rules[0].answer.ending",
                "{\"answer\": {\"text\": \"x\", \"ending\": \"nl\"}}           | problem.json.choice  |"
                        + " rules[0].answer.ending",
                "{\"answer\": {\"text\": \"x\"}, \"match\": {\"begins\": \"\"}} | problem.json.unknown |"
                        + " rules[0].match.begins",
                "{\"answer\": {\"text\": \"x\"}, \"match\": {\"hex\": 1}}      | problem.json.text    |"
                        + " rules[0].match.hex",
                "{\"answer\": {\"text\": \"x\"}, \"delay\": -1}                | problem.json.number  | rules[0].delay",
                "{\"answer\": {\"text\": \"x\"}, \"delay\": 3600001}           | problem.json.number  | rules[0].delay",
                "{\"answer\": {\"text\": \"x\"}, \"to\": \"everybody\"}        | problem.json.choice  | rules[0].to"
            })
    void aWrongRuleIsReportedWithItsPathAndNothingIsRead(String rule, String key, String path) {
        Problem problem = catchThrowableOfType(Problem.class, () -> RulesFile.parse(rules(rule), "my.json"));
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.arguments()).startsWith("my.json", path);
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        Problem kind = catchThrowableOfType(
                Problem.class, () -> RulesFile.parse(BehaviourFile.text(Behaviour.NONE), "my.json"));
        assertThat(kind.key()).isEqualTo("problem.json.format");
        assertThat(kind.arguments()).containsExactly("my.json", "format", "earshot rules 1", "earshot replies 1");
        Problem none = catchThrowableOfType(Problem.class, () -> RulesFile.parse("{\"rules\": []}", "my.json"));
        assertThat(none.key()).isEqualTo("problem.json.missing");
    }

    @Test
    void aWrongFramingIsRefused() {
        String text = "{\"format\": \"earshot rules 1\", \"framing\": \"words\", \"rules\": []}";
        Problem problem = catchThrowableOfType(Problem.class, () -> RulesFile.parse(text, "my.json"));
        assertThat(problem.key()).isEqualTo("problem.json.framing");
        assertThat(problem.arguments()).containsExactly("my.json", "framing", "words");
    }

    private static String rules(String rule) {
        return "{\"format\": \"earshot rules 1\", \"rules\": [" + rule + "]}";
    }
}
