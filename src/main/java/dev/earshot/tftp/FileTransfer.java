package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.EventSink;
import dev.earshot.tftp.BlockReceiver.Broken;
import dev.earshot.tftp.TftpPacket.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.IntSupplier;

/**
 * Fetches one file over one socket. {@link #run} blocks and belongs to one thread, never the EDT; {@link #cancel} and the
 * figures are for any thread.
 */
public final class FileTransfer {
    /** The id of this kind of endpoint in events and captures. */
    public static final String KIND = "TFTP";

    /** Whoever else writes to our port is told so this often; beyond that it is not even heard. */
    static final int MOST_STRANGERS = 100;

    private static final int LONGEST_WAIT = 4;

    private final FileRequest request;
    private final EventSink sink;
    private final IntSupplier peerIds;
    private final BlockReceiver reception;
    private final HostLookup lookup = new HostLookup();
    private InetSocketAddress server;
    private InetSocketAddress transfer;
    private InetSocketAddress refused;
    private InetSocketAddress stranger;
    private int strangers;
    private int repeatsInARow;
    private String sendingFailed = "";
    private volatile int repeats;
    private volatile boolean cancelled;
    private volatile TransferSocket waiting;

    /**
     * @param out where the file goes; closed when it is whole, and only then
     * @param sink told of every packet, its bytes as they travel, with a peer for each address and port. The first event is
     *     Opened, the last one Closed. {@link PacketBytes} says what a packet means
     * @param peerIds gives each peer its number
     */
    public FileTransfer(FileRequest request, OutputStream out, EventSink sink, IntSupplier peerIds) {
        this.request = request;
        this.sink = sink;
        this.peerIds = peerIds;
        OutputStream local =
                request.mode() == TransferMode.NETASCII ? new NetasciiOutput(out, System.lineSeparator()) : out;
        reception = new BlockReceiver(request, local);
    }

    /**
     * Fetches the file; returns when it is whole and its stream closed.
     *
     * @return false if {@link #cancel} came before
     * @throws Problem why the file could not be had: {@code problem.tftp.*}
     */
    public boolean run() throws Problem {
        InetAddress ip = address();
        if (ip == null) {
            return false;
        }
        server = new InetSocketAddress(ip, request.server().port());
        try (TransferSocket socket = TransferSocket.towards(server, request.target(), sink, peerIds)) {
            waiting = socket;
            return run(socket);
        } catch (IOException e) {
            throw new Problem("problem.tftp.socket", -1, request.server().text(), words(e));
        }
    }

    /** Ends it: {@link #run} returns soon, and the server is told. Returns at once. */
    public void cancel() {
        cancelled = true;
        lookup.cancel();
        TransferSocket socket = waiting;
        if (socket != null) {
            socket.wake();
        }
    }

    /** Bytes of the file that have come. */
    public long bytes() {
        return reception.bytes();
    }

    /** How many there are to come in all, says the server, or -1. */
    public long size() {
        return reception.size();
    }

    /** How often something had to be sent again because no answer came. */
    public int repeats() {
        return repeats;
    }

    private InetAddress address() throws Problem {
        try {
            return lookup.of(request.server().host());
        } catch (UnknownHostException e) {
            throw new Problem("problem.tftp.host.unknown", -1, request.server().host());
        }
    }

    private boolean run(TransferSocket socket) throws Problem, IOException {
        send(socket, reception.latest());
        while (!reception.done()) {
            boolean heard = listen(socket);
            if (cancelled) {
                leave(socket, new TftpPacket.Failure(Code.UNDEFINED, "cancelled"));
                return false;
            } else if (!heard) {
                again(socket);
            }
        }
        return true;
    }

    /** Until the file has grown, or it is time to ask again: what strangers send, or what came before, is no answer. */
    private boolean listen(TransferSocket socket) throws Problem, IOException {
        long wait = (long) request.timeoutMillis() * Math.min(1L << Math.min(repeatsInARow, 8), LONGEST_WAIT);
        long until = System.nanoTime() + wait * 1_000_000;
        long before = reception.steps();
        while (!cancelled && socket.receive(until, this::isIgnored)) {
            handle(socket);
            if (reception.steps() > before) {
                repeatsInARow = 0;
                return true;
            }
        }
        return false;
    }

    private void handle(TransferSocket socket) throws Problem, IOException {
        boolean known = transfer == null && socket.from().equals(refused);
        if (known && socket.packet() instanceof TftpPacket.Failure) {
            refused = null; // its refusal of the options once more: a network may double it
            return;
        } else if (isStranger(socket.from())) {
            refuse(socket);
            return;
        }
        transfer = socket.from();
        try {
            TftpPacket answer = reception.on(socket.packet(), System.nanoTime());
            if (answer != null) {
                send(socket, answer);
            }
        } catch (Broken e) {
            leave(socket, e.answer());
            throw e.problem();
        }
    }

    /** The first answer decides which port the transfer comes from (RFC 1350, section 4), but not from which computer. */
    private boolean isStranger(InetSocketAddress from) {
        return transfer == null ? !from.getAddress().equals(server.getAddress()) : !from.equals(transfer);
    }

    private boolean isIgnored(InetSocketAddress from) {
        return strangers >= MOST_STRANGERS && isStranger(from);
    }

    /** Never an error about an error: two such programs would go on for ever. */
    private void refuse(TransferSocket socket) throws IOException {
        stranger = socket.from();
        strangers++;
        if (!(socket.packet() instanceof TftpPacket.Failure)) {
            socket.send(stranger, new TftpPacket.Failure(Code.UNKNOWN_TRANSFER, "unknown transfer"));
        }
    }

    private void again(TransferSocket socket) throws Problem, IOException {
        if (repeatsInARow++ == request.retries()) {
            leave(socket, transfer == null ? null : new TftpPacket.Failure(Code.UNDEFINED, "no answer"));
            throw silent();
        }
        repeats++; // one writer
        send(socket, reception.latest());
    }

    private Problem silent() {
        String name = request.server().text();
        if (!sendingFailed.isEmpty()) {
            return new Problem("problem.tftp.socket", -1, name, sendingFailed);
        } else if (transfer != null) {
            return new Problem("problem.tftp.stopped", -1, name, reception.bytes(), repeatsInARow);
        } else if (stranger != null) {
            return new Problem("problem.tftp.elsewhere", -1, name, Addresses.text(stranger));
        }
        return new Problem("problem.tftp.silent", -1, name, repeatsInARow);
    }

    /**
     * A request goes to the server's port and begins anew, everything else to the port that it has answered from. Another
     * transfer has another port (RFC 1350, section 4), but at servers that use theirs for all.
     */
    private void send(TransferSocket socket, TftpPacket packet) throws IOException {
        if (packet instanceof TftpPacket.Request) {
            refused = server.equals(transfer) ? null : transfer;
            transfer = null;
        }
        try {
            socket.send(transfer == null ? server : transfer, packet);
            sendingFailed = "";
        } catch (IOException e) {
            if (transfer == null) {
                throw e;
            }
            sendingFailed = words(e); // a network may come back; if it does not, this is why
        }
    }

    /** The last word, as far as it can be said. */
    private void leave(TransferSocket socket, TftpPacket.Failure why) {
        try {
            if (why != null && transfer != null) {
                socket.send(transfer, why);
            }
        } catch (IOException e) {
            return; // the server will find out by itself
        }
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
