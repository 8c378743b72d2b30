package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.Map;

/**
 * The options that client and server have agreed on: block size (RFC 2348) and file size (RFC 2349).
 *
 * @param size the size of the file in bytes as the server announced it, or -1
 */
record TftpOptions(int blockSize, long size) {
    static final String BLOCK_SIZE = "blksize";
    static final String SIZE = "tsize";
    static final TftpOptions NONE = new TftpOptions(TftpPacket.BLOCK, -1);

    /**
     * Reads the options that the server has accepted.
     *
     * @throws Problem if one was not asked for, or its value does not fit the request
     */
    static TftpOptions of(Map<String, String> agreed, Map<String, String> asked) throws Problem {
        long block = TftpPacket.BLOCK;
        long size = -1;
        for (Map.Entry<String, String> option : agreed.entrySet()) {
            long value = number(option.getValue());
            boolean fits = switch (option.getKey()) {
                case BLOCK_SIZE -> value >= FileRequest.LEAST_BLOCK && value <= number(asked.get(BLOCK_SIZE));
                case SIZE -> value >= 0 && asked.containsKey(SIZE);
                default -> false;
            };
            if (!fits) {
                String shown = VisibleText.brief(option.getKey() + "=" + option.getValue());
                throw new Problem("problem.tftp.option", -1, shown);
            }
            block = option.getKey().equals(BLOCK_SIZE) ? value : block;
            size = option.getKey().equals(SIZE) ? value : size;
        }
        return new TftpOptions((int) block, size);
    }

    /** Parses a number of decimal digits only; returns -1 for any other text. */
    private static long number(String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
