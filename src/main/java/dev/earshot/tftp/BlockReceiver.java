package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.tftp.TftpPacket.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Receives one file block by block and decides the answer to each packet of the server. It has neither a socket nor a
 * clock. Confined to one thread, but for {@link #bytes} and {@link #size}.
 */
final class BlockReceiver {
    /**
     * The shortest time between two acknowledgements of the same block, in nanoseconds. A server that answers every
     * acknowledgement with a block would otherwise get two for one, and send two for each of them.
     */
    static final long REPEAT_NANOS = 200_000_000;

    /** How often a request with options is repeated without an answer. */
    private static final int REPEATS_WITH_OPTIONS = 2;

    /** The most characters of an error that are shown: its reason often stands behind a path. */
    private static final int WORDS = 200;

    private final FileRequest request;
    private final OutputStream out;
    private TftpPacket.Request sentRequest;
    private TftpOptions options = TftpOptions.NONE;
    private TftpPacket latest;
    private long acknowledgedNanos;
    private long blocks;
    private long skippedNumbers;
    private long steps;
    private boolean acknowledged;
    private boolean complete;
    private volatile long bytes;
    private volatile long size = -1;

    /** Ends a transfer; says why, and holds the error packet for the server, or null if the server knows. */
    static final class TransferError extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;
        private final transient TftpPacket.Failure answer;

        TransferError(Problem problem, TftpPacket.Failure answer) {
            super(problem.getMessage(), null, false, false);
            this.problem = problem;
            this.answer = answer;
        }

        Problem problem() {
            return problem;
        }

        TftpPacket.Failure answer() {
            return answer;
        }
    }

    /** @param out receives the file; closed when the file is complete, before its last block is acknowledged */
    BlockReceiver(FileRequest request, OutputStream out) {
        this.request = request;
        this.out = out;
        sentRequest = request.packet();
        latest = sentRequest;
    }

    /** Returns the packet to send first, and again whenever an answer is overdue. */
    TftpPacket latest() {
        return latest;
    }

    /**
     * Returns the packet to send after some repeats in a row without an answer. A request is tried without options
     * then, as some servers do not answer others; an answer to an earlier request is understood all the same.
     */
    TftpPacket latest(int repeatsInARow) {
        return repeatsInARow >= REPEATS_WITH_OPTIONS && canAskAgain() ? withoutOptions() : latest;
    }

    /** Returns whether the whole file has been received and written. */
    boolean isComplete() {
        return complete;
    }

    /** Returns the number of received bytes of the file, as they travelled; any thread. */
    long bytes() {
        return bytes;
    }

    /** Returns the announced size of the file in bytes, which may be wrong, or -1. Any thread. */
    long size() {
        return size;
    }

    /** Returns a count that grows with every packet that makes progress, and with no other. */
    long steps() {
        return steps;
    }

    /**
     * Handles a packet of the server.
     *
     * @return the answer to send, or null; a {@link TftpPacket.Request} goes to the address of the first request
     */
    TftpPacket receive(TftpPacket packet, long nowNanos) throws TransferError {
        TftpPacket answer;
        if (packet instanceof TftpPacket.Data data) {
            answer = receiveData(data, nowNanos);
        } else if (packet instanceof TftpPacket.OptionAck optionAck) {
            answer = receiveOptionAck(optionAck, nowNanos);
        } else if (packet instanceof TftpPacket.Failure failure) {
            answer = receiveFailure(failure);
        } else if (packet instanceof TftpPacket.Unknown unknown && unknown.isOptionAck() && canAskAgain()) {
            answer = askAgain();
        } else {
            throw error(ErrorCode.ILLEGAL, "not a packet for who reads a file", "problem.tftp.packet");
        }
        acknowledged |= answer instanceof TftpPacket.Ack;
        return answer;
    }

    private TftpPacket receiveData(TftpPacket.Data data, long nowNanos) throws TransferError {
        if (data.block() == 1 && blocks > 0 && number(blocks + 1) == 0) {
            skippedNumbers++; // behind 65535 this server goes on at 1; none can send block 1 before 0 is acknowledged
        }
        int ahead = (short) (data.block() - number(blocks + 1));
        if (ahead > 0 || -ahead > blocks) {
            throw error(
                    ErrorCode.ILLEGAL, "block out of order", "problem.tftp.block", data.block(), number(blocks + 1));
        } else if (ahead < 0) {
            return ahead == -1 ? acknowledgeAgain(nowNanos) : null;
        } else if (complete) {
            return null;
        }
        if (isBlockOfAskedSize(data)) {
            options = new TftpOptions(data.length(), -1);
        }
        append(data);
        blocks++;
        steps++;
        return acknowledge(nowNanos);
    }

    /**
     * Returns whether the server uses the block size that it was asked for without having agreed to it. No other server
     * sends just so many bytes, if they are more than the standard allows.
     */
    private boolean isBlockOfAskedSize(TftpPacket.Data data) {
        return !acknowledged
                && data.length() > TftpPacket.BLOCK
                && Integer.toString(data.length()).equals(sentRequest.options().get(TftpOptions.BLOCK_SIZE));
    }

    private void append(TftpPacket.Data data) throws TransferError {
        long after = bytes + data.length();
        if (data.length() > options.blockSize()) {
            throw error(
                    ErrorCode.ILLEGAL,
                    "block too large",
                    "problem.tftp.block.length",
                    data.block(),
                    data.length(),
                    options.blockSize());
        } else if (after > request.mostBytes()) {
            throw tooLarge();
        }
        boolean last = data.length() < options.blockSize();
        write(data, last);
        bytes = after; // one writer
        complete = last;
    }

    private void write(TftpPacket.Data data, boolean last) throws TransferError {
        try {
            out.write(data.buffer(), data.offset(), data.length());
            if (last) {
                out.close();
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            throw error(ErrorCode.DISK_FULL, "cannot be written", "problem.tftp.write", why);
        }
    }

    private TftpPacket receiveOptionAck(TftpPacket.OptionAck packet, long nowNanos) throws TransferError {
        if (blocks > 0) {
            return null; // an old packet that was delayed
        } else if (acknowledged) {
            return acknowledgeAgain(nowNanos);
        }
        try {
            options = TftpOptions.of(packet.options(), sentRequest.options());
        } catch (Problem e) {
            if (canAskAgain()) {
                return askAgain();
            }
            throw new TransferError(e, new TftpPacket.Failure(ErrorCode.OPTIONS, "not what was asked for"));
        }
        size = options.size() == 0 ? -1 : options.size(); // some servers only repeat the 0 of the request
        if (size > request.mostBytes()) {
            throw tooLarge();
        }
        steps++;
        return acknowledge(nowNanos);
    }

    /** Asks again without options if the server may have refused only those: it may well have the file. */
    private TftpPacket receiveFailure(TftpPacket.Failure failure) throws TransferError {
        int code = failure.code();
        boolean mayConcernOptions =
                code == ErrorCode.OPTIONS || code == ErrorCode.ILLEGAL || code == ErrorCode.UNDEFINED;
        if (mayConcernOptions && canAskAgain()) {
            return askAgain();
        }
        throw new TransferError(refused(failure), null);
    }

    private boolean canAskAgain() {
        return !acknowledged && !sentRequest.options().isEmpty();
    }

    /** Begins again with a request without options, because the server cannot deal with them. */
    private TftpPacket askAgain() {
        sentRequest = withoutOptions();
        latest = sentRequest;
        steps++;
        return latest;
    }

    private TftpPacket.Request withoutOptions() {
        return new TftpPacket.Request(false, sentRequest.file(), sentRequest.mode(), Map.of());
    }

    private Problem refused(TftpPacket.Failure failure) {
        String words = failure.text().isBlank()
                ? "-"
                : VisibleText.brief(failure.text().strip(), WORDS);
        String file = VisibleText.brief(request.file());
        String server = request.server().text();
        boolean known = failure.code() <= ErrorCode.OPTIONS;
        String key = known ? "problem.tftp.error." + failure.code() : "problem.tftp.error.other";
        return new Problem(key, -1, server, file, words, failure.code());
    }

    private TftpPacket acknowledge(long nowNanos) {
        acknowledgedNanos = nowNanos;
        latest = new TftpPacket.Ack(number(blocks));
        return latest;
    }

    /** Returns the number by which the server calls a block; of long files they begin again, at 0 or at 1. */
    private int number(long block) {
        return (int) (block + skippedNumbers & 0xFFFF);
    }

    /** Acknowledges again, but not too soon: the acknowledgement was lost, or the block came twice. */
    private TftpPacket acknowledgeAgain(long nowNanos) {
        return nowNanos - acknowledgedNanos < REPEAT_NANOS ? null : acknowledge(nowNanos);
    }

    private TransferError tooLarge() {
        return size < 0
                ? error(ErrorCode.DISK_FULL, "larger than is wanted", "problem.tftp.large", request.mostBytes())
                : error(
                        ErrorCode.DISK_FULL,
                        "larger than is wanted",
                        "problem.tftp.large.said",
                        request.mostBytes(),
                        size);
    }

    private static TransferError error(int code, String text, String key, Object... arguments) {
        return new TransferError(new Problem(key, -1, arguments), new TftpPacket.Failure(code, text));
    }
}
