package dev.earshot.ui;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Hex;
import dev.earshot.session.Words;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Says in words what is put around a message. */
final class EnvelopeWords {
    private EnvelopeWords() {}

    /** What is not as usual, as short as it can be; empty if everything is. */
    static String brief(Words words, boolean escapes, Envelope envelope) {
        StringJoiner parts = new StringJoiner(" + ");
        if (!escapes) {
            parts.add(words.of("ui.extras.no.escapes"));
        }
        if (envelope.header().size() > 0) {
            parts.add(words.of("ui.extras.length.brief", envelope.header().size()));
        }
        if (envelope.trailer().checksum() != null) {
            parts.add(envelope.trailer().checksum().label());
        }
        return parts.toString();
    }

    /** {@code 12 bytes, length 00 0A, CRC-16/MODBUS C4 0B}. */
    static String count(Words words, Envelope envelope, Envelope.Wrapped wrapped) {
        byte[] bytes = wrapped.bytes();
        String said = words.of("ui.bytes", bytes.length);
        if (wrapped.headerSize() > 0) {
            said += words.of("ui.comma")
                    + words.of("ui.send.preview.length", Hex.print(bytes, 0, wrapped.headerSize()));
        }
        if (wrapped.checksumSize() > 0) {
            int at = wrapped.checksumAt();
            String value = envelope.trailer().digits()
                    ? new String(bytes, at, wrapped.checksumSize(), StandardCharsets.US_ASCII)
                    : Hex.print(bytes, at, wrapped.checksumSize());
            said += words.of("ui.comma") + envelope.trailer().checksum().label() + " " + value;
        }
        return said;
    }
}
