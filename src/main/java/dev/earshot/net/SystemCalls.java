package dev.earshot.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.slf4j.LoggerFactory;

/** What an endpoint asks of the system and the system may refuse: sockets, names and threads. */
interface SystemCalls extends TcpSockets {
    SystemCalls REAL = new SystemCalls() {};

    /** The addresses of a name, in the order in which to try them. May take as long as a dead name server takes. */
    default InetAddress[] resolve(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    /** Starts a thread. The system's refusal is an OutOfMemoryError, not an exception. */
    default void start(Thread thread) {
        thread.start();
    }

    /** Closes a socket of which nobody wants to know any more. */
    static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(SystemCalls.class).debug("closing {}", socket, e);
        }
    }
}
