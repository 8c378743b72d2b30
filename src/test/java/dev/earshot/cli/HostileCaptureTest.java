package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.earshot.codec.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Event;
import dev.earshot.net.NoteKind;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.UnknownNote;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows captures whose texts were replaced by what attacks a terminal: every row is shown, and nothing of it acts. */
class HostileCaptureTest {
    /** Stands in the capture for a text that is replaced; a comment has no such letters otherwise. */
    private static final String PLACE = "ZZZZZZZZZZZZ";

    /** What moves a cursor, begins a line or turns the direction of writing; as long as the place or shorter. */
    private static final List<String> ATTACKS = List.of(
            "\u001B[2J\u001B[H",
            "\r\n12:00 x < y",
            "\u202Eabc\u2066",
            "\u009B31m",
            "\u0000\u0007\u0008\u007F",
            "\u2028\u2029\u0085",
            "{0,choice}",
            "{0}'",
            "\" \" \\",
            "-1 9999999",
            "<html><img>",
            "\t\t\t\n\n\n");

    private static final Pattern ACTING = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private static final List<NoteKind> KINDS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.earshot").stream()
                    .filter(type -> type.isEnum() && type.isAssignableTo(NoteKind.class))
                    .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                    .map(NoteKind.class::cast)
                    .toList();

    @TempDir
    private Path folder;

    private Path clean;
    private int rows;

    /** Writes a capture with every kind of remark, and a place in each of its texts. */
    @BeforeEach
    void record() throws IOException {
        clean = folder.resolve("clean.pcapng");
        InetSocketAddress local = new InetSocketAddress("127.0.0.1", 8080);
        Peer tcp = new Peer(1, local, new InetSocketAddress("127.0.0.1", 50_001), Transport.TCP_IN);
        Peer udp = new Peer(2, local, new InetSocketAddress("127.0.0.1", 50_002), Transport.UDP);
        List<Event> events = new ArrayList<>();
        for (String kind : List.of("tcp.client", "relay", "udp", "tftp", PLACE)) {
            events.add(new Event.Opened(local, kind, PLACE));
        }
        for (Peer peer : List.of(tcp, udp)) {
            events.add(new Event.Joined(peer));
            for (OriginKind kind : OriginKind.values()) {
                events.add(new Event.Sending(peer, "a\n".getBytes(ISO_8859_1), 0, 2, true, new Origin(kind, PLACE)));
            }
        }
        for (NoteKind kind : KINDS) {
            events.add(new Event.Note(
                    tcp, kind, Collections.nCopies(kind.arguments().size(), PLACE)));
            events.add(new Event.Note(null, kind, List.of(PLACE)));
        }
        events.add(new Event.Note(udp, new UnknownNote("later"), List.of(PLACE, PLACE)));
        events.add(new Event.Left(tcp, Event.Reason.FAILED, 0, PLACE));
        events.add(new Event.Left(udp, Event.Reason.HALF_CLOSED, 7, PLACE));
        events.add(new Event.Closed(local, "relay", PLACE));
        try (Journal journal = JournalFactory.create(clean, folder, Framing.LINES, (event, time) -> {})) {
            events.forEach(journal::on);
        }
        rows = events.size();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyRowIsShownAndNoTextOfItActs(long seed) throws Exception {
        List<String> lines = show(attacked(seed));
        assertThat(lines)
                .as("seed %d", seed)
                .allSatisfy(
                        line -> assertThat(ACTING.matcher(line).find()).as(line).isFalse());
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3 * (rows - 4)); // a torn beginning of a comment is no remark
    }

    @Test
    void thePlainCaptureHasARowForEveryEvent() throws Exception {
        assertThat(show(clean)).hasSize(3 * rows);
    }

    @Test
    void theCommandEndsWellAndPrintsALineForEachRow() throws Exception {
        try (Program earshot = new Program(folder, "show", attacked(9).toString())) {
            List<String> lines = earshot.rest();
            assertThat(earshot.exitCode()).isZero();
            assertThat(lines).hasSizeGreaterThanOrEqualTo(rows - 5); // the last remark, closed, is not printed
            assertThat(lines).noneMatch(line -> ACTING.matcher(line).find());
        }
    }

    /** Returns every row in the forms of the terminal, and of the window in two languages. */
    private List<String> show(Path capture) throws Exception {
        List<String> lines = new ArrayList<>();
        CaptureStore store = new CaptureStore(folder.resolve("sessions"));
        Session session = Session.open(store, capture, Framing.LINES);
        try (RowReader reader = session.log().reader()) {
            Lens lens = session.log().lens();
            RowFormatter english = new RowFormatter(lens, MessageViews.AUTOMATIC, Words.ofTerminal(Locale.ENGLISH));
            RowFormatter chinese = new RowFormatter(lens, MessageViews.AUTOMATIC, new Words(Locale.SIMPLIFIED_CHINESE));
            RowLines terminal = new RowLines(english, true);
            for (long number = 0; number < reader.count(); number++) {
                Row row = reader.read(number, Integer.MAX_VALUE);
                lines.add(terminal.format(row));
                lines.add(english.format(row).text());
                lines.add(chinese.format(row).text());
            }
        } finally {
            session.close();
        }
        return lines;
    }

    /** Returns a copy of the capture in which random attacks stand in all places. */
    private Path attacked(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder bytes = new StringBuilder(new String(Files.readAllBytes(clean), ISO_8859_1));
        for (int at = bytes.indexOf(PLACE); at >= 0; at = bytes.indexOf(PLACE, at)) {
            byte[] attack = attack(random).getBytes(StandardCharsets.UTF_8);
            String fitting = new String(attack, ISO_8859_1) + "z".repeat(PLACE.length());
            bytes.replace(at, at + PLACE.length(), fitting.substring(0, PLACE.length()));
        }
        return Files.write(
                folder.resolve("attacked" + seed + ".pcapng"), bytes.toString().getBytes(ISO_8859_1));
    }

    private static String attack(Random random) {
        if (random.nextBoolean()) {
            return ATTACKS.get(random.nextInt(ATTACKS.size()));
        }
        StringBuilder any = new StringBuilder();
        for (int i = 0; i < PLACE.length(); i++) {
            any.append((char) random.nextInt(random.nextBoolean() ? 0x20 : 0x100));
        }
        return any.toString();
    }
}
