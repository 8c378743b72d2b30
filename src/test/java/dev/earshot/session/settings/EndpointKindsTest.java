package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.RelayOptions;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the laws that hold for every kind of endpoint, also for a new one. */
class EndpointKindsTest {
    private static final List<Words> LANGUAGES =
            List.of(new Words(Locale.ENGLISH), new Words(Locale.SIMPLIFIED_CHINESE));
    private static final InetSocketAddress LOCAL = new InetSocketAddress("127.0.0.1", 8080);

    @TempDir
    private Path folder;

    @Test
    void idsAreThoseOfOldSettingsAndCaptures() {
        assertThat(EndpointKinds.ALL)
                .extracting(EndpointKind::id)
                .startsWith("TCP_SERVER", "TCP_CLIENT", "UDP", "RELAY", "TFTP")
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Z]+(_[A-Z]+)*"));
        for (EndpointKind kind : EndpointKinds.ALL) {
            assertThat(EndpointKinds.find(kind.id())).contains(kind);
        }
    }

    @Test
    void everyKindHasItsNameInBothLanguages() {
        for (Words words : LANGUAGES) {
            assertThat(EndpointKinds.ALL)
                    .extracting(words::nameOf)
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void everyKindDescribesOpeningAndClosing() {
        for (EndpointKind kind : EndpointKinds.ALL) {
            Event.Opened opened = new Event.Opened(LOCAL, kind.id(), "example.com:80 boot.bin");
            Event.Closed closed = new Event.Closed(LOCAL, kind.id(), "example.com:80 boot.bin");
            for (Words words : LANGUAGES) {
                assertThat(EventWords.of(opened, words)).isNotBlank().doesNotContain("{");
                assertThat(EventWords.of(closed, words)).isNotBlank().doesNotContain("{");
            }
            assertThat(kind.announcement(opened)).matches("[a-z]+ \\S.*");
        }
    }

    @Test
    void anEventIsDescribedAlikeInTheWordsOfAnyKind() {
        Event opened = new Event.Opened(LOCAL, RelayKind.KIND.id(), "example.com:80");
        for (EndpointKind kind : EndpointKinds.ALL) {
            assertThat(EventWords.of(opened, LANGUAGES.get(0).forKind(kind)))
                    .isEqualTo("Relaying from 127.0.0.1:8080 to example.com:80");
        }
    }

    @Test
    void aKindOfALaterVersionIsShownAsItIs() {
        Event opened = new Event.Opened(LOCAL, "SERIAL", "/dev/ttyS0\u0007");
        assertThat(EventWords.of(opened, LANGUAGES.get(0))).startsWith("Opened: SERIAL 127.0.0.1:8080 /dev/ttyS0");
        assertThat(EventWords.of(opened, LANGUAGES.get(0))).doesNotContain("\u0007");
        assertThat(EventWords.of(new Event.Closed(LOCAL, "SERIAL", ""), LANGUAGES.get(1)))
                .contains("SERIAL 127.0.0.1:8080");
        assertThat(EndpointKinds.find("SERIAL")).isEmpty();
        assertThat(EndpointKinds.of("SERIAL")).isSameAs(TcpServerKind.KIND);
    }

    @Test
    void settingsKeepAKindByItsId() throws IOException {
        for (EndpointKind kind : EndpointKinds.ALL) {
            Path file = folder.resolve(kind.id());
            Settings settings = new Settings(file);
            settings.put(Settings.KIND, kind);
            settings.save();
            assertThat(Files.readString(file)).contains("kind=" + kind.id().toLowerCase(Locale.ROOT));
            assertThat(new Settings(file).get(Settings.KIND)).isSameAs(kind);
        }
    }

    @Test
    void anUnknownKindInTheSettingsIsATcpServer() throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "kind=serial\n");
        assertThat(new Settings(file).get(Settings.KIND)).isSameAs(TcpServerKind.KIND);
    }

    @Test
    void everyPortHasItsOwnSetting() {
        Settings settings = new Settings(folder.resolve("settings"));
        Set<String> names = new HashSet<>();
        for (EndpointKind kind : EndpointKinds.ALL) {
            Optional<SettingKey<String>> port = kind.portKey();
            port.ifPresent(key -> {
                assertThat(names.add(key.name())).as(key.name()).isTrue();
                assertThat(key.fallback()).matches("\\d+");
                settings.put(key, "1234");
                assertThat(kind.place(settings)).isEqualTo("1234");
            });
        }
    }

    @Test
    void capabilitiesOfAKindAreConsistent() {
        for (EndpointKind kind : EndpointKinds.ALL) {
            boolean listens = kind.portKey().isPresent();
            assertThat(listens && kind.hasOnePeer()).as(kind.id()).isFalse();
            assertThat(!kind.canSend() && kind.canCallAddresses()).as(kind.id()).isFalse();
            assertThat(kind.canCallAddresses() && !kind.usesDatagrams())
                    .as(kind.id())
                    .isFalse();
        }
    }

    @Test
    void defaultSettingsAreValidForEveryKind() throws Problem {
        Settings settings = new Settings(folder.resolve("settings"));
        List<String> asked = new ArrayList<>();
        for (EndpointKind kind : EndpointKinds.ALL) {
            for (EndpointConfig config : kind.config(settings).stream().toList()) {
                assertThat(config.kind()).isSameAs(kind);
                assertThat(config.create(() -> 1)).isNotNull();
                asked.add(kind.id() + " " + config.text());
            }
        }
        assertThat(asked)
                .startsWith(
                        "TCP_SERVER 127.0.0.1:8080",
                        "TCP_CLIENT 127.0.0.1:8080",
                        "UDP 127.0.0.1:9000",
                        "RELAY 127.0.0.1:8081");
        assertThat(TftpKind.KIND.config(settings)).isEmpty();
    }

    @Test
    void savedSettingsReachTheConfiguration() throws Problem {
        Path file = folder.resolve("settings");
        Settings settings = new Settings(file);
        settings.put(TcpClientKind.HOST, "::1");
        settings.put(TcpClientKind.LOCAL_PORT, "4000");
        settings.put(TcpClientKind.TIMEOUT, 3);
        settings.put(RelayKind.DELAY_BACK, 20);
        settings.put(RelayKind.CUT_OUT, 1000);
        settings.put(UdpKind.TARGET, "10.0.0.8:9001");
        settings.put(UdpKind.GROUPS, "239.1.2.3, 239.1.2.4");
        settings.save();

        Settings next = new Settings(file);
        TcpClientConfig client = TcpClientConfig.of(next);
        assertThat(client.target().text()).isEqualTo("[::1]:8080");
        assertThat(client.options().local().getPort()).isEqualTo(4000);
        assertThat(client.options().timeoutMillis()).isEqualTo(3000);
        RelayConfig relay = RelayConfig.of(next);
        assertThat(relay.options().toClient()).isEqualTo(new RelayOptions.Path(20, 0));
        assertThat(relay.options().toServer()).isEqualTo(new RelayOptions.Path(0, 1000));
        UdpConfig udp = UdpConfig.of(next);
        assertThat(udp.target().map(ConnectAddress::text)).contains("10.0.0.8:9001");
        assertThat(udp.multicast().groups()).hasSize(2);
    }

    @Test
    void wrongSettingsAreAProblem() {
        Settings settings = new Settings(folder.resolve("settings"));
        for (EndpointKind kind : EndpointKinds.ALL) {
            kind.portKey().ifPresent(port -> {
                settings.put(port, "no port");
                assertThatThrownBy(() -> kind.config(settings)).as(kind.id()).isInstanceOf(Problem.class);
            });
        }
        settings.put(TcpClientKind.PORT, "no port");
        assertThatThrownBy(() -> TcpClientKind.KIND.config(settings)).isInstanceOf(Problem.class);
    }
}
