package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.journal.RowReader;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.parts.TimeFormat;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests going to a row or a time, and showing only a span of time. */
class GoToWindowTest extends WindowTest {
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void goesToARowByItsNumber() throws IOException {
        receive("line\n".repeat(2000), 2002);
        goTo("1,234");
        await().untilAsserted(() -> assertThat(lead()).isEqualTo(1233));
        assertThat(status()).isEqualTo("Row 1,234 of 2,002");
        TestWindow.run(() -> {
            JTable log = ui.find("messageLog");
            assertThat(log.getVisibleRect()).matches(seen -> seen.intersects(log.getCellRect(1233, 0, true)));
            assertThat(TestWindow.<JTextField>find(ui.window, "goToField")).isNull();
            assertThat(ui.<AbstractButton>find("followButton").isSelected()).isFalse();
        });
    }

    @Test
    void aMissingRowIsReportedAtTheField() throws IOException {
        receive("line\n", 3);
        goTo("4");
        await().untilAsserted(() ->
                assertThat(text("goToProblem")).isEqualTo("There is no row 4: the log has the rows 1 to 3."));
        TestWindow.run(() -> {
            JTextField field = ui.find("goToField");
            assertThat(field.getClientProperty(FlatClientProperties.OUTLINE)).isEqualTo("error");
            field.setText("soon");
            assertThat(field.getClientProperty(FlatClientProperties.OUTLINE)).isNull();
            ui.<JButton>find("goToButton").doClick();
        });
        await().untilAsserted(() -> assertThat(text("goToProblem")).startsWith("'soon' is no time."));
    }

    @Test
    void goesToATimeAndReportsATimeBehindTheLastRow() throws IOException {
        receive("before\n", 3);
        await().until(() -> System.currentTimeMillis() * 1_000_000 > ended(2) + 60_000_000);
        receive("after\n", 4);
        goTo(TimeFormat.dateAndTime(ended(2) + 20_000_000));
        await().untilAsserted(() -> assertThat(lead()).isEqualTo(3));
        assertThat(status()).isEqualTo("Row 4 of 4");
        goTo("-1h");
        await().untilAsserted(() -> assertThat(lead()).isEqualTo(0));
        goTo(TimeFormat.dateAndTime(ended(3) + 3_600_000_000_000L));
        await().untilAsserted(() ->
                assertThat(status()).isEqualTo("The log ends before that time; this is its last row, 4."));
        assertThat(lead()).isEqualTo(3);
    }

