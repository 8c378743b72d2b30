package dev.earshot.ui.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.DecimalFraming;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.FramingKinds;
import dev.earshot.codec.framing.FramingPreset;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.codec.framing.LengthBlocks;
import dev.earshot.codec.framing.LengthFieldFraming;
import dev.earshot.codec.framing.LengthForm;
import dev.earshot.codec.framing.SilenceFraming;
import dev.earshot.session.UserFramings;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the form alone, which needs no display. */
class FramingFormTest {
    @TempDir
    private Path folder;

    private final List<Framing> applied = new ArrayList<>();
    private FramingForm form;

    @BeforeAll
    static void look(@TempDir Path folder) {
        Theme.install(new Settings(folder.resolve("none")));
    }

    @Test
    void proposesAndAppliesEveryKind() {
        for (Framing framing : List.of(
                new DelimiterFraming("0D0A00"),
                new FixedLengthFraming(1 << 20),
                LengthFieldFraming.ofWhole(4, 4, true),
                new LengthFieldFraming(0, 1, false, 0),
                new LengthFieldFraming(1, 4, LengthForm.DECIMAL, 0, -1, LengthBlocks.NONE, "03"),
                new LengthFieldFraming(2, 1, LengthForm.BIG_ENDIAN, 2, -1, new LengthBlocks(5, 16, 2), ""),
                new DecimalFraming(3, "2C", -1, "0D0A"),
                new SilenceFraming(50))) {
            open(framing);
            click("framingApplyButton");
            assertThat(applied).as("unchanged").containsExactly(framing);
            assertThat(form.isDone()).isTrue();
        }
    }

    @Test
    void everyKindWithParametersProposesItsDefault() {
        for (FramingKind kind : FramingKinds.ALL) {
            if (kind.hasParameters()) {
                open(kind.defaultFraming());
                click("framingApplyButton");
                assertThat(applied).as(kind.id()).containsExactly(kind.defaultFraming());
                assertThat(said("framingAbout")).as(kind.id()).isNotBlank();
            }
        }
    }

    @Test
    void typedParametersAreApplied() {
        open(new DelimiterFraming("0D0A"));
        type("framingDelimiterField", "0a 1b");
        press("ENTER");
        assertThat(applied).containsExactly(new DelimiterFraming("0A1B"));
        open(new SilenceFraming(50));
        type("framingSilenceField", " 1500 ");
        press("ENTER");
        assertThat(applied).containsExactly(new SilenceFraming(1500));
        open(new LengthFieldFraming(0, 2, false, 0));
        type("framingOffsetField", "3");
        choose("framingSizeBox", 4);
        choose("framingOrderBox", LengthForm.LITTLE_ENDIAN);
        choose("framingCountsBox", true);
        press("ENTER");
        assertThat(applied).containsExactly(LengthFieldFraming.ofWhole(3, 4, true));
    }

    @Test
    void aWrongParameterIsReportedAtItsFieldAndNotApplied() {
        assertRefused(new DelimiterFraming("0D0A"), "framingDelimiterField", List.of("", "0x", "1G", "00".repeat(17)));
        assertRefused(
                new FixedLengthFraming(16),
                "framingLengthField",
                List.of("", "0", "-1", "67108865", "ten", "9999999999"));
        assertRefused(new LengthFieldFraming(0, 2, false, 0), "framingOffsetField", List.of("", "256", "1.5"));
        assertRefused(new SilenceFraming(50), "framingSilenceField", List.of("0", "60001", "50 ms"));
    }

    private void assertRefused(Framing proposed, String name, List<String> typed) {
        for (String text : typed) {
            open(proposed);
            type(name, text);
            press("ENTER");
            TestWindow.run(() -> {
                assertThat(outline(name)).as(text).isEqualTo("error");
                assertThat(said("framingProblem")).as(text).isNotBlank();
            });
            assertThat(applied).as(text).isEmpty();
            assertThat(form.isDone()).as(text).isFalse();
            type(name, "12");
            TestWindow.run(() -> {
                assertThat(outline(name)).as("edited").isNull();
                assertThat(said("framingProblem")).as("edited").isEmpty();
            });
        }
    }

