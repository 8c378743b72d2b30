package dev.earshot.net;

import dev.earshot.net.address.ConnectAddress;
import java.io.IOException;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** System calls that switch on the keep-alive probes of all connections. */
final class KeepAliveCalls extends ForwardingCalls {
    private static final Logger log = LoggerFactory.getLogger(KeepAliveCalls.class);

    private final KeepAlive probes;

    KeepAliveCalls(SystemCalls system, KeepAlive probes) {
        super(system);
        this.probes = probes;
    }

    @Override
    public TcpStream accepted(Socket connection) throws IOException {
        try {
            probes.applyTo(connection);
        } catch (IOException e) {
            log.debug("no keep-alive for {}", connection, e); // it may be reset already; its reader reports that
        }
        return super.accepted(connection);
    }

    @Override
    public TcpStream connected(Socket connection, ConnectAddress to) throws IOException {
        probes.applyTo(connection);
        return super.connected(connection, to);
    }
}
