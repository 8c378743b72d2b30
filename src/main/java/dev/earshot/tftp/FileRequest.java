package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.address.ConnectAddress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Describes a file to fetch from a server, and the limits of the transfer. It may hold any input of a person until
 * {@link #check} accepts it.
 *
 * @param file the name of the file on the server
 * @param timeoutMillis the time to wait for an answer before the last packet is sent again; then twice and four times
 *     that
 * @param retries the number of repeats without progress before the transfer is given up
 * @param mostBytes the largest size of the file; a larger file is refused, or stopped before it exceeds this
 * @param blockSize the bytes in a block, asked for as an option where it is not 512 (RFC 2348)
 * @param options whether to ask for options: the size of the file (RFC 2349) and the block size
 */
public record FileRequest(
        ConnectAddress server,
        String file,
        TransferMode mode,
        int timeoutMillis,
        int retries,
        long mostBytes,
        int blockSize,
        boolean options) {
    /** The port on which TFTP servers listen (RFC 1350, section 4). */
    public static final int PORT = 69;

    public static final int LEAST_TIMEOUT_MILLIS = 50;
    public static final int MOST_TIMEOUT_MILLIS = 60_000;
    public static final int MOST_RETRIES = 100;
    public static final int LEAST_BLOCK = 8;
    /**
     * The largest block whose packet fits into an IP packet (RFC 2348 says 65,464, which forgets the options of IP).
     */
    public static final int MOST_BLOCK = 65_400;

    /** Returns a request with the defaults: octet, one second, five retries, 1 GiB, blocks of 512 bytes, options. */
    public static FileRequest of(ConnectAddress server, String file) {
        return new FileRequest(server, file, TransferMode.OCTET, 1_000, 5, 1L << 30, TftpPacket.BLOCK, true);
    }

    /**
     * Converts a timeout typed in seconds, such as {@code 1.5}, to milliseconds.
     *
     * @throws Problem {@code problem.tftp.timeout} if it is not a number or out of range
     */
    public static int millis(String seconds) throws Problem {
        boolean number = seconds.matches("[0-9]{0,4}([0-9]|\\.[0-9]{1,3})");
        int millis = number ? new BigDecimal(seconds).movePointRight(3).intValueExact() : -1;
        inRange("problem.tftp.timeout", millis, LEAST_TIMEOUT_MILLIS, MOST_TIMEOUT_MILLIS);
        return millis;
    }

    /**
     * Checks the file's name and the limits.
     *
     * @throws Problem the first fault; the name is checked first
     */
    public void check() throws Problem {
        if (file.isEmpty()) {
            throw new Problem("problem.tftp.file.empty", 0);
        }
        int zero = file.indexOf('\0');
        if (zero >= 0) {
            throw new Problem("problem.tftp.file.zero", zero, VisibleText.brief(file));
        }
        if (PacketCodec.encode(packet()).length > TftpPacket.LONGEST_REQUEST) {
            int most = TftpPacket.LONGEST_REQUEST - (PacketCodec.encode(packet()).length - fileBytes());
            throw new Problem("problem.tftp.file.long", 0, fileBytes(), most);
        }
        inRange("problem.tftp.timeout", timeoutMillis, LEAST_TIMEOUT_MILLIS, MOST_TIMEOUT_MILLIS);
        inRange("problem.tftp.retries", retries, 0, MOST_RETRIES);
        inRange("problem.tftp.block.size", blockSize, LEAST_BLOCK, MOST_BLOCK);
    }

    /** Returns the server, a space and the file, such as {@code boot.local:69 fw.bin}. */
    public String target() {
        return server.text() + " " + file;
    }

    /** Returns the packet that asks the server for the file. */
    TftpPacket.Request packet() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (options && mode == TransferMode.OCTET) {
            asked.put(TftpOptions.SIZE, "0"); // in netascii nobody knows what a size would count
        }
        if (options && blockSize != TftpPacket.BLOCK) {
            asked.put(TftpOptions.BLOCK_SIZE, Integer.toString(blockSize));
        }
        return new TftpPacket.Request(false, file, mode.word(), asked);
    }

    private int fileBytes() {
        return file.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void inRange(String key, int value, int least, int most) throws Problem {
        if (value < least || value > most) {
            throw new Problem(key, 0, value, least, most);
        }
    }
}
