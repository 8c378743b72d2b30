package dev.earshot.ui.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.journal.search.TimeSpan;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that a row stays in view while it is looked at, and that an empty log says why it is empty. */
class CurrentRowTest extends WindowTest {
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(1024), UIScale.scale(640)));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void aClickedRowStaysWhereItIsAndNewRowsAreCounted() throws IOException {
        receive(0, 60);
        int top = TestWindow.onEdt(() -> log().rowAtPoint(log().getVisibleRect().getLocation()));
        int row = top + 2;
        int before = yOf(row);
        click(row);
        await().until(() -> isShowing("detailText"));
        assertThat(yOf(row)).isEqualTo(before);
        assertThat(isFollowing()).isFalse();
        receive(60, 65);
        assertThat(yOf(row)).isEqualTo(before);
        await().untilAsserted(() -> assertThat(text("newRowsButton")).isEqualTo("5 new rows below"));
        assertThat(isShowing("newRowsButton")).isTrue();
        assertThat(rowsUnderNewRowsButton()).containsExactly(lastRowInView());
        press("newRowsButton");
        assertThat(isFollowing()).isTrue();
        assertThat(isShowing("newRowsButton")).isFalse();
        assertThat(isInView(lastRow())).isTrue();
        receive(65, 70);
        assertThat(isInView(lastRow())).isTrue();
    }

    /** Returns the rows that the button covers; it leaves the beginning of their messages free. */
    private List<Integer> rowsUnderNewRowsButton() {
        return TestWindow.onEdt(() -> {
            JTable log = log();
            Component button = ui.find("newRowsButton");
            Rectangle place = SwingUtilities.convertRectangle(button.getParent(), button.getBounds(), log);
            Rectangle message = log.getCellRect(0, log.getColumnCount() - 1, true);
            assertThat(place.x).isGreaterThan(message.x + message.width / 2);
            assertThat(place.x + place.width).isLessThanOrEqualTo(log.getVisibleRect().width);
            int first = log.rowAtPoint(place.getLocation());
            int last = log.rowAtPoint(new Point(place.x, place.y + place.height - 1));
            return IntStream.rangeClosed(first, last).boxed().toList();
        });
    }

    private int lastRowInView() {
        return TestWindow.onEdt(() -> {
            Rectangle view = log().getVisibleRect();
            return log().rowAtPoint(new Point(0, view.y + view.height - 1));
        });
    }

    @Test
    void aRowThatTheDetailWouldCoverIsTheLastInView() throws IOException {
        receive(0, 60);
        click(lastRow());
        await().until(() -> isShowing("detailText"));
        assertThat(isInView(lastRow())).isTrue();
        receive(60, 61);
        assertThat(isInView(lastRow())).isFalse();
    }

    @Test
    void theRowStaysInViewWhenTheWindowBecameLarger() throws IOException {
        receive(0, 16);
        int row = lastRow() - 3;
        click(row);
        await().until(() -> isShowing("detailText"));
        await().until(this::isDetailInPlace);
        assertThat(isInView(0)).as("all rows").isFalse();
        TestWindow.run(() -> {
            ui.window.setSize(UIScale.scale(1024), UIScale.scale(900));
            ui.window.validate();
        });
        await().until(() -> isInView(0));
        assertThat(isFollowing()).isFalse();
        receive(16, 80);
        assertThat(isInView(row)).isTrue();
    }

    @Test
    void leavingTheRowFollowsAgain() throws IOException {
        receive(0, 60);
        click(lastRow() - 1);
        receive(60, 70);
        assertThat(isFollowing()).isFalse();
        type("messageLog", KeyEvent.VK_ESCAPE);
        assertThat(isFollowing()).isTrue();
        assertThat(isInView(lastRow())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1024,640", "1100,720", "1400,1000"})
    void theDetailLeavesTheLogMostRowsAndDoesNotCreep(int width, int height) throws IOException {
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(width), UIScale.scale(height)));
        receive(0, 60);
        click(lastRow() - 1);
        await().until(() -> isShowing("detailText"));
        await().until(this::isDetailInPlace);
        int top = topOfDetail();
        int rows = TestWindow.onEdt(() -> log().getVisibleRect().height / log().getRowHeight());
        int detail = TestWindow.onEdt(() -> ui.find("detailText").getParent().getHeight() / log().getRowHeight());
        assertThat(rows)
                .as("rows beside %s of the detail", detail)
                .isGreaterThanOrEqualTo(8)
                .isGreaterThan(detail);
        for (int i = 0; i < 4; i++) {
            TestWindow.run(() -> bar().span(new TimeSpan(0, Long.MAX_VALUE)));
            TestWindow.run(() -> ui.window.validate());
            TestWindow.run(() -> {});
            press("spanClearButton");
            TestWindow.run(() -> {});
        }
        assertThat(topOfDetail()).isEqualTo(top);
        type("messageLog", KeyEvent.VK_ESCAPE);
        click(lastRow() - 1);
        await().until(() -> isShowing("detailText"));
        await().until(this::isDetailInPlace);
        assertThat(topOfDetail()).isEqualTo(top);
        assertThat(TestWindow.onEdt(() -> ui.window.tabs().selected().settings().get(WindowKeys.DETAIL_HEIGHT)))
                .as("kept without having been dragged")
                .isEqualTo(WindowKeys.DETAIL_HEIGHT.fallback());
    }

    @Test
    void aWindowThatIsTooLowForTheDetailSaysSo() throws IOException {
        receive(0, 3);
        TestWindow.run(() -> ui.window.setSize(720, 480));
        await().until(() -> TestWindow.onEdt(() -> ui.window.workspace().getHeight() < 480));
        assertThat(TestWindow.onEdt(() -> ui.find("filterField").getWidth()))
                .as("room for the filter")
                .isGreaterThanOrEqualTo(UIScale.scale(100));
        click(lastRow());
        type("messageLog", KeyEvent.VK_ENTER);
        await().untilAsserted(() -> assertThat(text("statusMessage")).isEqualTo("No room here for the detail"));
    }

    /** Whether a further layout leaves the detail where it is: it is made, then placed, when a row is first shown. */
    private boolean isDetailInPlace() {
        int before = topOfDetail();
        TestWindow.run(() -> ui.window.validate());
        TestWindow.run(() -> {});
        return topOfDetail() == before;
    }

    private int topOfDetail() {
        return TestWindow.onEdt(() -> {
            ui.window.validate();
            Component detail = ui.find("detailHeader");
            return SwingUtilities.convertPoint(detail, new Point(), ui.window).y;
        });
    }

    @Test
    void anEmptyLogSaysWhyAndHelps() throws IOException {
        receive(0, 3);
        TestWindow.run(() -> ui.<JTextField>find("filterField").setText("nowhere"));
        await().untilAsserted(() -> assertThat(text("emptyRowsWhy")).isEqualTo("No row contains nowhere"));
        assertThat(isShowing("emptyRowsWhy")).isTrue();
        TestWindow.run(() -> ui.<JTextField>find("filterField").setText("/a(/"));
        await().untilAsserted(() ->
                assertThat(text("emptyRowsWhy")).startsWith("The regular expression is wrong at position"));
        press("emptyRowsLink");
        await().until(() -> !isShowing("emptyRowsWhy"));
        press("showNotedButton");
        await().untilAsserted(() -> assertThat(text("emptyRowsWhy")).isEqualTo("No row here has a note"));
        press("emptyRowsLink");
        await().until(() -> !isShowing("emptyRowsWhy"));
        assertThat(ui.messages()).contains("line 0", "line 1", "line 2");
        TestWindow.run(() -> ui.<JTextField>find("filterField").setText("/lin[e"));
        await().untilAsserted(
                        () -> assertThat(text("emptyRowsWhy")).startsWith("No row contains /lin[e. Type another /"));
        press("emptyRowsLink");
        for (String kind : List.of("showReceivedButton", "showSentButton", "showEventsButton")) {
            press(kind);
        }
        await().untilAsserted(() -> assertThat(text("emptyRowsLink")).isEqualTo("Show all kinds of rows"));
        press("emptyRowsLink");
        await().until(() -> ui.messages().contains("line 2"));
        assertThat(isShowing("emptyRowsLink")).isFalse();
    }

    @Test
    void clearingHoldsOverALanguageAndIsUndone() throws IOException {
        receive(0, 3);
        press("clearButton");
        assertThat(ui.messages()).isEmpty();
        await().until(() -> isShowing("emptyRowsLink"));
        assertThat(text("emptyRowsLink")).isEqualTo("Show the 5 rows again");
        receive(3, 4);
        assertThat(isShowing("emptyRowsLink")).isFalse();
        for (Settings.Language language : List.of(Settings.Language.ZH, Settings.Language.EN)) {
            TestWindow.run(() -> ui.window.language(language));
            TestWindow.run(() -> ui.window.workspace().refresh());
            assertThat(ui.messages()).as(language.name()).containsExactly("line 3");
        }
        TestWindow.run(() -> ui.window.workspace().logCommands().undoClear());
        assertThat(ui.messages()).hasSize(6).contains("line 0", "line 3");
        TestWindow.run(() -> ui.window.workspace().logCommands().undoClear());
        assertThat(text("statusMessage")).isEqualTo("Nothing was cleared");
    }

    @Test
    void anotherLanguageKeepsTheSelectedRowInView() throws IOException {
        receive(0, 60);
        int row = TestWindow.onEdt(() -> log().rowAtPoint(log().getVisibleRect().getLocation())) + 3;
        click(row);
        TestWindow.run(() -> {});
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        await().until(() -> isShowing("detailText"));
        assertThat(TestWindow.onEdt(() -> log().getSelectedRow())).isEqualTo(row);
        assertThat(isInView(row)).isTrue();
        assertThat(isFollowing()).isFalse();
    }

    private void receive(int from, int to) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("line ").append(i).append('\n');
        }
        client.getOutputStream().write(lines.toString().getBytes(US_ASCII));
        String last = "line " + (to - 1);
        await().until(() -> TestWindow.onEdt(() -> {
            List<String> all = TestWindow.messages(log());
            return !all.isEmpty() && all.get(all.size() - 1).equals(last);
        }));
        TestWindow.run(() -> ui.window.workspace().refresh());
        TestWindow.run(() -> ui.window.validate());
    }

    private FilterBar bar() {
        return (FilterBar) SwingUtilities.getAncestorOfClass(FilterBar.class, ui.find("filterField"));
    }

    private JTable log() {
        return ui.find("messageLog");
    }

    private int lastRow() {
        return TestWindow.onEdt(() -> log().getRowCount() - 1);
    }

    private int yOf(int row) {
        return TestWindow.onEdt(() -> {
            ui.window.validate();
            Rectangle cell = log().getCellRect(row, 0, true);
            return SwingUtilities.convertPoint(log(), cell.getLocation(), ui.window).y;
        });
    }

    private boolean isInView(int row) {
        return TestWindow.onEdt(() -> {
            ui.window.validate();
            return log().getVisibleRect().contains(log().getCellRect(row, 0, true));
        });
    }

    private void click(int row) {
        TestWindow.run(() -> {
            Rectangle cell = log().getCellRect(row, 4, true);
            Point at = new Point(cell.x + 20, (int) cell.getCenterY());
            for (int id : new int[] {MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED}) {
                int held = id == MouseEvent.MOUSE_PRESSED ? MouseEvent.BUTTON1_DOWN_MASK : 0;
                log().dispatchEvent(new MouseEvent(log(), id, 0, held, at.x, at.y, 1, false, MouseEvent.BUTTON1));
            }
        });
        TestWindow.run(() -> {}); // what was put off
    }

    private void type(String name, int key) {
        TestWindow.run(() -> ui.<Component>find(name).requestFocusInWindow());
        await().until(() -> ui.find(name).isFocusOwner());
        TestWindow.run(() -> ui.find(name)
                .dispatchEvent(new KeyEvent(ui.find(name), KeyEvent.KEY_PRESSED, 0, 0, key, KeyEvent.CHAR_UNDEFINED)));
        TestWindow.run(() -> ui.window.validate());
    }

    private void press(String button) {
        TestWindow.run(() -> ui.<AbstractButton>find(button).doClick(0));
        TestWindow.run(() -> ui.window.workspace().refresh());
        TestWindow.run(() -> ui.window.validate());
    }

    private boolean isFollowing() {
        return TestWindow.onEdt(() -> ui.<AbstractButton>find("followButton").isSelected());
    }

    private boolean isShowing(String name) {
        return TestWindow.onEdt(() -> ui.find(name).isShowing());
    }

    private String text(String name) {
        return TestWindow.onEdt(() -> {
            Component part = ui.find(name);
            return part instanceof JLabel label ? label.getText() : ((AbstractButton) part).getText();
        });
    }
}
