package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.PlotSetup;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.Lamp;
import dev.earshot.ui.parts.Theme;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

class TabsTest extends WindowTest {
    private static final Behaviour ECHO = Behaviour.NONE.with(new EchoAnswer());
    private static final Set<String> THREADS_OF_PLOTS = Set.of("plot", "timeline");

    private Tabs tabs() {
        return ui.window.tabs();
    }

    private TabStrip strip() {
        return ui.find("tabs");
    }

    private SessionTab tab(int index) {
        return TestWindow.onEdt(() -> tabs().all().get(index));
    }

    private List<String> titles() {
        return TestWindow.onEdt(() -> tabs().all().stream()
                .map(tab -> strip().getTitleAt(strip().indexOfComponent(tab)))
                .toList());
    }

    /** Opens a tab by this command, and waits until it can be used. */
    private SessionTab another(Runnable command) {
        TestWindow.run(command);
        SessionTab tab = TestWindow.onEdt(tabs()::selected);
        await().until(() -> TestWindow.onEdt(() -> tab.workspace() != null));
        return tab;
    }

    private static int listen(SessionTab tab) throws Exception {
        tab.session().listen(ListenAddress.parse("127.0.0.1", "0"));
        await().until(() -> tab.status().state() == Status.State.OPEN);
        return Integer.parseInt(TestWindow.onEdt(tab::port));
    }

