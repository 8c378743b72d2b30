package dev.earshot.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import org.slf4j.LoggerFactory;

/** What an endpoint takes from the machine and the machine may refuse: connections, names and threads. */
interface SystemCalls {
    SystemCalls REAL = new SystemCalls() {};

    default Socket accept(ServerSocket server) throws IOException {
        return server.accept();
    }

    /** The addresses of a name, in the order in which to try them. May take as long as a dead name server takes. */
    default InetAddress[] resolve(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    /** Connects within this time; closing the socket frees it. */
    default void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
        socket.connect(to, millis);
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
