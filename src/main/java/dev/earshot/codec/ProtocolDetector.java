package dev.earshot.codec;

/**
 * Recognises a {@link Protocol} by the first bytes of a stream, however they are cut into reads. Keeps at most {@link
 * #KEPT} of them. Used by one thread at a time.
 */
public final class ProtocolDetector {
    /** The most bytes that are kept of a stream. */
    public static final int KEPT = 64;

    /** The longest first line, in bytes; the target of an HTTP request may be as long as that. */
    private static final int LONGEST_LINE = 8192;

    private static final Protocol[] ALL = Protocol.values();

    private final boolean client;
    private final byte[] head = new byte[KEPT];
    private int length; // of the head
    private Protocol line; // the protocol whose first line is being read
    private int lineLength;
    private long lineTail;
    private Protocol found;
    private String detail = "";
    private ClientHello hello;
    private boolean done;

    /** @param client whether the stream comes from the side that has connected */
    public ProtocolDetector(boolean client) {
        this.client = client;
    }

    /** Returns whether any of the protocols begins with this byte. Cheap: most streams need no detector. */
    public static boolean isFirstByte(byte first) {
        return switch (first) {
            case 0x00, 0x03, 0x0D, 0x10, 0x15, 0x16, (byte) 0xFF -> true;
            case 'C', 'D', 'G', 'H', 'O', 'P', 'S', 'T' -> true;
            default -> false;
        };
    }

    /** Reads the next bytes of the stream; returns whether further ones could tell more. */
    public boolean read(byte[] bytes, int offset, int count) {
        for (int i = 0; i < count && !done; i++) {
            accept(bytes[offset + i]);
        }
        return !done;
    }

    /** Returns the protocol, or null if none is recognised yet. */
    public Protocol protocol() {
        return found;
    }

    /** Returns a few words about the stream that need no translation, such as {@code GET /index.html}. */
    public String detail() {
        String name = hello == null ? "" : hello.serverName();
        return name.isEmpty() ? detail : detail + ", SNI " + name;
    }

    private void accept(byte next) {
        if (hello != null) {
            done = !hello.accept(next);
        } else if (line != null) {
            acceptLine(next);
        } else {
            head[length] = next;
            length++;
            acceptHead();
        }
    }

    private void acceptHead() {
        boolean open = false;
        for (Protocol protocol : ALL) {
            ProtocolMatch match = protocol.isSpokenBy(client) ? protocol.match(head, length) : ProtocolMatch.NO;
            if (match == ProtocolMatch.YES) {
                find(protocol);
                return;
            } else if (match == ProtocolMatch.LINE) {
                line = protocol;
                lineLength = length;
                return;
            }
            open |= match == ProtocolMatch.OPEN;
        }
        done = !open || length == KEPT;
    }

    private void find(Protocol protocol) {
        found = protocol;
        detail = protocol.detail(head, length);
        done = true;
        if (protocol == Protocol.TLS) {
            readHello();
        }
    }

    /** Goes on for the name of the server, from the beginning. */
    private void readHello() {
        byte[] begun = head.clone();
        hello = new ClientHello(head);
        done = false;
        read(begun, 0, length);
    }

    private void acceptLine(byte next) {
        lineLength++;
        if (next == '\n') {
            if (line.isLine(lineTail, lineLength)) {
                find(line);
            }
            done = true;
        } else if (next == '\r') {
            return; // of the line ending
        } else if (next >= 0 && next < ' ' || lineLength == LONGEST_LINE) {
            done = true;
        } else {
            lineTail = lineTail << 8 | next & 0xFF;
            if (length < KEPT) {
                head[length] = next;
                length++;
            }
        }
    }
}
