package dev.earshot.tftp;

import java.util.Map;

/** One packet of TFTP (RFC 1350, section 5, and RFC 2347), as a value; {@link PacketBytes} reads and writes them. */
public sealed interface TftpPacket {
    /** The size of a block where nothing else was agreed on. */
    int BLOCK = 512;

    /** The longest request and the longest error that RFC 2347 allows, in bytes. */
    int LONGEST_REQUEST = 512;

    /**
     * Asks for a file (RRQ), or to be given one (WRQ).
     *
     * @param mode as it was written; octet or netascii, in any case
     * @param options their names in lower case, in their order (RFC 2347)
     */
    record Request(boolean write, String file, String mode, Map<String, String> options) implements TftpPacket {}

    /**
     * A block of the file. The bytes are those of the buffer that was read.
     *
     * @param block 0 to 65,535, going on with 0
     * @param length 0 to the size of a block; less than that in the last one
     */
    record Data(int block, byte[] buffer, int offset, int length) implements TftpPacket {}

    /** This block has come. */
    record Ack(int block) implements TftpPacket {}

    /** Why the transfer ends. The text is whatever the other side has put there. */
    record Failure(int code, String text) implements TftpPacket {}

    /** These options, with these values, are agreed to (RFC 2347). */
    record OptionAck(Map<String, String> options) implements TftpPacket {}

    /**
     * No packet of TFTP.
     *
     * @param opcode its first two bytes, or -1 if there are fewer
     * @param length of all of it
     */
    record Unknown(int opcode, int length) implements TftpPacket {}

    /** What an error says by its number (RFC 1350, appendix, and RFC 2347). */
    final class Code {
        public static final int UNDEFINED = 0;
        public static final int NOT_FOUND = 1;
        public static final int NO_ACCESS = 2;
        public static final int DISK_FULL = 3;
        public static final int ILLEGAL = 4;
        public static final int UNKNOWN_TRANSFER = 5;
        public static final int EXISTS = 6;
        public static final int NO_USER = 7;
        public static final int OPTIONS = 8;

        private Code() {}
    }
}
