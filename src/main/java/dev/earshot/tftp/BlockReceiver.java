package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.tftp.TftpPacket.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * One file as it comes, block by block: what each packet of the server means and what it is answered with. Knows neither
 * socket nor time but what it is told. Confined to one thread, but for the figures.
 */
final class BlockReceiver {
    /**
     * A block that comes again is acknowledged again at most so often: whoever answers every acknowledgement with a block
     * would else be given two for one, and give two for each of them.
     */
    static final long REPEAT_NANOS = 200_000_000;

    private final FileRequest request;
    private final OutputStream out;
    private TftpPacket.Request asked;
    private TftpOptions agreed = TftpOptions.NONE;
    private TftpPacket latest;
    private long acknowledgedNanos;
    private long blocks;
    private long steps;
    private boolean heard;
    private boolean done;
    private volatile long bytes;
    private volatile long size = -1;

    /** The transfer cannot go on: why, and what the server is told, or null if it knows. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;
        private final transient TftpPacket.Failure answer;

        Broken(Problem problem, TftpPacket.Failure answer) {
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

    /** @param out where the file goes; closed when it is whole, before its last block is acknowledged */
    BlockReceiver(FileRequest request, OutputStream out) {
        this.request = request;
        this.out = out;
        asked = request.packet();
        latest = asked;
    }

    /** The packet to send first, and again whenever an answer is overdue. */
    TftpPacket latest() {
        return latest;
    }

    /** Whether the file is whole. */
    boolean done() {
        return done;
    }

    /** Bytes of the file that have come, as they travelled; any thread. */
    long bytes() {
        return bytes;
    }

    /** How many bytes there are to come in all, says the server, or -1; any thread. */
    long size() {
        return size;
    }

    /** Grows with all that brings the transfer on, and with nothing else. */
    long steps() {
        return steps;
    }

    /**
     * Takes a packet of the server.
     *
     * @return what to send, or null; a {@link TftpPacket.Request} goes to where the first one went
     */
    TftpPacket on(TftpPacket packet, long nowNanos) throws Broken {
        TftpPacket answer;
        if (packet instanceof TftpPacket.Data data) {
            answer = data(data, nowNanos);
        } else if (packet instanceof TftpPacket.OptionAck options) {
            answer = optionAck(options, nowNanos);
        } else if (packet instanceof TftpPacket.Failure failure) {
            answer = failure(failure);
        } else {
            throw broken(Code.ILLEGAL, "not a packet for who reads a file", "problem.tftp.packet");
        }
        heard |= answer instanceof TftpPacket.Ack;
        return answer;
    }

    private TftpPacket data(TftpPacket.Data data, long nowNanos) throws Broken {
        int ahead = (short) (data.block() - (blocks + 1));
        if (ahead > 0 || -ahead > blocks) {
            throw broken(Code.ILLEGAL, "block out of order", "problem.tftp.block", data.block(), (int)
                    (blocks + 1 & 0xFFFF));
        } else if (ahead < 0) {
            return ahead == -1 ? repeated(nowNanos) : null;
        } else if (done) {
            return null;
        }
        take(data);
        blocks++;
        steps++;
        return acknowledge(nowNanos);
    }

    private void take(TftpPacket.Data data) throws Broken {
        long after = bytes + data.length();
        if (data.length() > agreed.blockSize()) {
            throw broken(
                    Code.ILLEGAL,
                    "block too large",
                    "problem.tftp.block.length",
                    data.block(),
                    data.length(),
                    agreed.blockSize());
        } else if (after > request.mostBytes()) {
            throw tooLarge();
        }
        boolean last = data.length() < agreed.blockSize();
        if (size >= 0 && after > size) {
            throw broken(Code.UNDEFINED, "larger than was said", "problem.tftp.size.lie", size, after);
        } else if (size >= 0 && last && after < size) {
            throw broken(Code.UNDEFINED, "smaller than was said", "problem.tftp.size.short", size, after);
        }
        write(data, last);
        bytes = after; // one writer
        done = last;
    }

    private void write(TftpPacket.Data data, boolean last) throws Broken {
        try {
            out.write(data.buffer(), data.offset(), data.length());
            if (last) {
                out.close();
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            throw broken(Code.DISK_FULL, "cannot be written", "problem.tftp.write", why);
        }
    }

    private TftpPacket optionAck(TftpPacket.OptionAck packet, long nowNanos) throws Broken {
        if (blocks > 0) {
            return null; // an old one that took its time
        } else if (heard) {
            return repeated(nowNanos);
        }
        if (asked.options().isEmpty()) {
            throw broken(Code.OPTIONS, "no options were asked for", "problem.tftp.option.unasked");
        }
        try {
            agreed = TftpOptions.of(packet.options(), asked.options());
        } catch (Problem e) {
            throw new Broken(e, new TftpPacket.Failure(Code.OPTIONS, "not what was asked for"));
        }
        size = agreed.size() == 0 ? -1 : agreed.size(); // some only repeat the 0 that they were asked with
        if (size > request.mostBytes()) {
            throw tooLarge();
        }
        steps++;
        return acknowledge(nowNanos);
    }

    /** A server that refuses the options, or fails over them, may well have the file: it is asked again without. */
    private TftpPacket failure(TftpPacket.Failure failure) throws Broken {
        int code = failure.code();
        boolean overOptions = code == Code.OPTIONS || code == Code.ILLEGAL || code == Code.UNDEFINED;
        if (!heard && overOptions && !asked.options().isEmpty()) {
            asked = new TftpPacket.Request(false, asked.file(), asked.mode(), Map.of());
            latest = asked;
            steps++;
            return latest;
        }
        throw new Broken(refused(failure), null);
    }

    private Problem refused(TftpPacket.Failure failure) {
        String words = failure.text().isBlank()
                ? "-"
                : VisibleText.brief(failure.text().strip());
        String file = VisibleText.brief(request.file());
        String server = request.server().text();
        boolean known = failure.code() <= Code.OPTIONS;
        String key = known ? "problem.tftp.error." + failure.code() : "problem.tftp.error.other";
        return new Problem(key, -1, server, file, words, failure.code());
    }

    private TftpPacket acknowledge(long nowNanos) {
        acknowledgedNanos = nowNanos;
        latest = new TftpPacket.Ack((int) (blocks & 0xFFFF));
        return latest;
    }

    /** The acknowledgement was lost, or the block came twice. */
    private TftpPacket repeated(long nowNanos) {
        return nowNanos - acknowledgedNanos < REPEAT_NANOS ? null : acknowledge(nowNanos);
    }

    private Broken tooLarge() {
        return size < 0
                ? broken(Code.DISK_FULL, "larger than is wanted", "problem.tftp.large", request.mostBytes())
                : broken(Code.DISK_FULL, "larger than is wanted", "problem.tftp.large.said", request.mostBytes(), size);
    }

    private static Broken broken(int code, String told, String key, Object... arguments) {
        return new Broken(new Problem(key, -1, arguments), new TftpPacket.Failure(code, told));
    }
}
