package dev.earshot.net;

import dev.earshot.net.address.ConnectAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;

/** Passes each system call on to others. A subclass overrides those that it changes. */
class ForwardingCalls implements SystemCalls {
    /** The calls that carry out what is not overridden. */
    final SystemCalls system;

    ForwardingCalls(SystemCalls system) {
        this.system = system;
    }

    @Override
    public void opened(EventSink sink) {
        system.opened(sink);
    }

    @Override
    public ServerSocket serverSocket() throws IOException {
        return system.serverSocket();
    }

    @Override
    public Socket accept(ServerSocket server) throws IOException {
        return system.accept(server);
    }

    @Override
    public TcpStream accepted(Socket connection) throws IOException {
        return system.accepted(connection);
    }

    @Override
    public Socket clientSocket() {
        return system.clientSocket();
    }

    @Override
    public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
        system.connect(socket, to, millis);
    }

    @Override
    public TcpStream connected(Socket connection, ConnectAddress to) throws IOException {
        return system.connected(connection, to);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return system.resolve(host);
    }

    @Override
    public boolean hasAddress(InetAddress address) {
        return system.hasAddress(address);
    }

    @Override
    public void start(Thread thread) {
        system.start(thread);
    }
}
