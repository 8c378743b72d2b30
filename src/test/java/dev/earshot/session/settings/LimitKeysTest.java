package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.ClientLimits;
import dev.earshot.net.KeepAlive;
import dev.earshot.net.address.AddressFilter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitKeysTest {
    private static final LimitKeys KEYS = TcpServerKind.LIMITS;

    @TempDir
    private Path folder;

    @Test
    void withoutSettingsOnlyDescriptorsLimitAndKeepAliveIsOn() throws Exception {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        assertThat(TcpServerConfig.of(settings).limits()).isEqualTo(ClientLimits.STANDARD);
        assertThat(RelayConfig.of(settings).limits()).isEqualTo(ClientLimits.STANDARD);
        assertThat(TcpClientConfig.of(settings).connections().options()).containsExactly(KeepAlive.STANDARD);
        assertThat(TcpClientConfig.of(settings).connections().options()).isEqualTo(ConnectionConfig.STANDARD.options());
        assertThat(KEYS.areSet(settings)).isFalse();
    }

    @Test
    void settingsAreReadInTheirUnits() throws Exception {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        settings.put(KEYS.most(), 1);
        settings.put(KEYS.perAddress(), 2);
        settings.put(KEYS.newPerSecond(), 3);
        settings.put(KEYS.idleSeconds(), 4);
        settings.put(KEYS.firstByteSeconds(), 5);
        settings.put(KEYS.mostUnsent(), 6);
        settings.put(KEYS.writeSeconds(), 7);
        settings.put(KEYS.allowed(), "10.0.0.0/8");
        settings.put(KEYS.denied(), "10.0.0.7");
        settings.put(TcpServerKind.OPTIONS.of(KeepAliveOption.USED), false);
        AddressFilter addresses =
                new AddressFilter(AddressFilter.parseList("10.0.0.0/8"), AddressFilter.parseList("10.0.0.7"));
        assertThat(TcpServerConfig.of(settings).limits())
                .isEqualTo(new ClientLimits(1, 2, 3, 4, 5, 6 * 1024, 7, addresses));
        assertThat(TcpServerConfig.of(settings).connections().options()).containsExactly(KeepAlive.OFF);
        assertThat(KEYS.areSet(settings)).isTrue();
    }
}
