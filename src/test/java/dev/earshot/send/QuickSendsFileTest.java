package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Envelope.Header;
import dev.earshot.codec.Envelope.Trailer;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.rules.Match;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickSendsFileTest {
    private static final QuickSend FULL = new QuickSend(
            "登录",
            new Draft(
                    "login\n\\x02",
                    TextForm.TEXT,
                    Optional.of(Encoding.GBK),
                    LineEnding.CRLF,
                    false,
                    new Envelope(
                            new Header(4, true, true),
                            new Trailer(Checksum.named("CRC-16/MODBUS").orElseThrow(), false, true, true))),
            false,
            200,
            Optional.of(new Match(Match.Kind.EXPRESSION, "OK (\\d+)")),
            1_500);

    @Test
    void aLineInWhichNothingWasFilledInIsNoStep() {
        QuickSend named = QuickSend.of("named", Draft.EMPTY);
        assertThat(new QuickSends(List.of(QuickSend.EMPTY, named, FULL, QuickSend.EMPTY), 1).steps())
                .containsExactly(named);
    }

    @Test
    void writtenQuickSendsAreReadAgain() throws Problem {
        QuickSend hex = QuickSend.of(
                "",
                new Draft(
                        "01 03",
                        TextForm.HEX,
                        Optional.empty(),
                        LineEnding.NONE,
                        true,
                        new Envelope(
                                Header.NONE,
                                Trailer.usual(Checksum.named("CRC-16/MODBUS").orElseThrow()))));
        QuickSend any = new QuickSend(
                "any",
                Draft.EMPTY,
                true,
                0,
                Optional.of(new Match(Match.Kind.ANY, "")),
                QuickSend.USUAL_TIMEOUT_MILLIS);
        QuickSends all = new QuickSends(List.of(FULL, hex, any), 0);
        assertThat(QuickSendsFile.parse(QuickSendsFile.print(all), "q.json")).isEqualTo(all);
    }

    @Test
    void theDocumentedExampleIsUnderstood() throws Problem {
        String example = """
            {
              "format": "earshot quick sends 1",
              "rounds": 1,
              "quickSends": [
                {
                  "name": "LOGIN",
                  "text": "login 4711",
                  "ending": "crlf",
                  "reply": {"contains": "OK"},
                  "timeout": 5000
                },
                {"name": "Read register 0", "hex": "01 03 00 00 00 01", "checksum": {"name": "CRC-16/MODBUS"}, "delay": 200}
              ]
            }
            """;
        QuickSends all = QuickSendsFile.parse(example, "q.json");
        assertThat(all.list().get(0).draft().bytes(Encoding.UTF_8)).asString().isEqualTo("login 4711\r\n");
        assertThat(all.list().get(0).reply()).contains(new Match(Match.Kind.CONTAINS, "OK"));
        assertThat(all.list().get(1).draft().bytes(Encoding.UTF_8)).endsWith(0x84, 0x0A);
        assertThat(all.list().get(1).delayMillis()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "{\"text\": \"a\"~, problem.json.syntax",
                "~{\"text\": \"a\", \"txet\": 1}~, problem.json.unknown",
                "~{\"name\": \"a\"}~, problem.json.missing",
                "~{\"text\": \"a\", \"delay\": -1}~, problem.json.number",
                "~{\"text\": \"a\", \"checksum\": {\"name\": \"CRC-17\"}}~, problem.json.choice",
                "~{\"text\": \"a\", \"length\": {\"size\": 3}}~, problem.json.choice",
                "~{\"text\": \"a\", \"encoding\": \"Klingon\"}~, problem.json.choice"
            })
    void aMistakeIsReportedAndNothingIsRead(String quick, String key) {
        String text = "{\"format\": \"earshot quick sends 1\", \"quickSends\": [" + quick.replace("~", "") + "]}";
        Problem problem = catchThrowableOfType(Problem.class, () -> QuickSendsFile.parse(text, "q.json"));
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.arguments().get(0)).isEqualTo("q.json");
    }

    @Test
    void aFileOfAnotherFormatIsRefused() {
        String rules = "{\"format\": \"earshot rules 1\", \"rules\": []}";
        assertThat(catchThrowableOfType(Problem.class, () -> QuickSendsFile.parse(rules, "r.json"))
                        .key())
                .isEqualTo("problem.json.format");
    }
}
