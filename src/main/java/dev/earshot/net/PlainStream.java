package dev.earshot.net;

import dev.earshot.net.tls.TlsFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes of a connection that is not encrypted. */
record PlainStream(Socket socket) implements TcpStream {
    private static final Logger log = LoggerFactory.getLogger(PlainStream.class);

    @Override
    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public TlsFacts handshake() {
        return null;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public void finishOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            log.trace("{} was closed already", socket);
        }
    }
}
