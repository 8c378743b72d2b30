package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.ConnectAddress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which file is to be read from whom, and how patiently; what a person typed, which {@link #check} has to pass.
 *
 * @param file its name as the server knows it
 * @param timeoutMillis how long an answer is waited for before it is asked again; then twice and four times that
 * @param retries how often it is asked again without any progress before the transfer is given up
 * @param mostBytes a larger file is refused, or broken off before it becomes larger
 * @param blockSize bytes a block, asked for as an option where it is not 512 (RFC 2348)
 * @param options whether options are asked for: how large the file is (RFC 2349), and the block size
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
    /** Where servers listen (RFC 1350, section 4). */
    public static final int PORT = 69;

    public static final int LEAST_TIMEOUT_MILLIS = 50;
    public static final int MOST_TIMEOUT_MILLIS = 60_000;
    public static final int MOST_RETRIES = 100;
    public static final int LEAST_BLOCK = 8;
    /** Beyond that a packet would be longer than any IP packet (RFC 2348 says 65,464, which forgets options of IP). */
    public static final int MOST_BLOCK = 65_400;

    /** With what suits most: octet, one second, five retries, 1 GiB, blocks of 512 bytes, and the size asked for. */
    public static FileRequest of(ConnectAddress server, String file) {
        return new FileRequest(server, file, TransferMode.OCTET, 1_000, 5, 1L << 30, TftpPacket.BLOCK, true);
    }

    /**
     * Reads a time to wait, in seconds with a decimal point if need be, as milliseconds.
     *
     * @throws Problem {@code problem.tftp.timeout} if it is none that is possible
     */
    public static int millis(String seconds) throws Problem {
        boolean number = seconds.matches("[0-9]{0,4}([0-9]|\\.[0-9]{1,3})");
        int millis = number ? new BigDecimal(seconds).movePointRight(3).intValueExact() : -1;
        inRange("problem.tftp.timeout", millis, LEAST_TIMEOUT_MILLIS, MOST_TIMEOUT_MILLIS);
        return millis;
    }

    /** @throws Problem what is wrong, first that of the file */
    public void check() throws Problem {
        if (file.isEmpty()) {
            throw new Problem("problem.tftp.file.empty", 0);
        }
        int zero = file.indexOf('\0');
        if (zero >= 0) {
            throw new Problem("problem.tftp.file.zero", zero, VisibleText.brief(file));
        }
        if (PacketBytes.of(packet()).length > TftpPacket.LONGEST_REQUEST) {
            int most = TftpPacket.LONGEST_REQUEST - (PacketBytes.of(packet()).length - fileBytes());
            throw new Problem("problem.tftp.file.long", 0, fileBytes(), most);
        }
        inRange("problem.tftp.timeout", timeoutMillis, LEAST_TIMEOUT_MILLIS, MOST_TIMEOUT_MILLIS);
        inRange("problem.tftp.retries", retries, 0, MOST_RETRIES);
        inRange("problem.tftp.block.size", blockSize, LEAST_BLOCK, MOST_BLOCK);
    }

    /** The server and behind a space the file, as {@code boot.local:69 fw.bin}. */
    public String target() {
        return server.text() + " " + file;
    }

    /** The packet that asks for it. */
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
