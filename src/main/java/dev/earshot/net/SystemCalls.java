package dev.earshot.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.slf4j.LoggerFactory;

/** The system calls of endpoints that may fail: sockets, name look-ups and threads. Any thread. Tests replace them. */
public interface SystemCalls extends TcpSockets {
    /** The calls of the system itself. */
    SystemCalls REAL = new SystemCalls() {};

    /** Returns the addresses of a name in the order in which to try them. May block as long as a dead name server. */
    default InetAddress[] resolve(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    /** Returns whether an interface of this computer has the address; also if the system does not say. */
    default boolean hasAddress(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            LoggerFactory.getLogger(SystemCalls.class).debug("looking for {}", address, e);
            return true;
        }
    }

    /** Starts a thread. If the system refuses, that is an OutOfMemoryError, not an exception. */
    default void start(Thread thread) {
        thread.start();
    }

    /** Switches on TCP_NODELAY, so that a typed answer does not wait for the acknowledgement of the one before. */
    static void setNoDelay(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
        } catch (SocketException e) {
            // Some systems refuse options on a connection that was reset before it was accepted; its reader reports
            // that.
            LoggerFactory.getLogger(SystemCalls.class).debug("no TCP_NODELAY for {}", socket, e);
        }
    }

    /** Closes a socket and ignores a failure. */
    static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(SystemCalls.class).debug("closing {}", socket, e);
        }
    }
}
