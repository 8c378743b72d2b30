package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.net.EventSink;
import dev.earshot.net.HostLookup;
import dev.earshot.net.address.Addresses;
import dev.earshot.tftp.BlockReceiver.TransferError;
import dev.earshot.tftp.TftpPacket.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Fetches one file from a TFTP server. {@link #run} blocks and belongs to one thread, never the EDT; all other methods
 * are for any thread.
 */
public final class FileTransfer {
    /** The id of TFTP endpoints in events and captures. */
    public static final String KIND = "TFTP";

    /** The number of packets from strangers that are answered in one transfer; later ones are ignored. */
    static final int MOST_STRANGERS = 100;

    /** The longest wait for an answer, as a multiple of the first timeout. */
    private static final int LONGEST_WAIT_FACTOR = 4;

    /** The time limit of the look-up in milliseconds: none, because {@link #cancel} ends it. */
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final FileRequest request;
    private final EventSink sink;
    private final IntSupplier peerIds;
    private final BlockReceiver receiver;
    private final HostLookup lookup = new HostLookup();
    private InetSocketAddress serverAddress;
    private InetSocketAddress transferAddress;
    private InetSocketAddress refusedBy;
    private InetSocketAddress lastStranger;
    private int strangerPackets;
    private int repeatsInARow;
    private String sendError = "";
    private volatile int repeats;
    private volatile boolean cancelled;
    private volatile TransferSocket openSocket;

    /**
     * @param out receives the file; closed when the file is complete, and only then
     * @param sink receives every packet as the bytes that travel, with a peer for each address and port. The first
     *     event is Opened, the last one Closed. {@link PacketCodec} decodes the packets
     * @param peerIds gives each peer its number
     */
    public FileTransfer(FileRequest request, OutputStream out, EventSink sink, IntSupplier peerIds) {
        this.request = request;
        this.sink = sink;
        this.peerIds = peerIds;
        OutputStream local =
                request.mode() == TransferMode.NETASCII ? new NetasciiOutput(out, System.lineSeparator()) : out;
        receiver = new BlockReceiver(request, local);
    }

    /**
     * Fetches the file; returns when it is complete and its stream closed.
     *
     * @return false if {@link #cancel} was called before that
     * @throws Problem if the file cannot be fetched: {@code problem.tftp.*}
     */
    public boolean run() throws Problem {
        List<InetAddress> found = addresses();
        if (found.isEmpty()) {
            return false;
        }
        serverAddress = new InetSocketAddress(found.get(0), request.server().port());
        try (TransferSocket socket = TransferSocket.open(serverAddress, request.target(), sink, peerIds)) {
            openSocket = socket;
            return run(socket);
        } catch (IOException e) {
            throw new Problem("problem.tftp.socket", -1, request.server().text(), reason(e));
        }
    }

    /** Cancels the transfer and tells the server; returns at once, {@link #run} returns soon. */
    public void cancel() {
        cancelled = true;
        lookup.cancel();
        TransferSocket socket = openSocket;
        if (socket != null) {
            socket.wake();
        }
    }

    /** Returns the number of bytes of the file received so far. */
    public long bytes() {
        return receiver.bytes();
    }

    /** Returns the size of the file in bytes as the server announced it, which may be wrong, or -1. */
    public long size() {
        return receiver.size();
    }

    /** Returns how many packets were sent again because no answer came. */
    public int repeats() {
        return repeats;
    }

    private List<InetAddress> addresses() throws Problem {
        try {
            return lookup.await(request.server().host(), NO_LIMIT);
        } catch (UnknownHostException e) {
            throw new Problem("problem.tftp.host.unknown", -1, request.server().host());
        }
    }

    private boolean run(TransferSocket socket) throws Problem, IOException {
        send(socket, receiver.latest());
        while (!receiver.isComplete()) {
            boolean progressed = awaitProgress(socket);
            if (cancelled) {
                sendFailure(socket, new TftpPacket.Failure(ErrorCode.UNDEFINED, "cancelled"));
                return false;
            } else if (!progressed) {
                repeat(socket);
            }
        }
        return true;
    }

    /**
     * Handles packets until one makes progress; returns false at the timeout. Packets of strangers and old packets do
     * not extend the time.
     */
    private boolean awaitProgress(TransferSocket socket) throws Problem, IOException {
        long wait = (long) request.timeoutMillis() * Math.min(1L << Math.min(repeatsInARow, 8), LONGEST_WAIT_FACTOR);
        long until = System.nanoTime() + wait * 1_000_000;
        long before = receiver.steps();
        while (!cancelled && socket.receive(until, this::isIgnored)) {
            handle(socket);
            if (receiver.steps() > before) {
                repeatsInARow = 0;
                return true;
            }
        }
        return false;
    }

    private void handle(TransferSocket socket) throws Problem, IOException {
        boolean fromRefuser = transferAddress == null && socket.sender().equals(refusedBy);
        if (fromRefuser && !(socket.packet() instanceof TftpPacket.Data)) {
            refusedBy = null; // the network has doubled the answer for which the request was made again
            return;
        } else if (isStranger(socket.sender())) {
            refuse(socket);
            return;
        }
        transferAddress = socket.sender();
        try {
            TftpPacket answer = receiver.receive(socket.packet(), System.nanoTime());
            if (answer instanceof TftpPacket.Request && !(socket.packet() instanceof TftpPacket.Failure)) {
                sendFailure(socket, new TftpPacket.Failure(ErrorCode.OPTIONS, "not what was asked for"));
            }
            if (answer != null) {
                send(socket, answer);
            }
        } catch (TransferError e) {
            sendFailure(socket, e.answer());
            throw e.problem();
        }
    }

    /**
     * Returns whether a packet does not belong to this transfer. The first answer decides the server's port (RFC 1350,
     * section 4), but not its address.
     */
    private boolean isStranger(InetSocketAddress from) {
        return transferAddress == null
                ? !from.getAddress().equals(serverAddress.getAddress())
                : !from.equals(transferAddress);
    }

    private boolean isIgnored(InetSocketAddress from) {
        return strangerPackets >= MOST_STRANGERS && isStranger(from);
    }

    /** Answers a stranger with an error, but never answers an error: two such programs would never stop. */
    private void refuse(TransferSocket socket) throws IOException {
        lastStranger = socket.sender();
        strangerPackets++;
        if (!(socket.packet() instanceof TftpPacket.Failure)) {
            socket.send(lastStranger, new TftpPacket.Failure(ErrorCode.UNKNOWN_TRANSFER, "unknown transfer"));
        }
    }

    private void repeat(TransferSocket socket) throws Problem, IOException {
        if (repeatsInARow++ == request.retries()) {
            sendFailure(
                    socket, transferAddress == null ? null : new TftpPacket.Failure(ErrorCode.UNDEFINED, "no answer"));
            throw noAnswer();
        }
        repeats++; // one writer
        send(socket, receiver.latest(repeatsInARow - 1));
    }

    private Problem noAnswer() {
        String name = request.server().text();
        if (!sendError.isEmpty()) {
            return new Problem("problem.tftp.socket", -1, name, sendError);
        } else if (transferAddress != null) {
            return new Problem("problem.tftp.stopped", -1, name, receiver.bytes(), repeatsInARow);
        } else if (lastStranger != null) {
            return new Problem("problem.tftp.elsewhere", -1, name, Addresses.text(lastStranger));
        }
        return new Problem("problem.tftp.silent", -1, name, repeatsInARow);
    }

    /**
     * Sends a packet; a request goes to the server's port, any other packet to the port that answered. After a request
     * the answer comes from a new port (RFC 1350, section 4), except from servers that use one port for everything.
     */
    private void send(TransferSocket socket, TftpPacket packet) throws IOException {
        if (packet instanceof TftpPacket.Request) {
            refusedBy = serverAddress.equals(transferAddress) ? null : transferAddress;
            transferAddress = null;
        }
        try {
            socket.send(transferAddress == null ? serverAddress : transferAddress, packet);
            sendError = "";
        } catch (IOException e) {
            if (transferAddress == null) {
                throw e;
            }
            sendError = reason(e); // the network may come back; if it does not, this is the reason to report
        }
    }

    /** Sends a last error packet if the server's port is known. */
    private void sendFailure(TransferSocket socket, TftpPacket.Failure why) {
        try {
            if (why != null && transferAddress != null) {
                socket.send(transferAddress, why);
            }
        } catch (IOException e) {
            return; // the server will run into its own timeout
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
