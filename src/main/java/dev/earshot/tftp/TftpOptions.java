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
     * Reads the options that the server has accepted. If none were asked for, those are read that change nothing: the
     * standard block size and the file size. A file size that is no number counts as none.
     *
     * @throws Problem if another one was not asked for, or its value does not fit the request
     */
    static TftpOptions of(Map<String, String> agreed, Map<String, String> asked) throws Problem {
        boolean unasked = asked.isEmpty();
        long block = TftpPacket.BLOCK;
        long size = -1;
        for (Map.Entry<String, String> option : agreed.entrySet()) {
            long value = number(option.getValue());
            boolean fits = switch (option.getKey()) {
                case BLOCK_SIZE ->
                    unasked
                            ? value == TftpPacket.BLOCK
                            : value >= FileRequest.LEAST_BLOCK && value <= number(asked.get(BLOCK_SIZE));
                case SIZE -> unasked || asked.containsKey(SIZE);
                default -> false;
            };
            if (!fits) {
                String shown = VisibleText.brief(option.getKey() + "=" + option.getValue());
                throw new Problem(unasked ? "problem.tftp.option.unasked" : "problem.tftp.option", -1, shown);
            }
            block = option.getKey().equals(BLOCK_SIZE) ? value : block;
            size = option.getKey().equals(SIZE) ? value : size;
        }
        return new TftpOptions((int) block, size);
    }

    /** Parses a number of decimal digits, perhaps with blanks around it; returns -1 for any other text. */
    private static long number(String text) {
        return text != null && text.strip().matches("[0-9]{1,18}") ? Long.parseLong(text.strip()) : -1;
    }
}
