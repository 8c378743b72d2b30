package dev.earshot.net;

import dev.earshot.net.ConnectFailure.Why;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;

/** Looks up a host and connects to the first of its addresses that answers. One attempt at a time. */
final class Dialer {
    /** Seconds: a peer that has vanished is found out after half a minute, instead of the system's two hours. */
    private static final int KEEP_ALIVE_AFTER = 15;

    private static final int KEEP_ALIVE_EVERY = 5;
    private static final int KEEP_ALIVE_TIMES = 3;

    private final ConnectAddress to;
    private final ConnectOptions options;
    private final SystemCalls machine;
    private final HostLookup lookup;

    /** The socket that is being connected, or null. Guarded by this. */
    private Socket connecting;

    Dialer(ConnectAddress to, ConnectOptions options, SystemCalls machine) {
        this.to = to;
        this.options = options;
        this.machine = machine;
        lookup = new HostLookup(machine);
    }

    /** Blocks until there is a connection, at most for the time of the options, or until {@link #cancel}. */
    Socket dial() throws ConnectFailure {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.timeoutMillis());
        List<InetAddress> addresses = usable(lookUp());
        ConnectFailure failure = null;
        for (int i = 0; i < addresses.size(); i++) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            int share = (int) Math.max(1, left / (addresses.size() - i));
            try {
                return connect(addresses.get(i), share);
            } catch (ConnectFailure e) {
                failure = ConnectFailure.moreTelling(failure, e);
            }
        }
        throw failure;
    }

    /** Ends the attempt that is going on, and every later one; any thread. */
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

    /** Those that our own address can talk to. */
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

    private Socket connect(InetAddress address, int millis) throws ConnectFailure {
        Socket socket = machine.clientSocket();
        try {
            begin(socket);
            bind(socket);
            machine.connect(socket, new InetSocketAddress(address, to.port()), millis);
            refuseItself(socket);
            if (options.keepAlive()) {
                keepAlive(socket);
            }
            Socket conversation = machine.connected(socket, to);
            end();
            return conversation;
        } catch (ConnectFailure e) {
            SystemCalls.close(socket);
            throw e;
        } catch (IOException | RuntimeException e) {
            SystemCalls.close(socket);
            refuseCancelled();
            IOException error = e instanceof IOException io ? io : new IOException(e);
            throw ConnectFailure.of(to, options.local(), address, options.timeoutMillis(), error);
        }
    }

    /**
     * Who calls a free port of its own computer again and again is given that very port one day, and connected to itself
     * (RFC 9293, section 3.5): nobody is there, and the server that is waited for could not have its port.
     */
    private static void refuseItself(Socket socket) throws ConnectException {
        if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
            throw new ConnectException("Connection refused");
        }
    }

    private synchronized void begin(Socket socket) throws ConnectFailure {
        refuseCancelled();
        connecting = socket;
    }

    /** After this, cancelling does not close the socket any more. */
    private synchronized void end() throws ConnectFailure {
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
            // A port of which an ended connection still remembers the last minute.
            socket.setReuseAddress(true);
            socket.bind(local);
        } catch (IOException e) {
            throw ConnectFailure.ofBind(to, local, e);
        }
    }

    private static void keepAlive(Socket socket) throws IOException {
        socket.setKeepAlive(true);
        set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_AFTER);
        set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_EVERY);
        set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_ALIVE_TIMES);
    }

    private static void set(Socket socket, SocketOption<Integer> option, int value) throws IOException {
        if (socket.supportedOptions().contains(option)) {
            socket.setOption(option, value);
        }
    }
}
