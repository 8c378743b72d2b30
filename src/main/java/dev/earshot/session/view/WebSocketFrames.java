package dev.earshot.session.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the frames of WebSocket (RFC 6455, section 5.2) in a message.
 *
 * @param frames the frames from the first byte on
 * @param end where the last one ends that is whole
 */
record WebSocketFrames(List<Frame> frames, int end) {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;

    private static final int MOST_FRAMES = 1000;
    private static final int CONTROL = 8; // the bit of opcodes of frames that must be short and whole
    private static final int MOST_OF_CONTROL = 125;

    /**
     * One frame.
     *
     * @param from index of its first byte
     * @param mask index of the first byte of the masking key, or -1 without one
     * @param payload the payload as it was before masking
     * @param payloadFrom index of its first byte
     */
    record Frame(int from, int first, int mask, byte[] payload, int payloadFrom) {
        boolean isFinal() {
            return (first & 0x80) != 0;
        }

        /** Whether the payload is compressed (RFC 7692, section 6). */
        boolean isCompressed() {
            return (first & 0x40) != 0;
        }

        int opcode() {
            return first & 0x0F;
        }

        int to() {
            return payloadFrom + payload.length;
        }
    }

    static WebSocketFrames read(byte... bytes) {
        List<Frame> frames = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && frames.size() < MOST_FRAMES) {
            Frame frame = frame(bytes, at);
            if (frame == null) {
                break;
            }
            frames.add(frame);
            at = frame.to();
        }
        return new WebSocketFrames(frames, at);
    }

    /** Returns the frame at an index; null if it is not whole or not one. */
    private static Frame frame(byte[] bytes, int from) {
        if (bytes.length - from < 2) {
            return null;
        }
        int first = bytes[from] & 0xFF;
        int opcode = first & 0x0F;
        boolean isControl = (opcode & CONTROL) != 0;
        int brief = bytes[from + 1] & 0x7F;
        boolean masked = bytes[from + 1] < 0;
        int size = brief == 126 ? 2 : brief == 127 ? 8 : 0;
        int head = from + 2 + size;
        boolean odd = (first & 0x30) != 0 || (opcode & 7) > 2;
        if (odd || isControl && (first < 0x80 || brief > MOST_OF_CONTROL) || head + (masked ? 4 : 0) > bytes.length) {
            return null;
        }
        long length = size == 0 ? brief : number(bytes, from + 2, size);
        int payload = head + (masked ? 4 : 0);
        boolean isShortest = size == 0 || length > (size == 2 ? MOST_OF_CONTROL : 0xFFFF);
        if (!isShortest || length < 0 || length > bytes.length - payload) {
            return null;
        }
        byte[] plain = new byte[(int) length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (bytes[payload + i] ^ (masked ? bytes[head + i % 4] : 0));
        }
        return new Frame(from, first, masked ? head : -1, plain, payload);
    }

    private static long number(byte[] bytes, int from, int size) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << 8 | bytes[from + i] & 0xFF;
        }
        return number;
    }
}
