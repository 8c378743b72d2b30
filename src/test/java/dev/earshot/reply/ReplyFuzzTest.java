package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.fuzz.Fuzz;
import dev.earshot.fuzz.RandomInput;
import dev.earshot.net.Conversations;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.reply.rules.CompiledTemplate;
import dev.earshot.reply.rules.MatchCaptures;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import dev.earshot.reply.rules.TemplateValues;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Random rules, templates and messages of strangers end in an answer or a {@link Problem}, and never in anything else.
 */
class ReplyFuzzTest {
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 21, 14, 3, 22, 0, ZoneId.of("UTC"));
    private static final List<String> TEMPLATE_PIECES = List.of(
            "${",
            "}",
            "$$",
            "$",
            "${0}",
            "${1}",
            "${2:u16le}",
            "${counter",
            ":4",
            ":99999999",
            ":u8",
            ":u32",
            "${time:",
            "HH:mm",
            "yyyy'",
            "unix",
            "${random:",
            "1-5",
            "5-1",
            "-1",
            "9999999999",
            "${length",
            "${checksum:",
            "CRC-16/MODBUS",
            "${from}",
            "${to}",
            "${mark",
            "${escape:",
            "hdlc",
            "${hex:",
            "0D",
            "${client}",
            "${clients}",
            "+",
            "-",
            "*",
            "(",
            ")",
            "\\x",
            "\\u",
            "\\r\\n",
            "01 ",
            "FF",
            "${begin}",
            "${end}",
            "${stuff:",
            "${1+1}",
            "${length:u16be}",
            ":dec",
            ":hex",
            "!");

    @Test
    void templatesAreFilledOrRefusedAtAPlace() {
        MatchCaptures captures = MatchCaptures.of("T=23 C\r\n".getBytes(StandardCharsets.US_ASCII), 0, 6, 0, 1, 2, 4);
        Fuzz.run(20_000, random -> {
            String typed = RandomInput.text(random, TEMPLATE_PIECES, 9);
            TextForm form = TextForm.values()[random.nextInt(TextForm.values().length)];
            try {
                CompiledTemplate compiled = new Template(form, typed, LineEnding.CRLF).compile();
                Encoding encoding =
                        Encoding.all().get(random.nextInt(Encoding.all().size()));
                byte[] filled = compiled.fill(new TemplateValues(captures, 7, TIME, "[::1]:5", 2, encoding, random));
                assertThat(filled.length).isLessThanOrEqualTo(CompiledTemplate.MOST_BYTES);
            } catch (Problem e) {
                assertThat(e.position()).as(typed).isBetween(-1, typed.length());
            }
        });
    }

    @Test
    void filesOfRulesAreReadOrRefused() throws Exception {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("src/docs/replies"))) {
            for (Path file : all.filter(name -> name.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                files.add(Files.readString(file));
            }
        }
        files.add(BehaviourFile.text(Behaviours.of(RolesAnswer.DEFAULT)));
        files.add(BehaviourFile.text(Behaviours.of(new RulesAnswer(List.of(Rule.BLANK)))));
        Fuzz.run(1_500, random -> {
            String text = RandomInput.damaged(random, files.get(random.nextInt(files.size())));
            try {
                if (random.nextBoolean()) {
                    RulesFile.parse(text, "x.json").rules().forEach(ReplyFuzzTest::check);
                } else {
                    BehaviourFile.parse(text, "x.json");
                }
            } catch (Problem e) {
                assertThat(e.key()).startsWith("problem.json");
            }
        });
    }

    private static void check(Rule rule) {
        try {
            rule.check();
        } catch (Problem e) {
            assertThat(e.key()).startsWith("problem.");
        }
    }

    @Test
    void rolesAndChatGoOnWhateverThePeersSend() {
        Logger logger = (Logger) LoggerFactory.getLogger(Responder.class);
        ListAppender<ILoggingEvent> errors = new ListAppender<>();
        errors.start();
        logger.addAppender(errors);
        try (ReplyScheduler scheduler = new ReplyScheduler()) {
            Fuzz.run(1_500, random -> talk(random, scheduler));
        } finally {
            logger.detachAppender(errors);
        }
        assertThat(errors.list).extracting(ILoggingEvent::getMessage).isEmpty();
    }

    private static void talk(Random random, ReplyScheduler scheduler) {
        Answer answer = random.nextBoolean() ? RolesAnswer.DEFAULT : new ChatAnswer("(a+)+bye$", random.nextBoolean());
        Recorder peers = new Recorder();
        Responder responder = new Responder(
                peers,
                event -> {},
                id -> Encoding.all().get(id % 3),
                new ReplyCounters(),
                scheduler,
                0,
                address -> true);
        responder.setBehaviour(Behaviours.of(answer).with(random.nextBoolean() ? Framing.LINES : Framing.RECEIVED));
        List<Peer> present = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            InetSocketAddress remote = new InetSocketAddress("127.0.0.1", 50_000 + id);
            Peer peer = new Peer(id, new InetSocketAddress("127.0.0.1", 8080), remote);
            present.add(peer);
            responder.on(new Event.Joined(peer));
        }
        List<String> pieces = List.of(
                "APP",
                "DEVICE",
                " ",
                "1",
                "\n",
                "\r\n",
                "bye",
                "说",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "app",
                "\0",
                "APP\u202E",
                "ＡＰＰ");
        for (int i = 0; i < 40; i++) {
            Peer peer = present.get(random.nextInt(present.size()));
            byte[] bytes = random.nextInt(3) == 0
                    ? RandomInput.bytes(random, 300)
                    : RandomInput.text(random, pieces, 5)
                            .getBytes(Encoding.all().get(peer.id() % 3).readCharset());
            switch (random.nextInt(12)) {
                case 0 -> responder.on(new Event.Silent(peer, 300_000_000L));
                case 1 -> responder.on(new Event.FinishedSending(peer));
                default -> {
                    if (bytes.length > 0) {
                        responder.on(new Event.Received(peer, bytes, 0, bytes.length, 0));
                    }
                }
            }
        }
        Event.Left left = new Event.Left(present.get(0), Event.Reason.CLOSED_BY_PEER, 0, "");
        responder.departureSink().on(left);
        responder.on(left);
        assertThat(responder.isPresent(present.get(0))).isFalse();
    }

    /** Conversations that take every message. */
    private static final class Recorder implements Conversations {
        private final Map<Integer, Long> sent = new HashMap<>();

        @Override
        public synchronized boolean send(Peer peer, byte[] bytes, Origin origin) {
            sent.merge(peer.id(), (long) bytes.length, Long::sum);
            return true;
        }

        @Override
        public boolean awaitRoom(Peer peer, int bytes, int millis) {
            return true;
        }

        @Override
        public void disconnect(Peer peer) {
            sent.remove(peer.id());
        }

        @Override
        public void abort(Peer peer) {
            sent.remove(peer.id());
        }

        @Override
        public long waitingBytes(Peer peer) {
            return 0;
        }
    }
}
