package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.SocketLayer;
import java.util.List;

/**
 * An option of all kinds of TCP endpoints, such as keep-alive. {@link TcpOptions} lists all of them; settings,
 * profiles, forms and the terminal are made from what it tells. Immutable.
 */
public interface TcpOption {

    /** Finds the value that a person has chosen. */
    interface Values {
        /** Returns the value of a parameter, or its fallback. */
        <T> T of(TcpParameter<T> parameter);
    }

    /** Returns its values in the order of the form; the first one tells whether anything unusual is chosen. */
    List<TcpParameter<?>> parameters();

    /**
     * Reads what it changes about connections.
     *
     * @throws Problem which value is wrong
     */
    SocketLayer read(Values values) throws Problem;
}
