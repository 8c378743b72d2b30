package dev.earshot.tftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.net.address.ConnectAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** A TFTP server that a test controls packet by packet, so that it can break the rules. */
public final class FakeServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    final DatagramSocket requestSocket;
    final DatagramSocket transferSocket;
    private InetSocketAddress client;

    public FakeServer() throws IOException {
        requestSocket = socket("127.0.0.1");
        transferSocket = socket("127.0.0.1");
    }

    static DatagramSocket socket(String address) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(address));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    public ConnectAddress address() {
        return new ConnectAddress("127.0.0.1", requestSocket.getLocalPort());
    }

    InetSocketAddress client() {
        return client;
    }

    /** Waits for the next request. */
    public TftpPacket.Request nextRequest() throws IOException {
        return (TftpPacket.Request) nextPacket(requestSocket);
    }

    /** Waits for the next packet to the transfer's port. */
    public TftpPacket nextPacket() throws IOException {
        return nextPacket(transferSocket);
    }

    TftpPacket nextPacket(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[70_000], 70_000);
        socket.receive(packet);
        client = (InetSocketAddress) packet.getSocketAddress();
        return PacketCodec.decode(packet.getData(), 0, packet.getLength());
    }

    public void send(byte[] packet) throws IOException {
        send(transferSocket, packet);
    }

    void send(DatagramSocket from, byte[] packet) throws IOException {
        from.send(new DatagramPacket(packet, packet.length, client));
    }

    void sendUnchecked(DatagramSocket from, byte[] packet) {
        try {
            send(from, packet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers the next request with a whole file in blocks of 512 bytes. */
    public void serve(byte[] file) throws IOException {
        nextRequest();
        for (int block = 1; block <= file.length / 512 + 1; block++) {
            send(data(block, part(file, block)));
            TftpPacket answer = nextPacket();
            if (!answer.equals(new TftpPacket.Ack(block & 0xFFFF))) {
                throw new AssertionError("block " + block + " was answered by " + answer);
            }
        }
    }

    public static byte[] part(byte[] file, long block) {
        int from = (int) (512 * (block - 1));
        return Arrays.copyOfRange(file, from, Math.min(file.length, from + 512));
    }

    public static byte[] data(int block, byte[] bytes) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(new byte[] {0, 3, (byte) (block >> 8), (byte) block});
        packet.writeBytes(bytes);
        return packet.toByteArray();
    }

    public static byte[] optionAck(String... namesAndValues) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(new byte[] {0, 6});
        for (String one : namesAndValues) {
            packet.writeBytes(one.getBytes(UTF_8));
            packet.write(0);
        }
        return packet.toByteArray();
    }

    public static byte[] error(int code, String text) {
        return PacketCodec.encode(new TftpPacket.Failure(code, text));
    }

    @Override
    public void close() {
        requestSocket.close();
        transferSocket.close();
    }
}
