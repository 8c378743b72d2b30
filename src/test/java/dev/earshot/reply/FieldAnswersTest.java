package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.Framing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers devices with the rules that stand beside the guide, through real sockets. */
@Timeout(60)
class FieldAnswersTest {
    private static final String LOGIN_ID = "03 58 99 90 00 00 00 01";

    /** The identity and the check of the logins are made up; the answers hold only the serial. */
    @Test
    void threeTrackersThatLogInAtOnceAreAnsweredWithTheirSerials() throws Exception {
        try (ReplyRig rig = new ReplyRig(rules("gt06.json"))) {
            ByteArrayOutputStream segment = new ByteArrayOutputStream();
            for (String serial : new String[] {"00 D1", "00 D2", "00 D3"}) {
                segment.writeBytes(Samples.hex("78 78 0D 01 " + LOGIN_ID + serial + "12 34 0D 0A"));
            }
            ReplyRig.Client tracker = rig.connect().send(segment.toByteArray());
            assertThat(Samples.print(tracker.receive(30)))
                    .isEqualTo("78 78 05 01 00 D1 0F 51 0D 0A"
                            + " 78 78 05 01 00 D2 3D CA 0D 0A"
                            + " 78 78 05 01 00 D3 2C 43 0D 0A");
        }
    }

    @Test
    void aHeartbeatOfATrackerIsAnsweredToo() throws Exception {
        try (ReplyRig rig = new ReplyRig(rules("gt06.json"))) {
            ReplyRig.Client tracker = rig.connect().send(Samples.hex("78 78 0A 13 40 04 04 00 01 00 0F DC EE 0D 0A"));
            assertThat(Samples.print(tracker.receive(10)))
                    .startsWith("78 78 05 13 00 0F ")
                    .endsWith(" 0D 0A");
        }
    }

    /** The check of the answer is 7E for the serial 0071 and 7D for 0072, which the frame may not hold. */
    @Test
    void theCheckOfAGeneralAnswerIsEscapedAsTheRestOfTheFrame() throws Exception {
        try (ReplyRig rig = new ReplyRig(rules("jt808.json"))) {
            ReplyRig.Client terminal = rig.connect();
            terminal.send(Samples.hex("7E 00 02 00 00 01 80 08 00 00 00 00 71 FA 7E"));
            assertThat(Samples.print(terminal.receive(21)))
                    .isEqualTo("7E 80 01 00 05 01 80 08 00 00 00 00 00 00 71 00 02 00 7D 02 7E");
            terminal.send(Samples.hex("7E 00 02 00 00 01 80 08 00 00 00 00 72 F9 7E"));
            assertThat(Samples.print(terminal.receive(21)))
                    .isEqualTo("7E 80 01 00 05 01 80 08 00 00 00 00 00 00 72 00 02 00 7D 01 7E");
        }
    }

    /** One serial of 128 holds a byte that is escaped on the way; a pattern has nothing to do with that. */
    @Test
    void aMessageIsComparedAndCapturedWithoutTheEscapesOfItsFrame() throws Exception {
        try (ReplyRig rig = new ReplyRig(rules("jt808.json"))) {
            ReplyRig.Client terminal = rig.connect();
            terminal.send(Samples.hex("7E 00 02 00 00 01 80 08 00 00 00 00 7D 02 F5 7E"));
            assertThat(Samples.print(terminal.receive(21)))
                    .isEqualTo("7E 80 01 00 05 01 80 08 00 00 00 00 00 00 7D 02 00 02 00 71 7E");
        }
        Behaviour fixed = Behaviours.reply("${0}").with(Framing.parse("jt808 wait:500"));
        try (ReplyRig rig = new ReplyRig(fixed)) {
            assertThat(Samples.print(
                            rig.connect().send(Samples.hex("7E 01 7D 01 02 7E")).receive(5)))
                    .isEqualTo("7E 01 7D 02 7E");
        }
    }

    @Test
    void anAnswerByHttpSaysHowLongItsBodyIs() throws Exception {
        try (ReplyRig rig = new ReplyRig(rules("http.json"))) {
            ReplyRig.Client browser = rig.connect();
            browser.send("GET /ping HTTP/1.1\r\nHost: x\r\n\r\n");
            String first = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npong 1";
            assertThat(browser.receive(first)).isEqualTo(first);
            browser.send("GET /favicon.ico HTTP/1.1\r\nHost: x\r\n\r\n");
            String second = "HTTP/1.1 404 Not Found\r\nContent-Length: 20\r\n\r\nno /favicon.ico here";
            assertThat(browser.receive(second)).isEqualTo(second);
        }
    }

    @Test
    void aFixedAnswerSaysHowLongItsBodyIsToo() throws Exception {
        Behaviour behaviour = Behaviours.reply("HTTP/1.1 200 OK\\r"
                        + "\\n"
                        + "Content-Length: ${length:of=body}\\r"
                        + "\\n"
                        + "\\r"
                        + "\\n"
                        + "${begin:body}pong ${counter}")
                .with(new DelimiterFraming("0D0A0D0A"));
        try (ReplyRig rig = new ReplyRig(behaviour)) {
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npong 1";
            assertThat(rig.connect().send("GET / HTTP/1.1\r\n\r\n").receive(answer))
                    .isEqualTo(answer);
        }
    }

    private static Behaviour rules(String file) throws IOException, Problem {
        RulesFile rules = RulesFile.parse(Files.readString(Path.of("src/docs/replies", file)), file);
        return Behaviours.of(new RulesAnswer(rules.rules()))
                .with(rules.framing().orElseThrow());
    }
}
