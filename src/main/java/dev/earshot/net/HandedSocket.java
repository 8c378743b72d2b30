package dev.earshot.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;

/**
 * A connection whose input begins with bytes that another thread has read. Whoever reads here waits for them. Has what
 * TLS needs of the connection below it.
 */
final class HandedSocket extends Socket {
    private final Socket connection;
    private final Input input;

    HandedSocket(Socket connection) throws IOException {
        this.connection = connection;
        input = new Input(connection.getInputStream());
    }

    /**
     * Hands over the first bytes, which may be none; later calls do nothing. From then on the connection itself is
     * read.
     */
    void handOver(byte... bytes) {
        input.handOver(bytes);
    }

    /** The bytes that are handed over, and then those of the connection. One reader. */
    private static final class Input extends InputStream {
        private final InputStream rest;
        private final CountDownLatch handed = new CountDownLatch(1);
        private byte[] first; // written once, before handed
        private int at;

        Input(InputStream rest) {
            this.rest = rest;
        }

        synchronized void handOver(byte... bytes) {
            if (first == null) {
                first = bytes;
                handed.countDown();
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                handed.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException(e.getMessage());
            }
            if (at == first.length) {
                return rest.read(buffer, offset, length);
            }
            int count = Math.min(length, first.length - at);
            System.arraycopy(first, at, buffer, offset, count);
            at += count;
            return count;
        }

        @Override
        public int available() throws IOException {
            return handed.getCount() > 0 ? 0 : first.length - at + rest.available();
        }
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connection.getOutputStream();
    }

    /** Closes the connection, which frees a thread that waits for the first bytes. */
    @Override
    public void close() throws IOException {
        connection.close();
        handOver();
    }

    @Override
    public void shutdownInput() throws IOException {
        connection.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        connection.shutdownOutput();
    }

    @Override
    public boolean isConnected() {
        return connection.isConnected();
    }

    @Override
    public boolean isBound() {
        return connection.isBound();
    }

    @Override
    public boolean isClosed() {
        return connection.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return connection.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return connection.isOutputShutdown();
    }

    @Override
    public InetAddress getInetAddress() {
        return connection.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return connection.getLocalAddress();
    }

    @Override
    public int getPort() {
        return connection.getPort();
    }

    @Override
    public int getLocalPort() {
        return connection.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return connection.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return connection.getLocalSocketAddress();
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return connection.getSoTimeout();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        connection.setSoTimeout(millis);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return connection.getSoLinger();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        connection.setSoLinger(on, seconds);
    }
}
