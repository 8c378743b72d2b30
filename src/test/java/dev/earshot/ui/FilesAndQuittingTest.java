package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

class FilesAndQuittingTest extends WindowTest {
    @Test
    void aChoiceIsOnTheDiskBeforeTheProgramEnds() {
        TestWindow.run(() -> {
            item("ui.language.zh").doClick();
            ui.window.setBounds(30, 40, 900, 600);
        });
        await().untilAsserted(() -> {
            Settings read = new Settings(folder.resolve("settings.properties"));
            assertThat(read.get(Settings.LANGUAGE)).isEqualTo(Settings.Language.ZH);
            assertThat(read.get(WindowKeys.WINDOW)).containsExactly(30, 40, 900, 600);
        });
    }

    @Test
    void theWindowAsksOnlyWhereAConversationWouldBeCut() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            Toolkit.getDefaultToolkit()
                    .getSystemEventQueue()
                    .postEvent(new WindowEvent(ui.window, WindowEvent.WINDOW_CLOSING));
            Dialogs.answer("1 conversation is open: TCP Server :" + port, "Cancel");
            assertThat(ui.window.isShowing()).isTrue();
            Dialogs.click(item("ui.menu.quit"));
            Dialogs.answer("Quit and end it?", "Cancel");
            assertThat(client.isConnected()).isTrue();
        }
        await().until(() -> ui.session.clients().presentCount() == 0);
        Dialogs.click(item("ui.menu.quit"));
        await().until(() -> !TestWindow.onEdt(ui.window::isShowing));
        assertThat(Dialogs.any()).isFalse();
    }

    @Test
    void aProblemWithACaptureStaysUntilItIsDismissed() {
        for (String file : List.of("notes.txt", "photo.png")) {
            TestWindow.run(() -> ui.window.openCapture(new CaptureStore.StoredCapture(List.of(folder.resolve(file)))));
            TestWindow.run(() -> ui.openingEnded.accept(Optional.of(new Problem("problem.file.foreign", -1, file))));
        }
        JTextComponent text = ui.find("problemText");
        assertThat(TestWindow.onEdt(() -> text.getText()))
                .startsWith("photo.png is no")
                .contains("1 more problem");
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        await().untilAsserted(
                        () -> assertThat(TestWindow.onEdt(() -> text.getText())).contains("另有 1 个问题"));
        TestWindow.run(() -> ui.<JButton>find("problemDismissButton").doClick());
        assertThat(TestWindow.onEdt(() -> text.getText())).startsWith("notes.txt");
        TestWindow.run(() -> ui.<JButton>find("problemDismissButton").doClick());
        assertThat(TestWindow.onEdt(() -> ui.find("problemBar").isShowing())).isFalse();
    }

    @Test
    void aLongProblemTakesSeveralLines() {
        TestWindow.run(() -> ui.window.setSize(720, 480));
        TestWindow.run(() -> ui.window.fail(new Problem("problem.file.foreign", -1, "a.pcapng")));
        JTextComponent text = ui.find("problemText");
        await().until(() -> TestWindow.onEdt(() -> text.getHeight() > 0));
        int oneLine = TestWindow.onEdt(() -> text.getFontMetrics(text.getFont()).getHeight());
        TestWindow.run(
                () -> ui.window.fail(new Problem("problem.file.foreign", -1, "b".repeat(40) + " c".repeat(100))));
        await().until(() -> TestWindow.onEdt(() -> text.getHeight() >= 2 * oneLine));
        TestWindow.run(() -> ui.window.setSize(1400, 700));
        TestWindow.run(() -> ui.<JButton>find("problemDismissButton").doClick());
        await().until(() -> TestWindow.onEdt(() -> text.getHeight() < 2 * oneLine));
    }

    @Test
    void brokenNotesBesideACaptureAreTold() throws IOException {
        ui.connect(ui.listen()).close();
        Path capture = folder.resolve("kept.pcapng");
        Files.copy(ui.session.log().capture(), capture);
        Files.writeString(folder.resolve("kept.pcapng.notes.json"), "{");
        TestWindow.run(() -> ui.window.openCapture(new CaptureStore.StoredCapture(List.of(capture))));
        Session opened = Session.open(new CaptureStore(folder.resolve("other")), capture, Framing.LINES);
        TestWindow.run(() -> ui.openingDone.accept(opened));
        assertThat(TestWindow.onEdt(() -> ui.<JTextComponent>find("problemText").getText()))
                .contains("kept.pcapng.notes.json");
    }

    @Test
    void aSavedCaptureGetsItsEndingBeforeTheQuestionAboutReplacing() throws IOException {
        ui.connect(ui.listen()).close();
        Path old = Files.writeString(folder.resolve("saved.pcapng"), "old");
        Dialogs.click(item("ui.menu.save"));
        JFileChooser chooser = Dialogs.chooser();
        approve(chooser, folder.resolve("saved"));
        Dialogs.answer("saved.pcapng exists", "Cancel");
        assertThat(old).hasContent("old");
        assertThat(chooser.isShowing()).as("so that another name can be typed").isTrue();
        approve(chooser, folder.resolve("other"));
        await().until(() -> Files.exists(folder.resolve("other.pcapng")));
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void recentSessionsSayWhatTheyWereAndAreOpened() throws IOException {
        SessionTab tab = TestWindow.onEdt(() -> {
            ui.window.tabs().newTab();
            return ui.window.tabs().selected();
        });
        await().until(() -> tab.session() != null);
        tab.session().listen(address());
        await().until(() -> tab.session().status().isOpen());
        String place = tab.session().status().address();
        try (Socket client = new Socket("127.0.0.1", Integer.parseInt(place.replaceFirst(".*:", "")))) {
            client.getOutputStream().write("one".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> tab.session().clients().bytesIn() == 3);
        }
        ui.sessions.close(tab.session());
        JMenu recent = (JMenu) item("ui.menu.recent");
        TestWindow.run(() -> recent.setSelected(true));
        await().until(() -> TestWindow.onEdt(() -> find(recent, "recent.0")) != null);
        TestWindow.run(() -> {
            assertThat(recent.getItemCount())
                    .as("not the session that is running")
                    .isEqualTo(1);
            assertThat(find(recent, "recent.0").getText())
                    .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  Listening on " + place + ", 1 packet, .*B");
            find(recent, "recent.0").doClick();
        });
        assertThat(ui.openingDone).as("it is being opened").isNotNull();
    }

    private static ListenAddress address() {
        try {
            return ListenAddress.parse("127.0.0.1", "0");
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theEditMenuNamesTheKeysOfTheLogWithoutTakingThem() {
        JMenuItem copy = item("ui.copy.text");
        TestWindow.run(() -> {
            assertThat(copy.getAccelerator()).isEqualTo(KeyStroke.getKeyStroke("ctrl C"));
            boolean[] taken = new boolean[1];
            copy.addActionListener(e -> taken[0] = true);
            SwingUtilities.processKeyBindings(new KeyEvent(
                    ui.find("listenButton"),
                    KeyEvent.KEY_PRESSED,
                    0,
                    InputEvent.CTRL_DOWN_MASK,
                    KeyEvent.VK_C,
                    KeyEvent.CHAR_UNDEFINED));
            assertThat(taken[0]).isFalse();
        });
    }

    @Test
    void capturesOfOtherProgramsAreOffered() {
        Dialogs.click(item("ui.menu.open"));
        JFileChooser chooser = Dialogs.chooser();
        for (String name : List.of("a.pcapng", "b.pcap", "c.CAP", "d.pcap.gz")) {
            assertThat(chooser.getFileFilter().accept(new File(name))).as(name).isTrue();
        }
        assertThat(chooser.getFileFilter().accept(new File("notes.txt"))).isFalse();
        assertThat(chooser.isAcceptAllFileFilterUsed()).isTrue();
        EventQueue.invokeLater(chooser::cancelSelection);
        await().until(() -> !Dialogs.any());
    }

    @Test
    void aClosedTabLeavesNoFolder() {
        TestWindow.run(ui.window.tabs()::newTab);
        await().until(() -> TestWindow.onEdt(() -> ui.window.tabs().selected().session() != null));
        SessionTab tab = TestWindow.onEdt(ui.window.tabs()::selected);
        Path file = tab.settings().tabFile("replies.json");
        TestWindow.run(
                () -> tab.workspace().setBehaviour(tab.session().replies().behaviour()));
        await().until(() -> Files.exists(file));
        TestWindow.run(() -> ui.window.tabs().close(tab));
        await().until(() -> Files.notExists(file.getParent()));
        tab.settings().save();
        assertThat(file.getParent()).doesNotExist();
    }

    private static void approve(JFileChooser chooser, Path file) {
        EventQueue.invokeLater(() -> {
            chooser.setSelectedFile(file.toFile());
            chooser.approveSelection();
        });
    }

    private JMenuItem item(String name) {
        return TestWindow.onEdt(() -> {
            for (int i = 0; i < ui.window.getJMenuBar().getMenuCount(); i++) {
                JMenuItem found = find(ui.window.getJMenuBar().getMenu(i), name);
                if (found != null) {
                    return found;
                }
            }
            throw new AssertionError("There is no menu item named " + name);
        });
    }

    private static JMenuItem find(JMenu menu, String name) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            JMenuItem item = menu.getItem(i);
            if (item != null && name.equals(item.getName())) {
                return item;
            }
            JMenuItem deeper = item instanceof JMenu inner ? find(inner, name) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }
}
