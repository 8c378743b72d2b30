package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of endpoint, such as TCP server, with its name, settings and capabilities. The rest of the program asks for a
 * capability and never compares kinds, so that a new kind needs only classes of its own and a line in {@link
 * EndpointKinds}: its fields in the window and its command in the terminal are made from its settings, unless it has
 * its own. Immutable.
 */
public interface EndpointKind {

    /** The name of the kind in events, captures and settings: one word in upper case, such as {@code TCP_SERVER}. */
    String id();

    /** The kind's part of the keys of words, such as {@code tcp.server}. */
    default String wordsKey() {
        return id().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The setting of the port on which the endpoint listens; empty if it does not listen. */
    default Optional<SettingKey<String>> portKey() {
        return Optional.empty();
    }

    /** Returns the settings of endpoints of this kind. */
    List<SettingKey<?>> keys();

    /**
     * Returns the settings that say where the endpoint opens, which are its texts. A window without fields of its own
     * for this kind shows them in the bar, and a terminal without a command of its own takes them as parameters. All
     * other settings are options.
     */
    default List<SettingKey<String>> placeKeys() {
        return SettingKey.texts(keys());
    }

    /** Returns the settings that are options: all but {@link #placeKeys}. */
    default List<SettingKey<?>> optionKeys() {
        return keys().stream().filter(key -> !placeKeys().contains(key)).toList();
    }

    /** Returns a short text about the endpoint's address for titles: its port, or else what was typed of its place. */
    default String place(Settings settings) {
        Optional<SettingKey<String>> port = portKey();
        return port.isPresent()
                ? settings.get(port.get())
                : placeKeys().stream().map(settings::get).collect(Collectors.joining(" "));
    }

    /**
     * Reads the configuration of an endpoint from the settings; empty for a kind without endpoints, such as TFTP.
     *
     * @throws Problem which setting is wrong
     */
    default Optional<EndpointConfig> config(Settings settings) throws Problem {
        return Optional.empty();
    }

    /** Whether users and rules can send to its peers. */
    default boolean canSend() {
        return true;
    }

    /** Whether its messages are datagrams: they need no framing, and a sender's address may be forged. */
    default boolean usesDatagrams() {
        return false;
    }

    /** Whether it connects to a single peer: no recipient need be chosen, and the connection's state is its own. */
    default boolean hasOnePeer() {
        return false;
    }

    /** Whether it passes on to another peer what it has received from one, as a relay does. */
    default boolean forwards() {
        return false;
    }

    /** Whether its conversations can begin plain and be encrypted later. */
    default boolean canStartTls() {
        return false;
    }

    /** Whether it can send to an address from which it has received nothing. */
    default boolean canCallAddresses() {
        return false;
    }

    /**
     * Returns the first line in the terminal, such as {@code listening 127.0.0.1:8080}; in English, because scripts
     * read it.
     */
    String announcement(Event.Opened opened);

    /** Returns the arguments of the words {@code row.opened} and {@code row.closed} that follow the local address. */
    default List<String> targetParts(String target) {
        return List.of(target);
    }
}
