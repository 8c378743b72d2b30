package dev.earshot.ui.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.journal.TaskProgress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TftpKind;
import dev.earshot.session.words.Words;
import dev.earshot.tftp.FakeServer;
import dev.earshot.tftp.RealServer;
import dev.earshot.tftp.TftpPacket;
import dev.earshot.ui.SessionTab;
import dev.earshot.ui.TestWindow;
import java.awt.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the tab that fetches files by TFTP, with every packet in the log. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class TftpWindowTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path here;

    private TestWindow ui;
    private SessionTab tab;
    private Session session;
    private FakeServer server;

    @BeforeEach
    void open() throws IOException {
        server = new FakeServer();
        ui = new TestWindow(folder);
        TestWindow.run(() -> menuItem("ui.menu.tftp").doClick());
        tab = TestWindow.onEdt(() -> ui.window.tabs().selected());
        await().until(() -> TestWindow.onEdt(() -> tab.workspace() != null));
        session = tab.session();
        TestWindow.run(() -> {
            tab.settings().put(TftpKind.TIMEOUT_MILLIS, 30_000); // nothing is sent twice on a busy machine
            type("serverField", server.address().text());
            type("remoteFileField", "boot/fw.bin");
            type("toField", here.toString());
        });
    }

    @AfterEach
    void close() {
        ui.close();
        server.close();
    }

    private JMenuItem menuItem(String name) {
        return Stream.of(ui.window.getJMenuBar().getSubElements())
                .flatMap(menu -> Stream.of(menu.getSubElements()))
                .flatMap(popup -> Stream.of(popup.getSubElements()))
                .map(item -> (JMenuItem) item.getComponent())
                .filter(item -> name.equals(item.getName()))
                .findFirst()
                .orElseThrow();
    }

    private <T extends Component> T find(String name) {
        return TestWindow.<T>find(tab, name);
    }

    private void type(String field, String text) {
        this.<JTextComponent>find(field).setText(text);
    }

    private void get() {
        TestWindow.run(() -> this.<JButton>find("listenButton").doClick());
    }

    private String said() {
        return TestWindow.onEdt(() -> this.<JLabel>find("statusLabel").getText());
    }

    private List<String> messages() {
        return TestWindow.onEdt(() -> TestWindow.messages(this.<JTable>find("messageLog")));
    }

    private boolean isWrong(String field) {
        return TestWindow.onEdt(() -> FlatClientProperties.OUTLINE_ERROR.equals(
                this.<JComponent>find(field).getClientProperty(FlatClientProperties.OUTLINE)));
    }

    private void awaitState(State state) {
        await().until(() -> session.status().state() == state);
    }

    private void awaitSaid(String... parts) {
        await().untilAsserted(() -> assertThat(said()).contains(parts));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(here)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 511, 512, 513})
    void aFileIsFetchedWholeWithEveryPacketInTheLog(int size) throws Exception {
        CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(bytes(size)));
        get();
        served.get(60, TimeUnit.SECONDS);
        awaitState(State.CLOSED);
        assertThat(here.resolve("fw.bin")).hasBinaryContent(bytes(size));
        awaitSaid("Saved " + here.toRealPath().resolve("fw.bin"), size + " bytes in ");
        int last = size / 512 + 1;
        await().untilAsserted(() -> assertThat(messages())
                .containsSubsequence(
                        "Fetching boot/fw.bin from " + server.address().text() + " by TFTP",
                        "RRQ boot/fw.bin, octet, tsize=0",
                        "DATA block " + last + ", " + size % 512 + (size == 513 ? " byte" : " bytes"),
                        "ACK block " + last)
                .last()
                .asString()
                .startsWith("Saved "));
    }

    private void serve(byte[] file) {
        try {
            server.serve(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTabIsNamedAfterTheFileAndTheStateShowsTheProgress() throws Exception {
        String port = ":" + server.address().port();
        assertThat(TestWindow.onEdt(() -> tab.title(new Words(Locale.ENGLISH))))
                .isEqualTo("TFTP 127.0.0.1" + port + " fw.bin");
        assertThat(said()).isEqualTo("Nothing fetched yet");
        get();
        server.nextRequest();
        awaitSaid("Asking 127.0.0.1" + port + " for boot/fw.bin");
        assertThat(TestWindow.onEdt(() -> this.<JButton>find("listenButton").getText()))
                .isEqualTo("Cancel");
        server.send(FakeServer.optionAck("tsize", "1000000"));
        server.nextPacket();
        for (int block = 1; block <= 4; block++) {
            server.send(FakeServer.data(block, new byte[512]));
            server.nextPacket();
        }
        awaitSaid("boot/fw.bin: 2.0 KB / 977 KB, ", "/s");
        assertThat(TestWindow.onEdt(() -> tab.loss(new Words(Locale.ENGLISH))))
                .contains("is being fetched. Close the tab and cancel it?");
        get(); // the same button cancels
        assertThat(server.nextPacket()).isInstanceOf(TftpPacket.Failure.class);
        awaitSaid("boot/fw.bin was cancelled after 2,048 bytes; nothing was saved");
        assertThat(names()).isEmpty();
    }

    @Test
    void aMissingFileIsReportedAndMarksItsField() throws Exception {
        get();
        server.nextRequest();
        server.send(FakeServer.error(1, "no such file"));
        awaitSaid(" has no file 'boot/fw.bin' (error 1: no such file).");
        await().until(() -> isWrong("remoteFileField"));
        assertThat(isWrong("serverField")).isFalse();
        assertThat(names()).isEmpty();
        TestWindow.run(() -> type("remoteFileField", "x"));
        assertThat(isWrong("remoteFileField")).isFalse();
        assertThat(said()).isEqualTo("Nothing fetched yet");
    }

    @Test
    void anExistingFileIsReplacedOnlyAfterAYes() throws Exception {
        Path file = here.resolve("fw.bin");
        Files.writeString(file, "old");
        get();
        awaitSaid(file.toRealPath() + " exists already.");
        assertThat(session.status().state()).isEqualTo(State.CLOSED);
        assertThat(file).hasContent("old");
        CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve("new".getBytes(UTF_8)));
        JButton yes = TestWindow.onEdt(() -> this.<JButton>find("agreeButton"));
        assertThat(TestWindow.onEdt(yes::isVisible)).isTrue();
        TestWindow.run(yes::doClick);
        served.get(60, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(file).hasContent("new"));
        assertThat(names()).containsExactly("fw.bin");
    }

    @Test
    void aYesOnlyAppliesToTheFileInTheQuestion() throws Exception {
        Files.writeString(here.resolve("fw.bin"), "old");
        Files.writeString(here.resolve("other"), "older");
        get();
        awaitSaid("fw.bin exists already.");
        TestWindow.run(() -> {
            type("toField", here.resolve("other").toString());
            this.<ConnectBar>bar().startAtStart(); // as agreed as it can be
        });
        awaitSaid("other exists already.");
        assertThat(here.resolve("other")).hasContent("older");
    }

    @SuppressWarnings("unchecked")
    private <T> T bar() {
        return (T) SwingUtilities.getAncestorOfClass(ConnectBar.class, find("serverField"));
    }

    @Test
    void typingMistakesMarkTheirField() {
        wrong("serverField", "", "Enter a host name");
        wrong("serverField", "http://x", "leave out the part");
        wrong("remoteFileField", "", "Enter the name of the file");
        wrong("toField", here.resolve("none").resolve("x").toString(), "does not exist");
        TestWindow.run(() -> type("toField", here.toString()));
        wrong("remoteFileField", "boot/..", "toField", "cannot be a file name");
    }

    private void wrong(String field, String text, String words) {
        wrong(field, text, field, words);
    }

    private void wrong(String field, String text, String marked, String words) {
        String before = TestWindow.onEdt(() -> this.<JTextComponent>find(field).getText());
        TestWindow.run(() -> type(field, text));
        get();
        awaitSaid(words);
        assertThat(isWrong(marked)).isTrue();
        TestWindow.run(() -> type(field, before));
        assertThat(isWrong(marked)).isFalse();
    }

    @Test
    void unknownHostsSilentServersAndTooLargeFilesAreReported() throws Exception {
        TestWindow.run(() -> type("serverField", "nobody.invalid"));
        get();
        awaitSaid("knows no host 'nobody.invalid'");
        await().until(() -> isWrong("serverField"));
        TestWindow.run(() -> {
            type("serverField", server.address().text());
            tab.settings().put(TftpKind.TIMEOUT_MILLIS, 50);
            tab.settings().put(TftpKind.RETRIES, 1);
        });
        get();
        awaitSaid("did not answer any of 2 requests");
        await().until(() -> isWrong("serverField"));
        server.nextRequest();
        server.nextRequest();
        TestWindow.run(() -> {
            type("serverField", server.address().text() + " ");
            tab.settings().put(TftpKind.TIMEOUT_MILLIS, 30_000);
            tab.settings().put(TftpKind.LIMIT, "1 KB");
        });
        get();
        server.nextRequest();
        server.send(FakeServer.optionAck("tsize", "1025"));
        awaitSaid("The file has 1,025 bytes; the limit is 1,024.");
        assertThat(names()).isEmpty();
    }

    @Test
    void optionsAreSaved() throws Exception {
        TestWindow.run(() -> {
            this.<JButton>find("connectOptionsButton").doClick();
            ui.<JTextComponent>find("tftpBlockField").setText("7");
            ui.<JButton>find("connectOptionsApplyButton").doClick();
        });
        assertThat(TestWindow.onEdt(() -> FlatClientProperties.OUTLINE_ERROR.equals(
                        ui.<JComponent>find("tftpBlockField").getClientProperty(FlatClientProperties.OUTLINE))))
                .isTrue();
        TestWindow.run(() -> {
            ui.<JTextComponent>find("tftpBlockField").setText("1024");
            ui.<JTextComponent>find("tftpTimeoutField").setText("2.5");
            ui.<JButton>find("connectOptionsApplyButton").doClick();
        });
        assertThat(tab.settings().get(TftpKind.TIMEOUT_MILLIS)).isEqualTo(2_500);
        assertThat(TestWindow.onEdt(
                        () -> this.<JButton>find("connectOptionsButton").getToolTipText()))
                .contains("blocks of 1024 bytes")
                .contains("asks again after 2.5 s");
        get();
        assertThat(server.nextRequest().options())
                .containsEntry("blksize", "1024")
                .containsEntry("tsize", "0");
    }

    @Test
    void packetsAreShownTheSameInAnOldCapture() throws Exception {
        CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve("hi".getBytes(UTF_8)));
        get();
        served.get(60, TimeUnit.SECONDS);
        awaitState(State.CLOSED);
        await().untilAsserted(() -> assertThat(messages()).last().asString().startsWith("Saved "));
        List<String> live = messages();
        session.log().showAs("hex");
        await().untilAsserted(() -> assertThat(messages()).contains("00 03 00 01 68 69", "00 04 00 01"));
        ui.sessions.close(session);
        Session old = ui.sessions.open(
                new CaptureStore.StoredCapture(List.of(session.log().capture())),
                tab.settings().get(Settings.FRAMING),
                new TaskProgress());
        TestWindow.run(() -> ui.window.tabs().openCapture(old));
        SessionTab capture = TestWindow.onEdt(() -> ui.window.tabs().selected());
        await().until(() -> TestWindow.onEdt(() -> capture.workspace() != null));
        await().untilAsserted(() -> assertThat(
                        TestWindow.onEdt(() -> TestWindow.messages(TestWindow.<JTable>find(capture, "messageLog"))))
                .isEqualTo(live));
    }

    @Test
    void theTabHasNoSendBoxAndOtherTabsAreUnchanged() {
        assertThat(TestWindow.onEdt(() -> this.<JComponent>find("sendBox").isShowing()))
                .isFalse();
        assertThat(TestWindow.onEdt(() -> menuItem("ui.history").isEnabled())).isFalse();
        assertThat(TestWindow.onEdt(() -> menuItem("ui.menu.tftp").isEnabled())).isTrue();
        TestWindow.run(() -> ui.window.tabs().next(1));
        await().until(() -> TestWindow.onEdt(() -> menuItem("ui.history").isEnabled()));
        assertThat(tab.settings().get(Settings.KIND)).isEqualTo(TftpKind.KIND);
    }

    @Test
    void aFileIsFetchedFromARealServer() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.write(there.resolve("fw.bin"), bytes(100_000));
        try (RealServer real = new RealServer(RealServer.Kind.TFTPD_HPA, there)) {
            TestWindow.run(() -> {
                type("serverField", real.address().text());
                type("remoteFileField", "fw.bin");
                type("toField", here.resolve("mine.bin").toString());
            });
            get();
            await().untilAsserted(() -> assertThat(here.resolve("mine.bin")).hasBinaryContent(bytes(100_000)));
            awaitSaid("mine.bin: 100,000 bytes in ");
            assertThat(session.status()).extracting(Status::state).isEqualTo(State.CLOSED);
        }
    }
}
