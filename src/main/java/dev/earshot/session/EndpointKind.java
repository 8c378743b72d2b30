package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one kind of endpoint is called and can do. Whoever treats endpoints differently asks for a capability instead of
 * comparing kinds, so that a new kind is an implementation of this and a line in {@link EndpointKinds}. Immutable.
 */
public interface EndpointKind {

    /** One word in upper case, such as {@code TCP_SERVER}; events, captures and settings name the kind by it. */
    String id();

    /** The kind's part of the keys of words, such as {@code tcp.server}. */
    default String wordsKey() {
        return id().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** What a person calls it. */
    default String name(Words words) {
        return words.of("ui.kind." + wordsKey());
    }

    /** The setting of the port on which it listens; empty if it does not listen. */
    default Optional<SettingKey<String>> portKey() {
        return Optional.empty();
    }

    /** Where an endpoint with these settings is, short, as for a title: the port, or what it connects to. */
    default String place(Settings settings) {
        return portKey().map(settings::get).orElse("");
    }

    /**
     * The endpoint that the settings ask for; empty for a kind that is not opened, such as one that fetches a file.
     *
     * @throws Problem what of the settings is wrong
     */
    default Optional<EndpointConfig> config(Settings settings) throws Problem {
        return Optional.empty();
    }

    /** Whether a person and rules can send to its peers. */
    default boolean canSend() {
        return true;
    }

    /** Whether its messages are datagrams, so that nothing need be cut into messages, and an address may be forged. */
    default boolean usesDatagrams() {
        return false;
    }

    /** Whether it has one peer at most, to which it connects: then nobody need choose, and its state is the connection's. */
    default boolean hasOnePeer() {
        return false;
    }

    /** Whether a message can be sent to an address from which nothing has come. */
    default boolean canCallAddresses() {
        return false;
    }

    /** The first line of a run in the terminal, such as {@code listening 127.0.0.1:8080}: scripts read it, in English. */
    String announcement(Event.Opened opened);

    /** What {@code row.opened} and {@code row.closed} are filled with behind the local address. */
    default List<String> targetParts(String target) {
        return List.of(target);
    }
}
