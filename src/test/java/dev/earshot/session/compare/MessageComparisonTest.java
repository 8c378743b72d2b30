package dev.earshot.session.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.CharacterWidth;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Origin;
import dev.earshot.session.Lens;
import dev.earshot.session.view.FieldNode;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageComparisonTest {
    private static final Pattern BYTE = Pattern.compile("(?:[0-9A-F]{2}|--)(?= )");
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private static ComparedMessage message(byte... bytes) {
        Row row = new Row(0, Row.Kind.RECEIVED, 0, 1, null, null, 0, bytes.length, bytes, Origin.PERSON);
        return new ComparedMessage(row, new Lens(Encoding.UTF_8, peer -> Encoding.UTF_8), "a client");
    }

    private static ComparedMessage text(String text) {
        return message(text.getBytes(UTF_8));
    }

    private static ComparedMessage hex(String digits) throws Problem {
        return message(Hex.parse(digits));
    }

    private static ComparedLines compare(
            ComparedMessage left, ComparedMessage right, MessageComparison.Form form, int width)
            throws TaskProgress.CancelledException {
        return MessageComparison.of(left, right, MessageComparison.Alignment.AUTOMATIC, ENGLISH, new TaskProgress())
                .parts()
                .get(form)
                .lines(width);
    }

    /** Returns the lines, with what is marked in brackets. */
    private static List<String> marked(ComparedLines lines) {
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ComparedLine line = lines.line(i);
            marked.add(marked(line.left(), line.leftMarks()) + " " + line.sign().character() + " "
                    + marked(line.right(), line.rightMarks()));
        }
        return marked;
    }

    private static String marked(String text, List<ComparedLine.Mark> marks) {
        if (text == null) {
            return "";
        }
        StringBuilder marked = new StringBuilder(text);
        for (int i = marks.size() - 1; i >= 0; i--) {
            marked.insert(marks.get(i).end(), ']').insert(marks.get(i).from(), '[');
        }
        return marked.toString();
    }

    @Test
    void wordsThatDifferAreMarkedInTheirLines() throws TaskProgress.CancelledException {
        ComparedLines lines = compare(
                text("T=23.5 H=40\nsame\ngone\n温度高"), text("T=23.7 H=40\nsame\n温度低"), MessageComparison.Form.TEXT, 80);
        assertThat(marked(lines))
                .containsExactly("T=[23.5] H=40 | T=[23.7] H=40", "same   same", "[gone] | [温度低]", "[温度高] < ");
        assertThat(lines.differences()).isEqualTo(3);
        assertThat(List.of(lines.lineOf(0), lines.lineOf(1), lines.lineOf(2))).containsExactly(0, 2, 3);
    }

    @Test
    void chineseIsComparedByCharacters() throws TaskProgress.CancelledException {
        assertThat(marked(compare(text("温度高"), text("温度低了"), MessageComparison.Form.TEXT, 80)))
                .containsExactly("温度[高] | 温度[低了]");
    }

    @Test
    void longLinesAreBrokenWhereEqualTextStaysSideBySide() throws TaskProgress.CancelledException {
        ComparedLines lines = compare(
                text("ab cdef X ghij klmn"), text("ab cdef XYZXYZXYZ ghij klmn"), MessageComparison.Form.TEXT, 10);
        assertThat(marked(lines))
                .containsExactly("ab cdef [X] | ab cdef [XY]", " gh > [ZXYZXYZ] gh", "ij klmn   ij klmn");
    }

    @Test
    void equallyLongMessagesAreComparedByOffset() throws Problem, TaskProgress.CancelledException {
        ComparedLines lines = compare(hex("01 02 03 04 05"), hex("01 FF 02 04 05"), MessageComparison.Form.HEX, 200);
        assertThat(marked(lines))
                .containsExactly("0000  01 [02 03] 04 05  " + " ".repeat(34) + "·[··]·· | 0000  01 [FF 02] 04 05  "
                        + " ".repeat(34) + "·[··]··");
        assertThat(lines.differences()).isEqualTo(1);
    }

    @Test
    void eachMarkSaysToWhichDifferenceItBelongs() throws Problem, TaskProgress.CancelledException {
        ComparedLine bytes = compare(hex("31 32 33 34"), hex("41 32 43 44"), MessageComparison.Form.HEX, 30)
                .line(0);
        assertThat(marked(bytes.left(), bytes.leftMarks())).isEqualTo("0000  [31] 32 [33 34]  [1]2[34]");
        assertThat(bytes.leftMarks()).extracting(ComparedLine.Mark::difference).containsExactly(0, 1, 0, 1);
        ComparedLines text = compare(text("a b c d"), text("a XYZXYZXYZXYZ c YZXYZ"), MessageComparison.Form.TEXT, 10);
        assertThat(marked(text)).containsExactly("a [b] | a [XYZXYZXY]", " c [d] | [ZXYZ] c [YZX]", " > [YZ]");
        assertThat(text.line(1).rightMarks())
                .extracting(ComparedLine.Mark::difference)
                .containsExactly(0, 1);
        assertThat(text.line(2).rightMarks())
                .extracting(ComparedLine.Mark::difference)
                .containsExactly(1);
    }

    @Test
    void messagesOfOtherLengthsAreAlignedByContent() throws Problem, TaskProgress.CancelledException {
        ComparedLines lines =
                compare(hex("30 31 32 33 34 35"), hex("30 31 41 42 32 33 34"), MessageComparison.Form.HEX, 30);
        assertThat(marked(lines))
                .containsExactly(
                        "0000  30 31 -- --  01   > 0000  30 31 [41 42]  01[AB]",
                        "0002  32 33 34 [35]  234[5] < 0004  32 33 34 --  234 ");
    }

    @Test
    void alignmentCanBeChosen() throws Problem, TaskProgress.CancelledException {
        ComparedMessage left = hex("01 02 03 04");
        ComparedMessage right = hex("FF 01 02 03");
        assertThat(differences(left, right, MessageComparison.Alignment.AUTOMATIC))
                .isEqualTo(1);
        assertThat(differences(left, right, MessageComparison.Alignment.CONTENT))
                .isEqualTo(2);
    }

    private static int differences(ComparedMessage left, ComparedMessage right, MessageComparison.Alignment alignment)
            throws TaskProgress.CancelledException {
        return MessageComparison.of(left, right, alignment, ENGLISH, new TaskProgress())
                .parts()
                .get(MessageComparison.Form.HEX)
                .lines(80)
                .differences();
    }

    @Test
    void fieldsArePairedByTheirNames() throws TaskProgress.CancelledException {
        FieldNode bit = FieldNode.leaf("alarm", "on", 2, 3);
        FieldNode off = FieldNode.leaf("alarm", "off", 2, 3);
        List<FieldNode> left = List.of(
                FieldNode.leaf("id", "7", 0, 1),
                FieldNode.leaf("temp", "23.5", 1, 2),
                new FieldNode("flags", "", 2, 3, false, List.of(bit)));
        List<FieldNode> right = List.of(
                FieldNode.leaf("temp", "23.7", 1, 2),
                new FieldNode("flags", "", 2, 3, false, List.of(off)),
                new FieldNode("sum", "12", 3, 4, true, List.of()));
        ComparedLines lines = MessageComparison.fields(left, right, ENGLISH, new TaskProgress())
                .lines(80);
        assertThat(marked(lines))
                .containsExactly(
                        "[id: 7] < ",
                        "temp: [23.5] | temp: [23.7]",
                        "flags   flags",
                        "  alarm: [on] |   alarm: [off]",
                        " > [sum: 12 (wrong)]");
    }

    @Test
    void withoutFieldsThereIsNoSuchPart() throws TaskProgress.CancelledException {
        assertThat(MessageComparison.of(
                                text("a"),
                                text("b"),
                                MessageComparison.Alignment.AUTOMATIC,
                                ENGLISH,
                                new TaskProgress())
                        .parts())
                .containsOnlyKeys(MessageComparison.Form.TEXT, MessageComparison.Form.HEX);
    }

    @Test
    void equalAndEmptyMessagesHaveNoDifferences() throws TaskProgress.CancelledException {
        for (String text : List.of("", "a", "a\nb\n", "x".repeat(1000))) {
            for (MessageComparison.Form form : List.of(MessageComparison.Form.TEXT, MessageComparison.Form.HEX)) {
                ComparedLines lines = compare(text(text), text(text), form, 40);
                assertThat(lines.differences()).isZero();
                for (int i = 0; i < lines.size(); i++) {
                    assertThat(lines.line(i).sign()).isEqualTo(ComparedLine.Sign.EQUAL);
                }
            }
        }
        assertThat(compare(text(""), text("ab"), MessageComparison.Form.HEX, 40).differences())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 40, 200})
    void theLinesOfRandomTextsAreTheTextsAndTheRestIsEqual(int width) throws TaskProgress.CancelledException {
        Random random = new Random(width);
        String[] pieces = {"a", "bc", " ", "\n", "7", "=", "温", "𝄞", "long word"};
        for (int i = 0; i < 500; i++) {
            String left = text(random, pieces);
            String right = i % 5 == 0 ? left : text(random, pieces);
            ComparedLines lines =
                    MessageComparison.texts(left, right, new TaskProgress()).lines(width);
            assertThat(joined(lines, ComparedLine::left)).isEqualTo(left.replace("\n", ""));
            assertThat(joined(lines, ComparedLine::right)).isEqualTo(right.replace("\n", ""));
            assertThat(unmarked(lines, true)).isEqualTo(unmarked(lines, false));
            int before = 0;
            for (int d = 0; d < lines.differences(); d++) {
                assertThat(lines.lineOf(d)).isBetween(before, lines.size() - 1);
                before = lines.lineOf(d);
                assertThat(lines.line(before).sign()).isNotEqualTo(ComparedLine.Sign.EQUAL);
            }
            for (int j = 0; j < lines.size(); j++) {
                assertThat(CharacterWidth.of(Objects.toString(lines.line(j).left(), "")))
                        .isLessThanOrEqualTo(width);
                assertThat(CharacterWidth.of(Objects.toString(lines.line(j).right(), "")))
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    private static String text(Random random, String... pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static String joined(ComparedLines lines, Function<ComparedLine, String> side) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(Objects.toString(side.apply(lines.line(i)), ""));
        }
        return text.toString();
    }

    private static String unmarked(ComparedLines lines, boolean isLeft) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            ComparedLine line = lines.line(i);
            String side = Objects.toString(isLeft ? line.left() : line.right(), "");
            List<ComparedLine.Mark> marks = isLeft ? line.leftMarks() : line.rightMarks();
            StringBuilder rest = new StringBuilder(side);
            for (int m = marks.size() - 1; m >= 0; m--) {
                rest.delete(marks.get(m).from(), marks.get(m).end());
            }
            text.append(rest);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 200})
    void theLinesOfRandomBytesHaveAllBytes(int width) throws TaskProgress.CancelledException {
        Random random = new Random(width);
        for (int i = 0; i < 300; i++) {
            byte[] left = new byte[random.nextInt(60)];
            byte[] right = new byte[random.nextInt(60)];
            for (byte[] side : List.of(left, right)) {
                for (int j = 0; j < side.length; j++) {
                    side[j] = (byte) random.nextInt(3);
                }
            }
            for (MessageComparison.Alignment alignment : MessageComparison.Alignment.values()) {
                ComparedLines lines = MessageComparison.of(
                                message(left), message(right), alignment, ENGLISH, new TaskProgress())
                        .parts()
                        .get(MessageComparison.Form.HEX)
                        .lines(width);
                assertThat(digits(lines, ComparedLine::left)).isEqualTo(Hex.print(left, 0, left.length));
                assertThat(digits(lines, ComparedLine::right)).isEqualTo(Hex.print(right, 0, right.length));
            }
        }
    }

    private static String digits(ComparedLines lines, Function<ComparedLine, String> side) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = side.apply(lines.line(i));
            if (line != null) {
                Matcher bytes = BYTE.matcher(line.substring(6));
                while (bytes.find()) {
                    digits.append(bytes.group().equals("--") ? "" : (digits.isEmpty() ? "" : " ") + bytes.group());
                }
            }
        }
        return digits.toString();
    }

    @Test
    void theTextOfAComparisonIsThatOfDiff() throws TaskProgress.CancelledException {
        ComparedMessage left = text("same\na 温\n");
        ComparedMessage right = text("same\nb\nmore");
        String text =
                ComparisonText.of("a message", "a message", compare(left, right, MessageComparison.Form.TEXT, 80));
        assertThat(text.lines().toList())
                .containsExactly("a message   a message", "same        same", "a 温      | b", "          > more");
    }
}
