package dev.earshot.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Makes the sockets of every TCP endpoint. What changes all connections, such as encryption, overrides {@link #accepted}
 * and {@link #connected} and leaves servers, clients and relays as they are.
 */
interface TcpSockets {

    /** A server socket that is not bound yet. */
    default ServerSocket serverSocket() throws IOException {
        return new ServerSocket();
    }

    /** Waits for the next connection. */
    default Socket accept(ServerSocket server) throws IOException {
        return server.accept();
    }

    /**
     * The socket of a conversation over an accepted connection. On the listen thread, so it must not wait for the peer.
     *
     * @throws IOException then there is no conversation, and the connection is closed
     */
    default Socket accepted(Socket connection) throws IOException {
        return connection;
    }

    /** A socket that is not connected yet. */
    default Socket clientSocket() {
        return new Socket();
    }

    /** Connects within this time, in milliseconds; closing the socket ends the waiting. */
    default void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
        socket.connect(to, millis);
    }

    /**
     * The socket of a conversation over a connection that we made. May block; closing the connection ends that.
     *
     * @param to the target as it was asked for, with its name
     * @throws IOException then there is no conversation, and the connection is closed
     */
    default Socket connected(Socket connection, ConnectAddress to) throws IOException {
        return connection;
    }
}
