package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.util.Objects;
import java.util.stream.Stream;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that a person sees where the keyboard is, and that figures and selections have a fixed place. */
class VisibleFocusTest extends WindowTest {
    private int port;

    @BeforeEach
    void open() throws IOException {
        port = ui.listen();
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(1100), UIScale.scale(720)));
    }

    @Test
    void theLogAndSendShowThatTheyHaveTheKeyboard() throws IOException {
        try (Socket client = ui.connect(port)) {
            await().until(() -> ui.find("messageLog").isShowing());
            TestWindow.run(() -> ui.window.workspace().refreshClients());
            Color accent = TestWindow.onEdt(() -> UIManager.getColor("Component.focusColor"));
            focus("sendBox");
            assertThat(colorLeftOf("messageLog")).isNotEqualTo(accent);
            assertThat(colorIn("sendButton", 2)).isEqualTo(colorIn("sendButton", 10));
            focus("messageLog");
            assertThat(colorLeftOf("messageLog")).isEqualTo(accent);
            focus("sendButton");
            assertThat(colorIn("sendButton", 2)).isEqualTo(Color.WHITE);
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void plotTimelineAndStatisticsShowThatTheyHaveTheKeyboard() throws IOException {
        try (Socket client = ui.connect(port)) {
            await().until(() -> ui.find("messageLog").isShowing());
            TestWindow.run(() -> ui.window.workspace().windows().plots().openPlot());
            assertFocusIsSeen("plotCanvas", 0, "plotTabs");
            assertFocusIsSeen("plotSeriesList", -1, "plotTabs");
            TestWindow.run(inOtherWindow("plotTabs")::requestFocusInWindow);
            await().until(inOtherWindow("plotTabs")::isFocusOwner);
            Component list = inOtherWindow("plotSeriesList");
            Window plots = SwingUtilities.getWindowAncestor(list);
            assertThat(TestWindow.onEdt(() -> colorAt(plots, list, -1, 3)))
                    .as("no frame without the keyboard")
                    .isEqualTo(TestWindow.onEdt(() -> colorAt(plots, list, 1, list.getHeight() - 3)));
            TestWindow.run(() -> ui.window.workspace().windows().plots().openTimeline());
            assertFocusIsSeen("timelineCanvas", -1, "plotTabs");
            TestWindow.run(() -> ui.window.workspace().windows().openStatistics());
            assertFocusIsSeen("statistics.traffic", -1, "statisticsTabs");
            assertThat(client.isConnected()).isTrue();
        }
    }

    private void assertFocusIsSeen(String name, int x, String before) {
        await().until(() -> TestWindow.onEdt(
                () -> inOtherWindow(name) != null && inOtherWindow(name).isShowing()));
        Component component = TestWindow.onEdt(() -> inOtherWindow(name));
        Window window = SwingUtilities.getWindowAncestor(component);
        Color accent = TestWindow.onEdt(() -> UIManager.getColor("Component.focusColor"));
        TestWindow.run(inOtherWindow(before)::requestFocusInWindow);
        await().until(inOtherWindow(before)::isFocusOwner);
        assertThat(TestWindow.onEdt(() -> colorAt(window, component, x, 3))).isNotEqualTo(accent);
        TestWindow.run(component::requestFocusInWindow);
        await().until(component::isFocusOwner);
        assertThat(TestWindow.onEdt(() -> colorAt(window, component, x, 3)))
                .as(name)
                .isEqualTo(accent);
    }

    private Component inOtherWindow(String name) {
        return Stream.of(ui.window.getOwnedWindows())
                .filter(Window::isShowing)
                .<Component>map(window -> TestWindow.find(window, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Test
    void theSelectedClientReachesTheLineBesideTheList() throws IOException {
        try (Socket client = ui.connect(port)) {
            TestWindow.run(() -> ui.window.workspace().refreshClients());
            focus("clientList");
            TestWindow.run(() -> {});
            JList<?> list = ui.find("clientList");
            Color selected = TestWindow.onEdt(list::getSelectionBackground);
            for (int beyond = -2; beyond < UIScale.scale(4); beyond++) {
                int x = beyond;
                assertThat(TestWindow.onEdt(() -> colorAt(list, list.getWidth() + x, 3)))
                        .as("%s pixels beside the list", beyond)
                        .isEqualTo(selected);
            }
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void theListOfClientsShowsThatItHasTheKeyboard() throws IOException {
        try (Socket client = ui.connect(port)) {
            TestWindow.run(() -> ui.window.workspace().refreshClients());
            Color accent = TestWindow.onEdt(() -> UIManager.getColor("Component.focusColor"));
            focus("sendBox");
            assertThat(TestWindow.onEdt(() -> colorAt(ui.find("clientList"), 1, 3)))
                    .isNotEqualTo(accent);
            focus("clientList");
            assertThat(TestWindow.onEdt(() -> colorAt(ui.find("clientList"), 1, 3)))
                    .isEqualTo(accent);
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void theFiguresDoNotMoveWithTheNumberOfClients() throws IOException {
        TestWindow.run(() -> ui.window.workspace().refreshClients());
        int none = xOf("statusReceived");
        try (Socket first = ui.connect(port)) {
            TestWindow.run(() -> ui.window.workspace().refreshClients());
            assertThat(xOf("statusReceived")).isEqualTo(none);
            try (Socket second = ui.connect(port)) {
                TestWindow.run(() -> ui.window.workspace().refreshClients());
                assertThat(xOf("statusReceived")).isEqualTo(none);
                assertThat(first.isConnected() && second.isConnected()).isTrue();
            }
        }
    }

    private void focus(String name) {
        TestWindow.run(() -> ui.find(name).requestFocusInWindow());
        await().until(() -> ui.find(name).isFocusOwner());
    }

    private int xOf(String name) {
        return TestWindow.onEdt(() -> {
            ui.window.validate();
            return ui.find(name).getX();
        });
    }

    private Color colorLeftOf(String name) {
        return TestWindow.onEdt(() -> {
            Component table = ui.find(name);
            return colorAt(table, -1, 3);
        });
    }

    private Color colorIn(String name, int x) {
        return TestWindow.onEdt(() -> colorAt(ui.find(name), x, ui.find(name).getHeight() / 2));
    }

    /** Paints the window and returns the colour at a point of a component, or beside it. */
    private Color colorAt(Component of, int x, int y) {
        return colorAt(ui.window, of, x, y);
    }

    private static Color colorAt(Window window, Component of, int x, int y) {
        window.validate();
        Point at = SwingUtilities.convertPoint(of, x, y, window);
        BufferedImage image = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
        window.paint(image.getGraphics());
        return new Color(image.getRGB(at.x, at.y));
    }
}
