package dev.earshot.net;

import dev.earshot.net.address.ConnectAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Makes the sockets of every TCP endpoint. A change to all connections, such as encryption, overrides {@link #accepted}
 * and {@link #connected} and needs no change in servers, clients and relays.
 */
interface TcpSockets {

    /** Reports what is to be known about the connections of an endpoint that has just been opened. */
    default void opened(EventSink sink) {}

    /** Makes a server socket that is not bound yet. */
    default ServerSocket serverSocket() throws IOException {
        return new ServerSocket();
    }

    /** Waits for the next connection. */
    default Socket accept(ServerSocket server) throws IOException {
        return server.accept();
    }

    /**
     * Returns the stream of a conversation over an accepted connection. Runs on the listen thread, so it must not wait
     * for the peer.
     *
     * @throws IOException then there is no conversation, and the connection is closed
     */
    default TcpStream accepted(Socket connection) throws IOException {
        return TcpStream.plain(connection);
    }

    /** Makes a socket that is not connected yet. */
    default Socket clientSocket() {
        return new Socket();
    }

    /** Connects a socket within a time in milliseconds; closing the socket ends the waiting. */
    default void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
        socket.connect(to, millis);
    }

    /**
     * Returns the stream of a conversation over a connection that we made. May block; closing the connection ends that.
     *
     * @param to the target as requested, with its name
     * @throws IOException then there is no conversation, and the connection is closed
     */
    default TcpStream connected(Socket connection, ConnectAddress to) throws IOException {
        return TcpStream.plain(connection, to);
    }
}
