package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A kind of note: its id, its arguments and its severity. Each package has an enum of the kinds that it tells, and their
 * words stand under {@code row.note.} and the id. Immutable.
 */
public interface NoteKind {
    /** The name of the enum constant; to rename it changes {@link #id}. */
    String name();

    /** What the arguments of such a note are, in their order. */
    List<NoteArgument> arguments();

    /** How much such a note asks for attention. */
    NoteSeverity severity();

    /** What captures keep of the kind, such as {@code not.sent}: unique among all kinds and never changed. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Whether the arguments are as many as declared, and each can be read as what it is declared to be. */
    default boolean accepts(List<String> given) {
        List<NoteArgument> declared = arguments();
        boolean fits = given.size() == declared.size();
        for (int i = 0; fits && i < given.size(); i++) {
            fits = declared.get(i).accepts(given.get(i));
        }
        return fits;
    }

    /** Makes a note about no peer; see {@link #about}. */
    default Event.Note note(Object... values) {
        return about(null, values);
    }

    /**
     * Makes a note about a peer.
     *
     * @param peer the peer, or null
     * @param values one for each argument: a number, a text, an {@link InetSocketAddress} or a {@link Problem}
     * @throws IllegalArgumentException if they are not what the kind declares
     */
    default Event.Note about(Peer peer, Object... values) {
        List<String> texts = Stream.of(values).map(NoteKind::text).toList();
        if (!accepts(texts)) {
            throw new IllegalArgumentException(id() + " takes " + arguments() + " and not " + texts);
        }
        return new Event.Note(peer, this, texts);
    }

    private static String text(Object value) {
        if (value instanceof InetSocketAddress address) {
            return Addresses.text(address);
        }
        return value instanceof Problem problem ? problem.line() : value.toString();
    }
}