    @Test
    void withAFilterGoesToTheNearestShownRowAndNamesIt() throws IOException {
        receive("miss\nmiss\nhit\nmiss\nhit\nmiss\n", 8);
        TestWindow.run(() -> ui.<JTextField>find("filterField").setText("hit"));
        await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("hit", "hit"));
        goTo("6");
        await().untilAsserted(() -> assertThat(lead()).isEqualTo(1));
        assertThat(status()).isEqualTo("Row 6 is not shown now; this is row 7, the nearest.");
        goTo("8");
        await().untilAsserted(
                        () -> assertThat(status()).isEqualTo("Row 8 is not shown now; this is row 7, the nearest."));
        goTo("5");
        await().untilAsserted(() -> assertThat(status()).isEqualTo("Row 5 of 8"));
        assertThat(lead()).isZero();
    }

    @Test
    void aSpanOfTimeIsAppliedShownAndClearedWithOneClick() throws IOException {
        receive("before\n", 3);
        await().until(() -> System.currentTimeMillis() * 1_000_000 > ended(2) + 60_000_000);
        receive("after\n", 4);
        String border = TimeFormat.dateAndTime(ended(2) + 20_000_000);
        openSpan();
        TestWindow.run(() -> {
            ui.<JTextField>find("spanFromField").setText(border);
            ui.<JButton>find("spanApplyButton").doClick();
        });
        await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("after"));
        assertThat(label("spanLabel")).isEqualTo(border + " until the end");
        receive("and after\n", 5);
        await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("after", "and after"));
        TestWindow.run(() -> ui.<JButton>find("spanClearButton").doClick());
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(5));
        TestWindow.run(() -> assertThat(ui.find("spanLabel").isShowing()).isFalse());
        openSpan();
        TestWindow.run(() -> {
            ui.<JTextField>find("spanUntilField").setText(border);
            ui.<JButton>find("spanApplyButton").doClick();
        });
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(3).contains("before"));
        press("filterField", "ESCAPE");
        assertThat(ui.messages()).hasSize(3);
    }

    @Test
    void aSpanCanBeginOrEndWithTheSelectedRow() throws IOException {
        receive("one\n", 3);
        receive("two\n", 4);
        receive("three\n", 5);
        TestWindow.run(() -> ui.<JTable>find("messageLog").setRowSelectionInterval(3, 3));
        openSpan();
        TestWindow.run(() -> ui.<JButton>find("spanSelectedUntilButton").doClick());
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(4).endsWith("two"));
        openSpan();
        TestWindow.run(() -> ui.<JButton>find("spanSelectedFromButton").doClick());
        await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("two", "three"));
        openSpan();
        TestWindow.run(() -> ui.<JButton>find("spanMinuteButton").doClick());
        await().untilAsserted(() -> assertThat(ui.messages()).contains("one", "two", "three"));
    }

    @Test
    void aWrongTimeIsReportedAtItsFieldAndNotApplied() throws IOException {
        receive("one\n", 3);
        openSpan();
        TestWindow.run(() -> {
            ui.<JTextField>find("spanUntilField").setText("25:00");
            ui.<JButton>find("spanApplyButton").doClick();
        });
        await().untilAsserted(() -> assertThat(text("spanProblem")).startsWith("'25:00' is no time."));
        TestWindow.run(() -> {
            assertThat(outline("spanFromField")).isNull();
            assertThat(outline("spanUntilField")).isEqualTo("error");
            ui.<JTextField>find("spanFromField").setText("-1m");
            ui.<JTextField>find("spanUntilField").setText("-2m");
            ui.<JButton>find("spanApplyButton").doClick();
        });
        await().untilAsserted(() ->
                assertThat(text("spanProblem")).isEqualTo("The time under Until is not later than that under From."));
        assertThat(ui.session.log().filtered().filter().span()).isNull();
        press("spanForm", "ESCAPE");
        TestWindow.run(() ->
                assertThat(TestWindow.<JComponent>find(ui.window, "spanForm")).isNull());
    }

    @Test
    void aFormClosesWhenItLosesTheFocus() throws IOException {
        receive("one\n", 3);
        openSpan();
        await().until(() -> TestWindow.onEdt(() -> ui.find("spanFromField").isFocusOwner()));
        TestWindow.run(() -> ui.find("spanUntilField").requestFocusInWindow());
        await().until(() -> TestWindow.onEdt(() -> ui.find("spanUntilField").isFocusOwner()));
        TestWindow.run(() -> ui.find("filterField").requestFocusInWindow());
        await().untilAsserted(() -> TestWindow.run(() ->
                assertThat(TestWindow.<JComponent>find(ui.window, "spanForm")).isNull()));
        TestWindow.run(() -> assertThat(ui.find("filterField").isFocusOwner()).isTrue());
    }

    private Object outline(String field) {
        return ui.<JTextField>find(field).getClientProperty(FlatClientProperties.OUTLINE);
    }

    private void openSpan() {
        TestWindow.run(() -> ui.<JButton>find("spanButton").doClick());
    }

    private void goTo(String typed) {
        TestWindow.run(() -> {
            ui.window.workspace().logCommands().openGoTo();
            ui.<JTextField>find("goToField").setText(typed);
        });
        press("goToForm", "ENTER");
    }

    private void press(String name, String key) {
        TestWindow.run(() -> {
            JComponent part = ui.find(name);
            Object action = part.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(key));
            if (action == null) {
                action = part.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                        .get(KeyStroke.getKeyStroke(key));
            }
            part.getActionMap().get(action).actionPerformed(new ActionEvent(part, ActionEvent.ACTION_PERFORMED, key));
        });
    }

    private void receive(String text, int rows) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        await().until(() -> ui.session.log().rowCount() == rows);
        TestWindow.run(() -> ui.window.workspace().refresh());
    }

    private long ended(long row) throws IOException {
        try (RowReader rows = ui.session.log().reader()) {
            return rows.endedAt(row);
        }
    }

    private int lead() {
        return TestWindow.onEdt(
                () -> ui.<JTable>find("messageLog").getSelectionModel().getLeadSelectionIndex());
    }

    private String status() {
        return label("statusMessage");
    }

    private String label(String name) {
        return TestWindow.onEdt(() -> ui.<JLabel>find(name).getText());
    }

    private String text(String name) {
        return TestWindow.onEdt(() -> ui.<JTextArea>find(name).getText());
    }
}