    private static Socket connect(SessionTab tab, int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        await().until(() -> tab.session().clients().presentCount() == 1);
        return socket;
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> messages(Container tab) {
        return TestWindow.onEdt(() -> TestWindow.messages(TestWindow.<JTable>find(tab, "messageLog")));
    }

    private TabLabel label(int index) {
        return TestWindow.onEdt(() -> (TabLabel) strip().getTabComponentAt(index));
    }

    private boolean marked(int index) {
        return TestWindow.onEdt(label(index)::news);
    }

    @Test
    void twoTabsListenAndTheHiddenOneIsMarkedWhenItReceives() throws Exception {
        int first = listen(tab(0));
        int second = listen(another(tabs()::newTab));
        try (Socket one = connect(tab(0), first);
                Socket other = connect(tab(1), second)) {
            await().until(() -> marked(0)); // somebody has come
            TestWindow.run(() -> tabs().next(1));
            await().until(() -> !marked(0));
            write(other, "in the second\n");
            await().until(() -> marked(1));
            write(one, "in the first\n");
            await().untilAsserted(() -> assertThat(messages(tab(0))).contains("in the first"));
            assertThat(marked(0)).isFalse();
            TestWindow.run(() -> tabs().next(1));
            assertThat(messages(tab(1))).contains("in the second").doesNotContain("in the first");
            await().until(() -> !marked(1));
        }
    }

    @Test
    void aHiddenLogIsNotReadUntilItIsShown() throws Exception {
        int port = listen(tab(0));
        another(tabs()::newTab);
        try (Socket client = connect(tab(0), port)) {
            write(client, "unseen\n");
            await().until(() -> marked(0) && tab(0).session().log().rowCount() >= 3);
            assertThat(messages(tab(0))).doesNotContain("connected", "unseen");
            TestWindow.run(() -> tabs().next(-1));
            assertThat(messages(tab(0))).contains("unseen");
        }
    }

    @Test
    void aRefreshThatWasRequestedDoesNotReadALogThatIsHiddenMeanwhile() throws Exception {
        int port = listen(tab(0));
        Session session = tab(0).session();
        try (Socket client = connect(tab(0), port)) {
            await().until(() -> messages(tab(0)).contains("connected"));
            ui.mayBegin = new CountDownLatch(1);
            CountDownLatch rested = new CountDownLatch(1);
            TestWindow.onEdt(() -> {
                write(client, "unseen\n");
                await().until(() -> session.log().rowCount() >= 3);
                tabs().newTab();
                Timer later = new Timer(100, e -> rested.countDown()); // longer than the longest pause of a refresh
                later.setRepeats(false);
                later.start();
                return null;
            });
            rested.await();
            assertThat(messages(tab(0))).doesNotContain("unseen");
        } finally {
            ui.mayBegin.countDown();
        }
    }

    @Test
    void aSingleTabHasNoStripAndTabsNameTheirEndpoint() throws Exception {
        assertThat(TestWindow.onEdt(() -> tab(0).getY())).isZero();
        TestWindow.run(() -> ui.<JTextComponent>find("portField").setText("8080"));
        another(tabs()::newTab);
        another(() -> tabs().duplicate(tab(0)));
        assertThat(titles()).containsExactly("TCP Server :8080", "TCP Server :8082", "TCP Server :8081");
        await().until(() -> ui.find("newTabButton").isShowing());
        await().until(() -> TestWindow.onEdt(() -> tabs().selected().getY()) > 0);
        int port = listen(tab(1));
        await().untilAsserted(() -> assertThat(titles()).contains("TCP Server :" + port));
        assertThat(TestWindow.onEdt(label(1)::lamp)).isEqualTo(Lamp.OPEN);
        assertThat(TestWindow.onEdt(label(0)::lamp)).isEqualTo(Lamp.CLOSED);
    }

    @Test
    void aDuplicateHasTheSettingsOfItsOriginalAndIsIndependent() {
        TestWindow.run(() -> {
            tab(0).settings().put(Settings.FRAMING, Framing.RECEIVED);
            tab(0).settings().put(Settings.NAME, "Boiler");
            tab(0).session().replies().setBehaviour(ECHO);
        });
        SessionTab copy = another(() -> tabs().duplicate(tab(0)));
        assertThat(copy.session().log().framing().current()).isEqualTo(Framing.RECEIVED);
        await().untilAsserted(
                        () -> assertThat(copy.session().replies().behaviour()).isEqualTo(ECHO));
        assertThat(titles().get(1)).isEqualTo("TCP Server :8081");
        TestWindow.run(() -> copy.settings().put(Settings.FRAMING, Framing.LINES));
        assertThat(tab(0).settings().get(Settings.FRAMING)).isEqualTo(Framing.RECEIVED);
    }

    @Test
    void closingAsksOnlyWhileAClientIsConnected() throws Exception {
        SessionTab quiet = another(tabs()::newTab);
        listen(quiet);
        TestWindow.run(() -> tabs().close(quiet));
        assertThat(titles()).hasSize(1);

        SessionTab used = another(tabs()::newTab);
        try (Socket client = connect(used, listen(used))) {
            EventQueue.invokeLater(() -> tabs().close(used));
            answer("Cancel");
            assertThat(titles()).hasSize(2);
            EventQueue.invokeLater(() -> tabs().close(used));
            answer("Close tab");
            await().untilAsserted(() -> assertThat(titles()).hasSize(1));
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(used.session().log().capture()).exists();
        await().until(() -> TestWindow.onEdt(() -> tab(0).getY()) == 0);
        TestWindow.run(() -> tabs().close(tab(0)));
        assertThat(titles()).as("the last one is the window").hasSize(1);
    }

    @Test
    void theWindowsOfATabAndTheirThreadsEndWithIt() {
        SessionTab other = another(tabs()::newTab);
        TestWindow.run(() -> {
            other.settings().put(Settings.PLOTS, PlotSetup.parse("each received left field temp"));
            other.workspace().windows().plots().openTimeline();
            other.workspace().windows().plots().openPlot();
            other.workspace().windows().openStatistics();
        });
        await().until(() -> threads().containsAll(THREADS_OF_PLOTS));
        assertThat(ownedWindows()).isEqualTo(2);
        TestWindow.run(() -> tabs().close(other));
        assertThat(ownedWindows()).isZero();
        await().until(() -> threads().stream().noneMatch(THREADS_OF_PLOTS::contains));
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }

    private long ownedWindows() {
        return TestWindow.onEdt(() -> Stream.of(ui.window.getOwnedWindows())
                .filter(window -> window instanceof JDialog && window.isDisplayable())
                .count());
    }

    private static void answer(String button) {
        await().until(() -> TestWindow.onEdt(TabsTest::dialog) != null);
        TestWindow.run(() -> press(dialog(), button));
        await().until(() -> TestWindow.onEdt(TabsTest::dialog) == null);
    }

    private static JDialog dialog() {
        for (Window window : Window.getWindows()) {
            if (window instanceof JDialog dialog && dialog.isShowing()) {
                return dialog;
            }
        }
        return null;
    }

    private static boolean press(Container in, String text) {
        for (Component child : in.getComponents()) {
            if (child instanceof JButton button && text.equals(button.getText())) {
                button.doClick();
                return true;
            } else if (child instanceof Container container && press(container, text)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theNextStartRestoresTheOrderAndOpensTabsThatListen() throws Exception {
        SessionTab second = another(tabs()::newTab);
        SessionTab third = another(tabs()::newTab);
        TestWindow.run(() -> {
            second.settings().put(Settings.NAME, "Boiler");
            TestWindow.<JTextComponent>find(second, "portField").setText("9123");
            TestWindow.<JTextComponent>find(third, "portField").setText("0");
            tabs().listenAtStart(third, true);
            strip().move(third, 0);
            tabs().next(1);
        });
        listen(second);
        ui.close();
        ui = new TestWindow(folder);
        assertThat(titles()).containsSubsequence("TCP Server :8080", "Boiler").hasSize(3);
        assertThat(TestWindow.onEdt(tabs()::selected).number()).isEqualTo(1);
        await().until(() -> tab(0).status().state() == Status.State.OPEN);
        assertThat(TestWindow.onEdt(label(2)::lamp)).isEqualTo(Lamp.CLOSED);
        TestWindow.run(() -> tabs().next(1));
        await().until(() -> TestWindow.onEdt(() -> tab(2).workspace() != null));
        assertThat(TestWindow.onEdt(() ->
                        TestWindow.<JTextComponent>find(tab(2), "portField").getText()))
                .isEqualTo("9123");
        assertThat(tab(2).status().state()).isEqualTo(Status.State.CLOSED);
    }

    @Test
    void eachTabKeepsItsOwnAnswerForTheNextStart() throws Exception {
        SessionTab second = another(tabs()::newTab);
        TestWindow.run(() -> {
            second.workspace().setBehaviour(ECHO);
            tabs().next(1);
        });
        assertThat(tab(0).session().replies().behaviour()).isEqualTo(Behaviour.NONE);
        ui.close();
        ui = new TestWindow(folder);
        assertThat(tab(0).session().replies().behaviour()).isEqualTo(Behaviour.NONE);
        TestWindow.run(() -> tabs().next(1));
        await().until(() -> tab(1).session() != null);
        assertThat(tab(1).session().replies().behaviour()).isEqualTo(ECHO);
    }

    @Test
    void theSettingsOfAClosedTabAreRemoved() {
        SessionTab second = another(tabs()::newTab);
        TestWindow.run(() -> {
            second.settings().put(Settings.NAME, "Boiler");
            tabs().close(second);
        });
        SessionTab next = another(tabs()::newTab);
        assertThat(next.settings().get(Settings.NAME)).isEmpty();
    }

    @Test
    void anotherLanguageAndAnotherThemeReachHiddenTabsAndDraftsStay() {
        SessionTab second = another(tabs()::newTab);
        TestWindow.run(() -> {
            TestWindow.<JTextComponent>find(second, "sendBox").setText("half a sentence");
            tabs().next(1);
            ui.window.language(Settings.Language.ZH);
            Theme.change(Settings.Look.DARK, false);
        });
        assertThat(titles()).allMatch(title -> title.startsWith("TCP 服务端"));
        TestWindow.run(() -> {
            assertThat(TestWindow.<JTextComponent>find(second, "sendBox").getBackground())
                    .isEqualTo(UIManager.getColor("TextArea.background"));
            tabs().next(1);
            assertThat(TestWindow.<JButton>find(second, "listenButton").getText())
                    .isEqualTo("开始监听");
            assertThat(TestWindow.<JTextComponent>find(second, "sendBox").getText())
                    .isEqualTo("half a sentence");
            Theme.change(Settings.Look.LIGHT, false);
        });
    }

    @Test
    void theSelectedTabStaysInViewWhenTheTitlesGetLonger() {
        TestWindow.run(() -> ui.window.setSize(720, 480));
        for (int i = 1; i < 4; i++) {
            another(tabs()::newTab);
        }
        assertThat(isWhole(3)).isTrue();
        TestWindow.run(() -> {
            for (int i = 0; i < 3; i++) {
                tab(i).settings().put(Settings.NAME, "a device with as long a name as there is " + i);
            }
            ui.window.language(Settings.Language.ZH);
        });
        TestWindow.run(() -> {}); // what was put off
        assertThat(isWhole(3)).isTrue();
        assertThat(isWhole(0)).isFalse();
    }

    private boolean isWhole(int index) {
        return TestWindow.onEdt(() -> {
            ui.window.validate();
            return label(index).getVisibleRect().getSize().equals(label(index).getSize());
        });
    }

    @Test
    void aTabIsRenamedInPlace() {
        SessionTab second = another(tabs()::newTab);
        TestWindow.run(() -> {
            strip().validate();
            List<Rectangle> places = List.of(strip().getBoundsAt(0), strip().getBoundsAt(1), plusPlace());
            tabs().rename(tab(0));
            strip().validate();
            assertThat(List.of(strip().getBoundsAt(0), strip().getBoundsAt(1), plusPlace()))
                    .as("nothing beside or below it moves")
                    .isEqualTo(places);
            ui.<TabNameField>find("tabNameField").cancel();
            tabs().rename(second);
            TabNameField field = ui.find("tabNameField");
            field.setText("  <html><b>Boiler\n");
            field.getActionMap().get(Keys.plain(KeyEvent.VK_ENTER).toString()).actionPerformed(null);
            assertThat(label(1).getText().strip()).isEqualTo("<html><b>Boiler");
            assertThat(strip().getTitleAt(1)).doesNotStartWith("<");
            assertThat(strip().getToolTipTextAt(1)).doesNotStartWith("<");
        });
    }

    private Rectangle plusPlace() {
        JComponent plus = ui.find("newTabButton");
        return SwingUtilities.convertRectangle(plus.getParent(), plus.getBounds(), ui.window);
    }

    @Test
    void aTabThatIsClosedWhileItsNameIsTypedTakesTheFieldAlong() {
        SessionTab second = another(tabs()::newTab);
        TestWindow.run(() -> {
            strip().validate();
            tabs().rename(second);
            tabs().close(second);
            assertThat(ui.window.getLayeredPane().getComponents()).noneMatch(TabNameField.class::isInstance);
        });
        assertThat(titles()).hasSize(1);
    }

    @Test
    void capturesAreOpenedOneAfterTheOtherInTheirOrder() throws Exception {
        List<Path> files = List.of(folder.resolve("b.pcapng"), folder.resolve("a.pcapng"), folder.resolve("c.pcapng"));
        TestWindow.run(() -> {
            for (Path file : files) {
                ui.window.openCapture(new CaptureStore.StoredCapture(List.of(file)));
            }
        });
        assertThat(ui.toOpen).containsExactly(files.get(0));
        TestWindow.run(() -> ui.openingEnded.accept(Optional.of(new Problem("problem.file.foreign", -1, "b.pcapng"))));
        assertThat(ui.toOpen).as("the next, although the first failed").containsExactly(files.get(0), files.get(1));
        TestWindow.run(() -> ui.openingEnded.accept(Optional.empty()));
        assertThat(ui.toOpen).containsExactlyElementsOf(files);
        TestWindow.run(() -> ui.openingEnded.accept(Optional.empty()));
        assertThat(ui.toOpen).hasSize(3);
    }

    @Test
    void theTabOfAnOldCaptureIsNotRestored() throws Exception {
        try (Socket client = ui.connect(listen(tab(0)))) {
            write(client, "kept\n");
            await().until(() -> ui.session.log().rowCount() >= 3);
        }
        Path saved = folder.resolve("saved.pcapng");
        ui.session.log().exports().saveCapture(saved, problem -> {});
        await().until(() -> Files.exists(saved));
        CaptureStore.StoredCapture kept = new CaptureStore.StoredCapture(List.of(saved));
        Session old = ui.sessions.open(kept, Framing.LINES, new TaskProgress());
        TestWindow.run(() -> {
            ui.window.openCapture(kept);
            ui.openingDone.accept(old);
            ui.openingEnded.accept(Optional.empty());
        });
        assertThat(titles()).last().isEqualTo("saved");
        assertThat(messages(tab(1))).contains("kept");
        assertThat(TestWindow.onEdt(ui.window::getTitle)).contains("saved.pcapng");
        ui.close();
        ui = new TestWindow(folder);
        assertThat(titles()).hasSize(1);
    }

    @Test
    void capturesOfSeveralSessionsAreOfferedInOneLine() {
        TestWindow.run(() -> ui.window.offerRecovery(3, 12_345, () -> {}, () -> {}));
        Container bar = ui.find("recoveryBar");
        assertThat(TestWindow.onEdt(() -> ((JLabel) bar.getComponent(0)).getText()))
                .startsWith("The last 3 sessions ended unexpectedly;");
    }
}
