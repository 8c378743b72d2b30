package dev.earshot.tftp;

import java.util.Map;

/** A TFTP packet (RFC 1350, section 5, and RFC 2347). {@link PacketCodec} encodes and decodes it. */
public sealed interface TftpPacket {
    /** The default size of a block, in bytes (RFC 1350, section 2). */
    int BLOCK = 512;

    /** The longest request and the longest error that RFC 2347 allows, in bytes. */
    int LONGEST_REQUEST = 512;

    /**
     * Asks to read a file (RRQ) or to write one (WRQ).
     *
     * @param mode the mode as written: octet or netascii, in upper or lower case
     * @param options values by names in lower case, in the order of the packet (RFC 2347)
     */
    record Request(boolean write, String file, String mode, Map<String, String> options) implements TftpPacket {}

    /**
     * Carries a block of the file. The bytes stay in the buffer that was read.
     *
     * @param block 0 to 65,535; continues with 0
     * @param length 0 to the size of a block; the last block is shorter than that
     */
    record Data(int block, byte[] buffer, int offset, int length) implements TftpPacket {}

    /** Acknowledges a block. */
    record Ack(int block) implements TftpPacket {}

    /** Ends the transfer with an error (ERROR). The text is any text of the other side. */
    record Failure(int code, String text) implements TftpPacket {}

    /** Accepts these options with these values (OACK, RFC 2347). */
    record OptionAck(Map<String, String> options) implements TftpPacket {}

    /**
     * Stands for bytes that are not a TFTP packet.
     *
     * @param opcode the first two bytes, or -1 if there are fewer
     * @param length the number of all bytes
     */
    record Unknown(int opcode, int length) implements TftpPacket {
        /** Returns whether it begins like an {@link OptionAck}. */
        boolean isOptionAck() {
            return opcode == PacketCodec.OPTION_ACK;
        }
    }

    /** The numbers of errors (RFC 1350, appendix, and RFC 2347). */
    final class ErrorCode {
        public static final int UNDEFINED = 0;
        public static final int NOT_FOUND = 1;
        public static final int NO_ACCESS = 2;
        public static final int DISK_FULL = 3;
        public static final int ILLEGAL = 4;
        public static final int UNKNOWN_TRANSFER = 5;
        public static final int EXISTS = 6;
        public static final int NO_USER = 7;
        public static final int OPTIONS = 8;

        private ErrorCode() {}
    }
}
