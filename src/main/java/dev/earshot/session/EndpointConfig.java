package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import java.io.IOException;
import java.util.function.IntSupplier;

/** An endpoint that a session is to open, with all that it needs; each kind has its own. Immutable. */
public interface EndpointConfig {

    /** Which kind of endpoint it is. */
    EndpointKind kind();

    /** Where it is to be opened, as it was asked for. */
    String text();

    /** Where it is open, as it is shown: of a server, with the port that the system gave. */
    default String openAddress(Event.Opened opened) {
        return Addresses.text(opened.local());
    }

    /** A new endpoint that is not open yet. */
    Endpoint create(IntSupplier peerIds);

    /** Why it could not be opened, in words. */
    Problem openProblem(IOException why);
}