    @Test
    void theFormFitsItsTextsAndAShortProblemMovesNoButton() {
        open(new DelimiterFraming("0D0A"));
        int before = TestWindow.onEdt(() -> form.getPreferredSize().height);
        type("framingDelimiterField", "1G");
        TestWindow.run(() -> {
            assertThat(said("framingProblem")).as("while it is typed").contains("'G'");
            assertThat(form.getPreferredSize().height).isEqualTo(before);
        });
        choose("framingKindBox", LengthFieldFraming.KIND);
        TestWindow.run(() -> {
            assertThat(form.getPreferredSize().height).isGreaterThan(before);
            assertThat(form.getSize()).isEqualTo(form.getPreferredSize());
        });
    }

    @Test
    void aDelimiterThatMayCutCharactersGivesAWarning() {
        open(new DelimiterFraming("0D0A"));
        TestWindow.run(() -> assertThat(said("framingWarning")).isEmpty());
        type("framingDelimiterField", "41");
        TestWindow.run(() -> assertThat(said("framingWarning")).contains("character"));
        type("framingDelimiterField", "4");
        TestWindow.run(() -> assertThat(said("framingWarning")).isEmpty());
        type("framingDelimiterField", "FF");
        click("framingApplyButton");
        assertThat(applied).as("warned, not refused").containsExactly(new DelimiterFraming("FF"));
    }

    @Test
    void theFieldsOfEveryKindAreApplied() throws Problem {
        fill("delimiter:0D0A", Map.of("framingDelimiterField", "\\r\\n | 0D"), "delimiter:0D0A|0D");
        fill("fixed:16", Map.of("framingLengthField", "24"), "fixed:24");
        fill("length:0,2,be", Map.of("framingOffsetField", "2", "framingAdjustmentField", "+20"), "length:2,2,be,+20");
        fill(
                "length:0,2,be",
                Map.of("framingAdjustmentField", "-1", "framingEndField", "7e"),
                "length:0,2,be,-1,end=7E");
        fill("length:1,2,be,-1,mask=07FF", Map.of("framingOffsetField", "3"), "length:3,2,be,-1,mask=07FF");
        fill(
                "decimal:20",
                Map.of("framingSeparatorField", "3A", "framingAdjustmentField", "1", "framingEndField", "2C"),
                "decimal:3A,+1,end=2C");
        fill("varint:0", Map.of("framingOffsetField", "1"), "varint:1");
        fill("marks:02..03", Map.of("framingEndField", "", "framingBeginField", "24|21"), "marks:24|21..");
        fill("marks:02..03", Map.of("framingTrailingField", "2"), "marks:02..03,+2");
        fill("blocks:0A", Map.of("framingDelimiterField", "\\r\\n"), "blocks:0D0A");
        fill("heads:68=length:1,1,be", Map.of("framingHeadsField", "10=fixed:5;*=lines"), null);
        fill(
                "heads:68=length:1,1,be",
                Map.of("framingHeadsField", "10=fixed:5;*=fixed:1"),
                "heads:10=fixed:5;*=fixed:1");
    }

