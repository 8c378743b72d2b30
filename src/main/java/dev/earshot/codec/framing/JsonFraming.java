package dev.earshot.codec.framing;

/**
 * The framing in which each object or array of JSON is a message, whether or not anything stands between two of them
 * (RFC 8259). White space and a byte order mark before one belong to it. Kodi, OVSDB and many devices send JSON so.
 */
public record JsonFraming() implements ScannedFraming {
    public static final FramingKind KIND = new FramingKind("json", new JsonFraming());

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new JsonMessageScanner();
    }

    @Override
    public String toString() {
        return KIND.id();
    }
}
