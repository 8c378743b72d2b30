package dev.earshot.ui.send;

import dev.earshot.codec.Envelope;
import dev.earshot.codec.Hex;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.VisibleText;
import dev.earshot.send.ComposedMessage;
import dev.earshot.send.Draft;
import dev.earshot.session.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Describes the envelope of a message. */
final class EnvelopeWords {
    private EnvelopeWords() {}

    /** Describes the settings that differ from the usual ones, as briefly as possible; empty if none does. */
    static String brief(Words words, TextForm form, ExtraSettings extras) {
        StringJoiner parts = new StringJoiner(" + ");
        Envelope envelope = extras.envelope();
        boolean text = form == TextForm.TEXT;
        if (text && !extras.nickname().isNone()) {
            parts.add(VisibleText.brief(extras.nickname().name()));
        }
        if (text && !extras.escapes()) {
            parts.add(words.of("ui.extras.no.escapes"));
        }
        if (envelope.header().size() > 0) {
            parts.add(words.of("ui.extras.length.brief", envelope.header().size()));
        }
        if (envelope.trailer().checksum() != null) {
            parts.add(name(envelope));
        }
        return parts.toString();
    }

    /** Describes the size and the added parts: {@code 12 bytes, length 00 0A, CRC-16/MODBUS C4 0B}. */
    static String count(Words words, Draft draft, ComposedMessage message) {
        Envelope envelope = draft.envelope();
        Envelope.Wrapped wrapped = message.wrapped();
        byte[] bytes = wrapped.bytes();
        String said = words.of("ui.bytes", bytes.length);
        if (wrapped.headerSize() > 0) {
            said += words.of("ui.comma")
                    + words.of("ui.send.preview.length", Hex.print(bytes, 0, wrapped.headerSize()));
        }
        if (message.typedEnd() - message.typedAt() < message.nickEnd() - wrapped.headerSize()) {
            String name = VisibleText.brief(draft.nickname().name());
            said += words.of("ui.comma") + words.of("ui.nick.preview", name);
        }
        if (wrapped.checksumSize() > 0) {
            int at = wrapped.checksumAt();
            String value = envelope.trailer().asHexDigits()
                    ? new String(bytes, at, wrapped.checksumSize(), StandardCharsets.US_ASCII)
                    : Hex.print(bytes, at, wrapped.checksumSize());
            said += words.of("ui.comma") + name(envelope) + " " + value;
        }
        return said;
    }

    /** Returns the name of the checksum, or if it is given by parameters, the first of them. */
    private static String name(Envelope envelope) {
        return envelope.trailer().checksum().label().split(";", 2)[0];
    }
}
