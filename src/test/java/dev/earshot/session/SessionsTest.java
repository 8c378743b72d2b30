package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    @TempDir
    private Path folder;

    private Settings settings;
    private CaptureStore store;
    private Sessions sessions;

    @BeforeEach
    void open() throws IOException {
        settings = new Settings(folder.resolve("settings.properties"));
        store = new CaptureStore(folder.resolve("sessions"));
        sessions = new Sessions(store, settings, new LayoutBook(folder));
    }

    @AfterEach
    void close() {
        sessions.closeAll();
    }

    private Session listening() throws Exception {
        Session session = sessions.begin(settings);
        session.listen(ListenAddress.parse("127.0.0.1", "0"));
        await().until(() -> session.status().state() == Status.State.OPEN);
        return session;
    }

    private static Socket connect(Session session) throws IOException {
        String address = session.status().address();
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        await().until(() -> session.clients().presentCount() == 1);
        return socket;
    }

    @Test
    void eachSessionHasItsOwnCaptureAndAllCloseTogether() throws Exception {
        Session first = listening();
        Session second = listening();
        try (Socket one = connect(first);
                Socket other = connect(second)) {
            one.getOutputStream().write("for one\n".getBytes(StandardCharsets.US_ASCII));
            other.getOutputStream().write("for the other\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() ->
                    first.clients().bytesIn() == 8 && second.clients().bytesIn() == 14);
            sessions.closeAll();
            assertThat(one.getInputStream().read()).isEqualTo(-1);
            assertThat(other.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(content(first)).contains("for one").doesNotContain("for the other");
        assertThat(content(second)).contains("for the other").doesNotContain("for one");
        assertThat(store.abandoned()).isEmpty();
    }

    private static String content(Session session) throws IOException {
        return Files.readString(session.log().capture(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void closingASessionKeepsTheLatestTenCapturesAndOpenOnes() throws Exception {
        List<Path> open = new ArrayList<>();
        Session oldest = listening();
        try (Socket client = connect(oldest)) {
            open.add(oldest.log().capture());
            for (int i = 10; i < 22; i++) {
                // Later than any session of this test.
                Files.writeString(store.folder().resolve("9999-01-" + i + "_00-00-00.pcapng"), "x");
            }
            Session other = listening();
            open.add(other.log().capture());
            sessions.close(sessions.begin(settings));
            assertThat(client.isConnected()).isTrue();
        }
        assertThat(open).allSatisfy(capture -> assertThat(capture).exists());
        try (var files = Files.list(store.folder())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("9999")))
                    .hasSize(10);
        }
    }

    @Test
    void namesAreSharedBetweenSessions() throws IOException {
        InetSocketAddress boiler = new InetSocketAddress("192.168.1.31", 52344);
        Session first = sessions.begin(settings);
        Session second = sessions.begin(settings.tab(2));
        int before = second.clients().names().version();
        first.clients().names().give(boiler, "Boiler");
        assertThat(second.clients().names().label(boiler)).isEqualTo("Boiler");
        assertThat(second.clients().names().version()).isNotEqualTo(before);
        second.clients().names().give(boiler, "");
        assertThat(first.clients().names().of(boiler)).isEmpty();
    }

    @Test
    void aTabHasItsOwnFramingAndTheLimitOfAll() throws IOException {
        settings.put(Settings.CAPTURE_LIMIT, 256);
        settings.tab(2).put(Settings.FRAMING, Framing.RECEIVED);
        Session first = sessions.begin(settings.tab(1));
        Session second = sessions.begin(settings.tab(2));
        assertThat(first.log().framing().current()).isEqualTo(Framing.LINES);
        assertThat(second.log().framing().current()).isEqualTo(Framing.RECEIVED);
        assertThat(second.log().storage().limit()).isEqualTo(256L << 20);
    }
}
