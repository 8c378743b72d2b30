package dev.earshot.codec.framing;

/**
 * The framing of HTTP/1.1 and of the protocols that took its form: RTSP, SIP, and JSON-RPC behind a {@code
 * Content-Length}. A message is a head that ends with an empty line, and a body whose length the head says (RFC 9112,
 * section 6).
 *
 * <p>What a head means can depend on the other direction, which no framing sees: an answer to HEAD has no body whatever
 * its head says. If the next answer follows it, that shows; else it stays open until the stream ends.
 */
public record HttpFraming() implements ScannedFraming {
    public static final FramingKind KIND = new FramingKind("http", new HttpFraming());

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new HttpScanner();
    }

    @Override
    public String toString() {
        return KIND.id();
    }
}
