package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.Map;

/**
 * What was agreed on beyond RFC 1350: the block size (RFC 2348) and the size of the file (RFC 2349).
 *
 * @param size what the server says that the file has, in bytes, or -1
 */
record TftpOptions(int blockSize, long size) {
    static final String BLOCK_SIZE = "blksize";
    static final String SIZE = "tsize";
    static final TftpOptions NONE = new TftpOptions(TftpPacket.BLOCK, -1);

    /**
     * What the server has agreed to.
     *
     * @throws Problem if it was not asked for, or not so
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

    /** Decimal digits only, or -1. */
    private static long number(String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
