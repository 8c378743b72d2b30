package dev.earshot.ui.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.net.address.Addresses;
import dev.earshot.session.analysis.ClientLane;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.net.Socket;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timeline shows who was connected when, and leads to rows. */
class TimelineWindowTest extends WindowTest {
    private Socket first;
    private Socket second;
    private TimelineCanvas canvas;

    @BeforeEach
    void open() throws IOException {
        int port = ui.listen();
        first = ui.connect(port);
        second = ui.connect(port);
        first.getOutputStream().write("hello\n".getBytes(UTF_8));
        await().until(() -> ui.session.log().rowCount() == 4);
        second.setSoLinger(true, 0); // closing resets the connection
        second.close();
        await().until(() -> TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getRowCount() == 5));
        TestWindow.run(() -> ui.window.workspace().windows().plots().openTimeline());
        canvas = find("timelineCanvas");
        await().until(() -> TestWindow.onEdt(() -> canvas.laneAt(2 * canvas.laneHeight()) != null));
    }

    @AfterEach
    void close() throws IOException {
        first.close();
    }

    private <T extends Component> T find(String name) {
        return TestWindow.onEdt(() -> {
            Window window = Stream.of(ui.window.getOwnedWindows())
                    .filter(PlotWindow.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            T found = TestWindow.find(window, name);
            assertThat(found).as(name).isNotNull();
            return found;
        });
    }

    private ClientLane lane(int number) {
        return TestWindow.onEdt(() -> canvas.laneAt(number * canvas.laneHeight()));
    }

    private void click(int x, int lane) {
        TestWindow.run(() -> {
            int y = lane * canvas.laneHeight() + 5;
            canvas.dispatchEvent(mouse(MouseEvent.MOUSE_MOVED, x, y, 0, MouseEvent.NOBUTTON));
            canvas.dispatchEvent(
                    mouse(MouseEvent.MOUSE_PRESSED, x, y, InputEvent.BUTTON1_DOWN_MASK, MouseEvent.BUTTON1));
            canvas.dispatchEvent(mouse(MouseEvent.MOUSE_RELEASED, x, y, 0, MouseEvent.BUTTON1));
        });
    }

    private MouseEvent mouse(int id, int x, int y, int modifiers, int button) {
        return new MouseEvent(canvas, id, 0, modifiers, x, y, 1, false, button);
    }

    private int selectedRow() {
        return TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getSelectedRow());
    }

    @Test
    void eachClientHasALaneAndAClickGoesToItsRow() {
        await().until(() -> TestWindow.onEdt(
                        () -> this.<JLabel>find("timelineStatus").getText())
                .equals("2 clients"));
        assertThat(Addresses.port(lane(1).peer().remote())).isEqualTo(first.getLocalPort());
        assertThat(lane(2).hasLeft()).isTrue();
        click(5, 1); // its name
        assertThat(selectedRow()).isEqualTo(1);
        int reset = TestWindow.onEdt(() -> (int) canvas.x(lane(2).left()));
        click(reset + 2, 2);
        assertThat(selectedRow()).isEqualTo(4);
        assertThat(TestWindow.onEdt(() -> canvas.painter().hover().what())).contains("Row 5");
    }

    @Test
    void theKeyboardIsInTheTimelineAndF9GoesToThePlot() {
        await().until(canvas::isFocusOwner);
        JTabbedPane tabs = find("plotTabs");
        TestWindow.run(() -> {
            JComponent root = ((PlotWindow) SwingUtilities.getWindowAncestor(tabs)).getRootPane();
            KeyStroke key = KeyStroke.getKeyStroke(KeyEvent.VK_F9, 0);
            Object command = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(key);
            root.getActionMap().get(command).actionPerformed(null);
            assertThat(tabs.getSelectedIndex()).isZero();
        });
        await().until(this.<JButton>find("plotAddButton")::isFocusOwner);
    }

    @Test
    void theTimelineIsThereAgainInAnotherLanguage() {
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        await().until(() -> TestWindow.onEdt(() -> Stream.of(ui.window.getOwnedWindows())
                .filter(window -> window instanceof PlotWindow && window.isShowing())
                .anyMatch(window -> ((PlotWindow) window).tab() == 1)));
    }

    @Test
    void onlyClientsOfTheTimeInViewAreShownIfWanted() {
        long left = lane(2).left();
        TestWindow.run(() -> {
            canvas.follow(false);
            canvas.showSpan(left + 1_000_000, left + 2_000_000);
            this.<JCheckBox>find("timelineInViewBox").doClick();
        });
        assertThat(Addresses.port(lane(1).peer().remote())).isEqualTo(first.getLocalPort());
        assertThat(lane(2)).isNull();
        TestWindow.run(this.<JCheckBox>find("timelineInViewBox")::doClick);
        assertThat(lane(2).hasLeft()).isTrue();
    }
}
