package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.SocketLayer;
import java.util.List;

/**
 * The settings in which one kind of TCP endpoint keeps its {@link TcpOptions}.
 *
 * @param prefix the beginning of their names
 */
public record TcpOptionKeys(String prefix) {

    /** Returns the setting of a value. */
    public <T> SettingKey<T> of(TcpParameter<T> parameter) {
        return parameter.key(prefix);
    }

    /** Returns all settings. */
    List<SettingKey<?>> all() {
        return TcpOptions.all().stream()
                .flatMap(option -> option.parameters().stream())
                .<SettingKey<?>>map(this::of)
                .toList();
    }

    /**
     * Reads what the options change about connections.
     *
     * @throws Problem which setting is wrong
     */
    List<SocketLayer> read(Settings settings) throws Problem {
        return TcpOptions.read(new TcpOption.Values() {
            @Override
            public <T> T of(TcpParameter<T> parameter) {
                return settings.get(parameter.key(prefix));
            }
        });
    }
}
