package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.DelimiterFraming;
import dev.earshot.codec.FixedLengthFraming;
import dev.earshot.codec.Framing;
import dev.earshot.codec.FramingKind;
import dev.earshot.codec.FramingKinds;
import dev.earshot.codec.LengthFieldFraming;
import dev.earshot.codec.Problem;
import dev.earshot.codec.SilenceFraming;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.Action;
import javax.swing.JButton;
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
        choose("framingOrderBox", true);
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
    void aWaitIsProposedAppliedAndRemoved() throws Problem {
        Framing patient = Framing.parse("fixed:8 wait:1500");
        open(patient);
        click("framingApplyButton");
        assertThat(applied).containsExactly(patient);
        open(patient);
        type("framingWaitField", " ");
        press("ENTER");
        assertThat(applied).containsExactly(new FixedLengthFraming(8));
        open(new DelimiterFraming("0D0A"));
        type("framingWaitField", "300");
        press("ENTER");
        assertThat(applied).containsExactly(Framing.parse("delimiter:0D0A wait:300"));
        assertRefused(new FixedLengthFraming(16), "framingWaitField", List.of("0", "-1", "soon", "3600001"));
    }

    @Test
    void theFormFitsItsTexts() {
        open(new DelimiterFraming("0D0A"));
        int before = TestWindow.onEdt(() -> form.getPreferredSize().height);
        type("framingDelimiterField", "1G");
        press("ENTER");
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
        form = TestWindow.onEdt(() -> new FramingForm(new Words(Locale.ENGLISH), proposed, applied::add));
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
