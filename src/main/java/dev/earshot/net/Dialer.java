package dev.earshot.net;

import dev.earshot.net.ConnectFailure.Why;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks up a host and connects to the first of its addresses that answers. One attempt at a time. */
final class Dialer {
    private final ConnectAddress to;
    private final ConnectOptions options;
    private final SystemCalls system;
    private final HostLookup lookup;

    /** The socket that is being connected, or null. Guarded by this. */
    private Socket connecting;

    Dialer(ConnectAddress to, ConnectOptions options, SystemCalls system) {
        this.to = to;
        this.options = options;
        this.system = system;
        lookup = new HostLookup(system);
    }

    /** Connects; blocks for at most the time of the options, or until {@link #cancel}. */
    TcpStream dial() throws ConnectFailure {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.timeoutMillis());
        List<InetAddress> addresses = usable(lookUp());
        ConnectFailure failure = null;
        for (int i = 0; i < addresses.size(); i++) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            int share = (int) Math.max(1, left / (addresses.size() - i));
            try {
                return connect(addresses.get(i), share);
            } catch (ConnectFailure e) {
                failure = ConnectFailure.moreInformative(failure, e);
            }
        }
        throw failure;
    }

    /** Cancels the present attempt and every later one; any thread. */
    void cancel() {
        lookup.cancel();
        synchronized (this) {
            if (connecting != null) {
                SystemCalls.close(connecting);
            }
        }
    }

    private List<InetAddress> lookUp() throws ConnectFailure {
        try {
            List<InetAddress> found = lookup.await(to.host(), options.timeoutMillis());
            refuseCancelled();
            return found;
        } catch (UnknownHostException e) {
            throw new ConnectFailure(to, Why.UNKNOWN, "");
        } catch (OutOfMemoryError e) {
            throw new ConnectFailure(to, Why.FAILED, CloseReason.describe(e));
        }
    }

    /** Returns the addresses of the same family as our local address. */
    private List<InetAddress> usable(List<InetAddress> all) throws ConnectFailure {
        InetAddress from = options.local().getAddress();
        List<InetAddress> usable = all.stream()
                .filter(one -> from.isAnyLocalAddress() || Addresses.isIpv4(one) == Addresses.isIpv4(from))
                .toList();
        if (usable.isEmpty()) {
            throw new ConnectFailure(to, Why.LOCAL_FAMILY, Addresses.text(from));
        }
        return usable;
    }

    private TcpStream connect(InetAddress address, int millis) throws ConnectFailure {
        Socket socket = system.clientSocket();
        try {
            beginAttempt(socket);
            bind(socket);
            system.connect(socket, new InetSocketAddress(address, to.port()), millis);
            refuseSelfConnection(socket);
            TcpStream conversation = system.connected(socket, to);
            endAttempt();
            return conversation;
        } catch (ConnectFailure e) {
            SystemCalls.close(socket);
            throw e;
        } catch (HandshakeFailure e) {
            SystemCalls.close(socket);
            refuseCancelled();
            throw new ConnectFailure(to, e.problem());
        } catch (IOException | RuntimeException e) {
            SystemCalls.close(socket);
            refuseCancelled();
            IOException error = e instanceof IOException io ? io : new IOException(e);
            throw ConnectFailure.of(to, options.local(), address, options.timeoutMillis(), error);
        }
    }

    /**
     * Refuses a connection to itself (RFC 9293, section 3.5). A client that repeatedly connects to a free port of its
     * own computer gets that port as its local port one day. No server is there, and none could listen on that port.
     */
    private static void refuseSelfConnection(Socket socket) throws ConnectException {
        if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
            throw new ConnectException("Connection refused");
        }
    }

    private synchronized void beginAttempt(Socket socket) throws ConnectFailure {
        refuseCancelled();
        connecting = socket;
    }

    /** Ends the attempt: from now on cancelling does not close the socket any more. */
    private synchronized void endAttempt() throws ConnectFailure {
        refuseCancelled();
        connecting = null;
    }

    private void refuseCancelled() throws ConnectFailure {
        if (lookup.isCancelled()) {
            throw new ConnectFailure(to, Why.CANCELLED, "");
        }
    }

    private void bind(Socket socket) throws ConnectFailure {
        InetSocketAddress local = options.local();
        if (local.getPort() == 0 && local.getAddress().isAnyLocalAddress()) {
            return;
        }
        try {
            // The port may still be in TIME_WAIT after an earlier connection.
            socket.setReuseAddress(true);
            socket.bind(local);
        } catch (IOException e) {
            throw ConnectFailure.ofBind(to, local, e);
        }
    }
}