    private void fill(String proposed, Map<String, String> fields, String expected) throws Problem {
        open(Framing.parse(proposed));
        fields.forEach(this::type);
        press("ENTER");
        assertThat(applied)
                .as(proposed)
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(Framing.parse(expected)));
    }

    @Test
    void sharedMarksAndEscapesAreChosen() throws Problem {
        open(Framing.parse("marks:7E..7D"));
        TestWindow.run(() -> assertThat(this.<JCheckBox>find("framingSharedBox").isEnabled())
                .as("two marks cannot be one")
                .isFalse());
        type("framingEndField", "7e");
        TestWindow.run(() -> this.<JCheckBox>find("framingSharedBox").doClick());
        choose("framingStuffingBox", "hdlc");
        assertThat(text()).isEqualTo("marks:7E..7E,shared,stuffing=hdlc");
        press("ENTER");
        assertThat(applied).containsExactly(Framing.parse("marks:7E..7E,shared,stuffing=hdlc"));
    }

    @Test
    void everyKindCanBeChosenInTheForm() {
        open(Framing.LINES);
        for (FramingKind kind : FramingKinds.ALL) {
            choose("framingKindBox", kind);
            assertThat(text()).isEqualTo(kind.defaultFraming().toString());
        }
        choose("framingKindBox", Framing.RECEIVED.kind());
        press("ENTER");
        assertThat(applied).containsExactly(Framing.RECEIVED);
    }

    @Test
    void aProtocolFillsTheFormAndIsNamedWithItsSource() throws Problem {
        open(Framing.LINES);
        for (FramingPreset preset : FramingPresets.builtIn().all()) {
            choose("framingProtocolBox", Optional.of(preset));
            assertThat(text()).as(preset.name()).isEqualTo(preset.framing().toString());
        }
        choose("framingProtocolBox", Optional.of(preset("gt06")));
        TestWindow.run(
                () -> assertThat(said("framingSource")).contains("gt06", "GT06 GPS Tracker Communication Protocol"));
        type("framingHeadsField", "7878=length:2,1,be,+2");
        TestWindow.run(() -> assertThat(said("framingSource")).doesNotContain("gt06"));
        type("framingHeadsField", text(preset("gt06").framing()));
        TestWindow.run(() -> assertThat(said("framingSource")).contains("gt06"));
        press("ENTER");
        assertThat(applied).containsExactly(preset("gt06").framing());
    }

    @Test
    void aFramingOfSeveralProtocolsNamesNoneUntilOneIsPicked() {
        open(LengthFieldFraming.KIND.defaultFraming());
        TestWindow.run(() -> assertThat(said("framingSource")).doesNotContain("writeutf"));
        choose("framingProtocolBox", Optional.of(preset("writeutf")));
        TestWindow.run(() -> assertThat(said("framingSource")).contains("writeutf"));
        choose("framingProtocolBox", Optional.empty());
        TestWindow.run(() -> assertThat(said("framingSource")).doesNotContain("writeutf"));
        assertThat(text()).isEqualTo("length:0,2,be");
    }

    @Test
    void typingAWordOfAProtocolFindsIt() {
        open(Framing.LINES);
        TestWindow.run(() -> {
            ProtocolBox box = find("framingProtocolBox");
            assertThat(box.getItemAt(box.find("GT0")).orElseThrow().name()).isEqualTo("gt06");
            assertThat(box.getItemAt(box.find("vehicle")).orElseThrow().name()).isEqualTo("jt808");
            assertThat(IntStream.range(1, box.getItemCount())
                            .mapToObj(row -> box.getItemAt(row).orElseThrow().title()))
                    .isSortedAccordingTo(Collator.getInstance(Locale.ENGLISH));
            assertThat(box.find("nothing like that")).isEqualTo(-1);
            box.selectWithKeyChar('n');
            assertThat(box.chosen().orElseThrow().name()).isEqualTo("nmea");
        });
    }

    @Test
    void aTextFillsTheFieldsAndAWrongOneIsSaidAtOnce() {
        open(Framing.LINES);
        type("framingTextField", "length:2,2,le,+20 wait:1500");
        assertThat(TestWindow.onEdt(
                        () -> this.<JTextField>find("framingAdjustmentField").getText()))
                .isEqualTo("20");
        assertThat(TestWindow.onEdt(
                        () -> this.<JTextField>find("framingWaitField").getText()))
                .isEqualTo("1500");
        type("framingTextField", "length:2,9,le");
        TestWindow.run(() -> {
            assertThat(outline("framingTextField")).isEqualTo("error");
            assertThat(said("framingProblem")).contains("from 1 to 8");
        });
        type("framingTextField", "mllp");
        TestWindow.run(() -> assertThat(said("framingProblem")).isEmpty());
        press("ENTER");
        assertThat(applied).containsExactly(preset("mllp").framing());
    }

    @Test
    void theWaitIsNeverOrASilenceAndTheDefaultIsNamed() throws Problem {
        open(Framing.LINES);
        assertThat(rendered("framingWaitBox")).contains("200 ms", "default");
        chooseIndex("framingWaitBox", 1);
        press("ENTER");
        assertThat(applied).containsExactly(Framing.parse("lines wait:never"));
        open(Framing.parse("length:0,2,be"));
        assertThat(rendered("framingWaitBox")).contains("Never", "default");
        chooseIndex("framingWaitBox", 1);
        type("framingWaitField", "2500");
        assertThat(text()).isEqualTo("length:0,2,be wait:2500");
        type("framingWaitField", "0");
        TestWindow.run(() -> {
            assertThat(outline("framingWaitField")).isEqualTo("error");
            assertThat(said("framingProblem")).contains("3600000");
        });
        type("framingWaitField", "1");
        press("ENTER");
        assertThat(applied).containsExactly(Framing.parse("length:0,2,be wait:1"));
        open(Framing.parse("modbus-rtu"));
        assertThat(rendered("framingWaitBox")).contains("500 ms (default)");
        open(Framing.LINES);
        assertThat(rendered("framingWaitBox")).contains("200 ms until a line has ended");
        open(new SilenceFraming(50));
        assertThat(TestWindow.onEdt(() -> find("framingWaitBox").getParent().isVisible()))
                .as("silence is its own wait")
                .isFalse();
    }

    @Test
    void aLineSaysHowTheSelectedRowWouldBeCut() throws Problem {
        open(Framing.parse("length:0,1,be"));
        TestWindow.run(() -> assertThat(said("framingCut")).as("not read yet").isEmpty());
        take(Optional.empty());
        TestWindow.run(() -> assertThat(said("framingCut")).contains("Select a row"));
        take(Optional.of(new byte[] {1, 9, 2, 9, 9, 0, 5, 1}));
        awaitCut("Selected row: 3 messages: 2, 3, 1 bytes; 2 bytes unfinished");
        type("framingOffsetField", "1");
        awaitCut("Selected row: No message; 8 bytes unfinished");
        type("framingOffsetField", "");
        TestWindow.run(() -> assertThat(said("framingCut")).as("no framing").isEmpty());
        choose("framingKindBox", Framing.RECEIVED.kind());
        awaitCut("Selected row: 1 message: 8 bytes");
    }

    @Test
    void theUsersProtocolsAreOfferedAndABrokenFileIsNamed() throws Exception {
        open(Framing.LINES);
        Path file = folder.resolve("framings.json");
        Files.writeString(file, """
            {"format": "earshot framings 1", "framings": [{"name": "scale", "title": "Scale", "framing": "delimiter:0D"}]}
            """);
        UserFramings users = UserFramings.load(folder);
        TestWindow.run(() -> form.take(new FramingContext(users, Optional.empty())));
        choose("framingProtocolBox", users.presets().presetOf(new DelimiterFraming("0D")));
        assertThat(text()).isEqualTo("delimiter:0D");
        Files.writeString(file, "{");
        UserFramings broken = UserFramings.load(folder);
        TestWindow.run(() -> {
            form.take(new FramingContext(broken, Optional.empty()));
            assertThat(said("framingWarning")).contains(file.toString());
        });
    }

    @Test
    void escAndCancelApplyNothing() {
        for (Runnable leave : List.<Runnable>of(() -> press("ESCAPE"), () -> click("framingCancelButton"))) {
            open(new FixedLengthFraming(16));
            type("framingLengthField", "99");
            leave.run();
            assertThat(form.isDone()).isTrue();
            assertThat(applied).isEmpty();
        }
    }

    private void open(Framing proposed) {
        applied.clear();
        form = TestWindow.onEdt(
                () -> new FramingForm(new Words(Locale.ENGLISH), proposed, FramingKind::defaultFraming, applied::add));
    }

    private static FramingPreset preset(String name) {
        return FramingPresets.builtIn().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Framing framing) {
        return framing.toString().substring(framing.kind().id().length() + 1);
    }

    private String text() {
        return TestWindow.onEdt(() -> this.<JTextField>find("framingTextField").getText());
    }

    private String rendered(String box) {
        return TestWindow.onEdt(() -> TestWindow.rendered(find(box)));
    }

    private void take(Optional<byte[]> selected) {
        TestWindow.run(() -> form.take(new FramingContext(UserFramings.load(folder), selected)));
    }

    private void awaitCut(String line) {
        await().untilAsserted(() ->
                assertThat(TestWindow.onEdt(() -> said("framingCut"))).isEqualTo(line));
    }

    private void chooseIndex(String box, int index) {
        TestWindow.run(() -> this.<JComboBox<?>>find(box).setSelectedIndex(index));
    }

    private void type(String field, String text) {
        TestWindow.run(() -> this.<JTextField>find(field).setText(text));
    }

    private void choose(String box, Object item) {
        TestWindow.run(() -> this.<JComboBox<?>>find(box).setSelectedItem(item));
    }

    private void click(String button) {
        TestWindow.run(() -> this.<JButton>find(button).doClick(0));
    }

    private void press(String key) {
        TestWindow.run(() -> {
            Object name = form.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                    .get(KeyStroke.getKeyStroke(key));
            Action action = form.getActionMap().get(name);
            action.actionPerformed(null);
        });
    }

    private Object outline(String field) {
        return this.<JTextField>find(field).getClientProperty(FlatClientProperties.OUTLINE);
    }

    private String said(String notice) {
        JTextArea text = find(notice);
        return text.getParent().isVisible() ? text.getText() : "";
    }

    private <T extends java.awt.Component> T find(String name) {
        return TestWindow.find(form, name);
    }
}
