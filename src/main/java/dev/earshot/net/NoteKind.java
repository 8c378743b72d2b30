package dev.earshot.net;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.Addresses;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A kind of note, which is a line of the log that tells something other than a message. Declares its id, the types of
 * its arguments and its severity. Each package has an enum of its own kinds, and their words have the keys {@code
 * row.note.} and the id. Immutable.
 */
public interface NoteKind {
    /** Returns the name of the enum constant; a new name would change {@link #id}. */
    String name();

    /** Returns the types of the arguments of such a note, in their order. */
    List<NoteArgument> arguments();

    /** Returns the severity of such a note. */
    NoteSeverity severity();

    /** Returns the id in captures, such as {@code not.sent}: unique among all kinds and never changed. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Returns whether the arguments fit the declared ones in number and type. */
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
     * @param values the arguments: each a number, a text, a {@link SocketAddress} or a {@link Problem}
     * @throws IllegalArgumentException if they do not fit the kind
     */
    default Event.Note about(Peer peer, Object... values) {
        List<String> texts = Stream.of(values).map(NoteKind::text).toList();
        if (!accepts(texts)) {
            throw new IllegalArgumentException(id() + " takes " + arguments() + " and not " + texts);
        }
        return new Event.Note(peer, this, texts);
    }

    private static String text(Object value) {
        if (value instanceof SocketAddress address) {
            return Addresses.text(address);
        }
        return value instanceof Problem problem ? problem.toLine() : value.toString();
    }
}
