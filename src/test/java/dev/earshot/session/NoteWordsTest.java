package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteSeverity;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import dev.earshot.net.UnknownNote;
import dev.earshot.net.udp.UdpNote;
import dev.earshot.reply.ReplyNote;
import dev.earshot.session.settings.UdpKind;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.TftpNote;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoteWordsTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);
    private static final Peer PEER =
            new Peer(1, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50112));
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /** Finds the enums of notes in the compiled classes, so that one that is not registered fails the test. */
    private static final List<NoteKind> KINDS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.earshot").stream()
                    .filter(type -> type.isEnum() && type.isAssignableTo(NoteKind.class))
                    .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                    .map(NoteKind.class::cast)
                    .toList();

    static Stream<NoteKind> kinds() {
        return KINDS.stream();
    }

    @Test
    void everyKindHasItsOwnKnownId() {
        assertThat(kinds().map(NoteKind::id)).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(\\.[a-z]+)*"));
        assertThat(kinds()).hasSizeGreaterThan(49).allMatch(kind -> KnownNotes.ALL.find(kind.id()) == kind);
    }

    /** Captures store the ids, so a renamed one would be unknown in older captures. */
    @Test
    void idsNeverChange() {
        assertThat(kinds().map(NoteKind::id))
                .contains("accept.failing", "accept.recovered", "client.refused", "stalled", "resumed")
                .contains("finished.here", "connect.failed", "reconnecting", "unreachable", "not.sent", "too.long")
                .contains("dropped", "receive.failing", "group.joined", "group.left", "setting.failed", "relayed")
                .contains("cut.after", "relay.full", "encoding", "clock.set", "capture.failing", "capture.gone")
                .contains("capture.recovered", "not.kept", "oldest.removed", "removed", "lost", "loop.cut", "loop.over")
                .contains("relay.cut", "relay.over", "answers.withheld", "answers.resumed", "unasked.withheld")
                .contains("unasked.over", "answer.failed", "delays.full", "visited", "role.given", "role.taken")
                .contains("role.refused", "role.kept", "role.lost", "nobody.there", "not.forwarded", "cut.off")
                .contains("fetched", "not.fetched", "size.differs", "fetch.cancelled")
                .contains("looks.tls", "looks.proxied", "looks.http", "looks.http.two", "looks.ssh", "looks.telnet")
                .contains(
                        "relayed.encrypted",
                        "server.ssh",
                        "server.telnet",
                        "looks.rdp",
                        "looks.smb",
                        "looks.mqtt",
                        "wants.tls");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasWordsInBothLanguagesForAllOfItsArguments(NoteKind kind) {
        for (Locale locale : List.of(Locale.ROOT, Locale.CHINESE)) {
            String pattern = ResourceBundle.getBundle("dev.earshot.session.Words", locale)
                    .getString("row.note." + kind.id());
            Set<Integer> places = PLACE.matcher(pattern)
                    .results()
                    .map(place -> Integer.valueOf(place.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(places)
                    .containsExactlyElementsOf(
                            IntStream.range(0, kind.arguments().size()).boxed().toList());
        }
        Event.Note note = new Event.Note(PEER, kind, sample(kind));
        assertThat(note.isWellFormed()).isTrue();
        for (Words words : List.of(ENGLISH, CHINESE)) {
            assertThat(EventWords.of(note, words))
                    .isNotBlank()
                    .doesNotContain("{")
                    .doesNotStartWith(kind.id() + " ")
                    .doesNotContain("problem.");
        }
    }

    private static List<String> sample(NoteKind kind) {
        return kind.arguments().stream().map(NoteWordsTest::sample).toList();
    }

    private static String sample(NoteArgument type) {
        return switch (type) {
            case COUNT, SIZE, MILLIS, SECONDS -> "65536";
            case TIME -> "1764000000000";
            case ADDRESS -> "127.0.0.1:8080";
            case TEXT -> "a name";
            case PROBLEM -> new Problem("problem.udp.closed", -1, "127.0.0.1:9").toLine();
        };
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aDamagedNoteIsShownAsItIs(NoteKind kind) {
        List<String> garbage = Collections.nCopies(kind.arguments().size(), "\u202Eno\tnumber 99999999999999999999");
        List<String> empty = Collections.nCopies(kind.arguments().size(), "");
        List<String> tooMany = Stream.concat(sample(kind).stream(), Stream.of("one more", "{0}"))
                .toList();
        for (List<String> arguments : List.of(List.<String>of(), garbage, empty, tooMany)) {
            Event.Note note = new Event.Note(null, kind, arguments);
            for (Words words : List.of(ENGLISH, CHINESE)) {
                String shown = EventWords.of(note, words);
                assertThat(shown).isNotBlank().doesNotContain("\t", "\n", "\u202E");
                if (!note.isWellFormed()) {
                    assertThat(shown).startsWith(kind.id());
                }
            }
            assertThat(note.isWellFormed()).isEqualTo(fits(kind, arguments));
            if (!note.isWellFormed()) {
                assertThat(note.number(0, 7)).isEqualTo(7);
                assertThat(note.problem(0)).isNull();
            }
        }
    }

    /**
     * Returns whether a kind accepts these arguments: texts and addresses may be anything, but their number must be
     * right.
     */
    private static boolean fits(NoteKind kind, List<String> arguments) {
        boolean anything =
                kind.arguments().stream().allMatch(type -> type == NoteArgument.TEXT || type == NoteArgument.ADDRESS);
        return anything && arguments.size() == kind.arguments().size();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNoteCannotBeMadeWithUndeclaredArguments(NoteKind kind) {
        Object[] tooMany = new Object[kind.arguments().size() + 1];
        Arrays.fill(tooMany, 1);
        assertThatThrownBy(() -> kind.about(PEER, tooMany)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNoteOfALaterVersionIsShownAsItIs() {
        UnknownNote later = new UnknownNote("tls.refused");
        assertThat(EventWords.of(new Event.Note(PEER, later, List.of("a b", "12")), ENGLISH))
                .isEqualTo("tls.refused a b 12");
        assertThat(EventWords.of(new Event.Note(PEER, later, List.of()), ENGLISH))
                .isEqualTo("tls.refused");
        assertThat(later.severity()).isEqualTo(NoteSeverity.INFO);
    }

    @Test
    void aProblemOfALaterVersionIsShownAsItIs() {
        Event.Note note = new Event.Note(null, TftpNote.NOT_FETCHED, List.of("fw", "problem.tftp.moon\t3"));
        assertThat(EventWords.of(note, ENGLISH)).isEqualTo("fw was not fetched: problem.tftp.moon\\t3");
    }

    @Test
    void argumentsAreFormattedByTheirTypes() {
        assertThat(words(TcpNote.STALLED.about(PEER, 65_536)))
                .isEqualTo("does not read, 65,536 bytes waiting to be sent");
        assertThat(words(TftpNote.FETCHED.note(2_000_000, 61_000, "/tmp/a\nb", 32_786)))
                .isEqualTo("Saved /tmp/a\\nb, 2,000,000 bytes in 1 min 1 s, 32.0 KB/s");
        assertThat(words(ReplyNote.ROLE_KEPT.about(PEER, new InetSocketAddress("127.0.0.1", 50_112), "APP 7")))
                .isEqualTo("stays APP 7; 127.0.0.1:50112 asked to be that too");
        Problem refused = new Problem("problem.connect.refused", -1, "a.example:8080", "a.example", "8080", "");
        assertThat(words(TcpNote.CONNECT_FAILED.note(refused, 4)))
                .isEqualTo("a.example:8080 refuses the connection: nothing listens on port 8080 there, or something"
                        + " forbids it. Next attempt in 4 s.");
        assertThat(words(TcpNote.CONNECT_FAILED.note(refused, 0))).endsWith("forbids it.");
        assertThat(words(UdpNote.SETTING_FAILED.note(new Problem("problem.udp.shut", -1))))
                .isEqualTo("The port is not open.");
    }

    @Test
    void theTerminalNamesItsOwnOptions() {
        Event.Note note = ReplyNote.UNASKED_WITHHELD.about(PEER);
        assertThat(words(note)).endsWith("choose it under \"Applies to\", or lift this in Options");
        assertThat(EventWords.of(note, Words.ofTerminal(Locale.ENGLISH)))
                .endsWith("lift this with --answer-more")
                .doesNotContain("Options");
        Words ofUdp = Words.ofTerminal(Locale.ENGLISH).forKind(UdpKind.KIND);
        assertThat(ofUdp.of("row.opened", "a")).isEqualTo("Receiving UDP on a");
        assertThat(EventWords.of(note, ofUdp)).endsWith("lift this with --answer-more");
    }

    private static String words(Event.Note note) {
        return EventWords.of(note, ENGLISH);
    }
}
