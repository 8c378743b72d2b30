package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.address.Addresses;
import java.io.IOException;
import java.util.function.IntSupplier;

/** The address and options with which a session opens an endpoint; each kind has its own class. Immutable. */
public interface EndpointConfig {

    /** The kind of the endpoint. */
    EndpointKind kind();

    /** The address as the user wrote it. */
    String text();

    /** Returns the address to show once the endpoint is open; a server's port may have been chosen by the system. */
    default String openAddress(Event.Opened opened) {
        return Addresses.text(opened.local());
    }

    /**
     * Creates an endpoint that is not open yet; {@code peerIds} numbers its peers. May read files: not for the EDT.
     *
     * @throws Problem why it cannot be opened as chosen
     */
    Endpoint create(IntSupplier peerIds) throws Problem;

    /** Turns the system's reason for a failed opening into a problem that a person can read. */
    Problem openProblem(IOException why);
}
