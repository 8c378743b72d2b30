package dev.earshot.reply.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.net.Peer;
import dev.earshot.reply.Samples;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on fields, and fields in templates. */
class FieldVariablesTest {
    private static final String JSON =
            "{\"temp\":23.6,\"id\":258,\"big\":18446744073709551615,\"name\":\"Jürgen\",\"gps\":{\"lat\":-5},\"a-b\":7}";

    @ParameterizedTest
    @CsvSource({
        "${field:temp}, 23.6",
        "${ field : temp }, 23.6",
        "${field:temp+0.1*2}, 23.8",
        "${field:temp:4}, 0024",
        "${field:gps.lat}, -5",
        "${field:gps.lat:3}, -005",
        "${field:`a-b`}, 7",
        "${field:name}, Jürgen",
        "${field:id:bytes}, 258",
        "${field:bytes-bytes}, 0",
        "${field:none}, ''",
        "${field:none+1}, ''",
        "${field:none:bytes}, ''",
        "${field:name+1}, ''",
        "${field:'a:b'}, a:b",
    })
    void aFieldBecomesText(String template, String expected) throws Problem {
        assertThat(new String(fill(Template.text(template), JSON, Encoding.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "${field:id:u16}, 0102",
        "${field:id:u16le}, 0201",
        "${field:id:u8}, 02",
        "${field:gps.lat:u16}, FFFB",
        "${field:big:u64}, FFFFFFFFFFFFFFFF",
        "${field:big:u40}, ''",
        "01 ${field:temp*10:u16} 02, 0100EC02",
    })
    void aFieldBecomesBytes(String template, String expected) throws Problem {
        if (expected.isEmpty()) {
            assertThat(problem(template).key()).isEqualTo("problem.template.form");
            return;
        }
        assertThat(fill(new Template(TextForm.HEX, template, dev.earshot.codec.LineEnding.NONE), JSON, Encoding.UTF_8))
                .asHexString()
                .isEqualTo(expected);
    }

    @Test
    void aWholeNumberOf64BitsIsExact() throws Problem {
        byte[] low = fill(Template.text("${field:big:u32}"), "{\"big\":9007199254740993}", Encoding.UTF_8);
        assertThat(low).asHexString().isEqualTo("00000001");
    }

    @Test
    void textIsWrittenInTheEncodingOfTheReceiver() throws Problem {
        assertThat(fill(Template.text("${field:name}"), JSON, Encoding.named("ISO-8859-1")))
                .isEqualTo("Jürgen".getBytes(StandardCharsets.ISO_8859_1));
        Problem problem = catchThrowableOfType(
                Problem.class, () -> fill(Template.text("${field:n}"), "{\"n\":\"你\"}", Encoding.named("ISO-8859-1")));
        assertThat(problem.key()).isEqualTo("problem.text.unencodable");
    }

    @ParameterizedTest
    @CsvSource({
        "x ${field:}, problem.position, 10",
        "x ${field}, problem.position, 9",
        "x ${field:a +}, problem.position, 13",
        "x ${field:a:u16x}, problem.template.form, 2",
        "x ${field:a:u16:le}, problem.template.form, 2",
        "x ${field:a+1:bytes}, problem.template.form, 2",
    })
    void aMistakeHasAPlace(String template, String key, int position) {
        Problem problem = problem(template);
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.position()).isEqualTo(position);
    }

    @Test
    void aMissingNumberIsAProblem() {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> fill(Template.text("x${field:none:u16}"), JSON, Encoding.UTF_8));
        assertThat(problem.key()).isEqualTo("problem.template.field");
        assertThat(problem.arguments()).containsExactly("2", "none");
        assertThat(catchThrowableOfType(
                                Problem.class, () -> fill(Template.text("${field:name:u16}"), JSON, Encoding.UTF_8))
                        .key())
                .isEqualTo("problem.template.field");
    }

    private static Problem problem(String template) {
        return catchThrowableOfType(Problem.class, () -> Template.text(template).compile());
    }

    private static byte[] fill(Template template, String message, Encoding to) throws Problem {
        Message received = new Message(null, Samples.utf8(message), Encoding.UTF_8);
        MessageFields fields = MessageFields.of(received, () -> FirstFittingSource.WITHOUT_LAYOUT);
        return template.compile()
                .fill(new TemplateValues(fields, MatchCaptures.NONE, 1, ZonedDateTime.now(), "", 1, to, new Random()));
    }

    /** One peer, whose messages are counted as they are read. */
    private static final class CountedReads implements Participants {
        private final AtomicInteger reads = new AtomicInteger();

        @Override
        public Collection<Peer> all() {
            return List.of(Samples.peer(1), Samples.peer(2));
        }

        @Override
        public Collection<Peer> withRole(String name) {
            return List.of();
        }

        @Override
        public Encoding encoding(Peer peer) {
            return peer.id() == 1 ? Encoding.UTF_8 : Encoding.GBK;
        }

        @Override
        public FieldSource fieldSource(Peer peer) {
            reads.incrementAndGet();
            return FirstFittingSource.WITHOUT_LAYOUT;
        }
    }

    @Test
    void aMessageIsReadOnceAndOnlyIfItMustBe() {
        CountedReads peers = new CountedReads();
        Message message = new Message(Samples.peer(1), Samples.utf8("T=31\n"), Encoding.UTF_8);
        CompiledRules many = new CompiledRules(List.of(
                rule(Match.Kind.WHERE, "T > 40", "a"),
                rule(Match.Kind.WHERE, "none = 1 or not none", "b"),
                rule(Match.Kind.WHERE, "T > 30", "${field:T} ${field:T+1}")));
        assertThat(many.readsFields()).isTrue();
        assertThat(many.decide(message, peers))
                .hasSize(2)
                .allSatisfy(action -> assertThat(((ReplyAction.Send) action).bytes())
                        .asString()
                        .isEqualTo("31 32"));
        assertThat(peers.reads).hasValue(1);
        CompiledRules plain = new CompiledRules(
                List.of(rule(Match.Kind.EQUALS, "x", "${field:T}"), rule(Match.Kind.ANY, "", "${0}")));
        assertThat(plain.decide(message, peers)).hasSize(2);
        assertThat(peers.reads).hasValue(1);
        assertThat(new CompiledRules(List.of(rule(Match.Kind.ANY, "", "${0}"))).readsFields())
                .isFalse();
    }

    private static Rule rule(Match.Kind kind, String pattern, String answer) {
        return new Rule(true, "", new Match(kind, pattern), Template.text(answer), 0, Rule.Receivers.ALL, "", 0, false);
    }
}
