package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import java.util.Arrays;
import java.util.Optional;

/**
 * A message as it was typed, with the choices for sending it. It may hold mistakes.
 *
 * @param fixedEncoding the encoding for all receivers; empty = each receiver's own
 * @param ending the line ending after a text; hex digits have none
 * @param escapes whether {@code \r} and the like in a text stand for bytes
 * @param envelope the length and checksum that are added
 * @param nickname the sender's name around a text, within the envelope
 */
public record Draft(
        String text,
        TextForm form,
        Optional<Encoding> fixedEncoding,
        LineEnding ending,
        boolean escapes,
        Envelope envelope,
        Nickname nickname) {

    /** The draft in which nothing is typed yet. */
    public static final Draft EMPTY =
            new Draft("", TextForm.TEXT, Optional.empty(), LineEnding.NONE, true, Envelope.NONE);

    /** Makes a draft without a nickname. */
    public Draft(
            String text,
            TextForm form,
            Optional<Encoding> fixedEncoding,
            LineEnding ending,
            boolean escapes,
            Envelope envelope) {
        this(text, form, fixedEncoding, ending, escapes, envelope, Nickname.NONE);
    }

    /** Returns this draft with another text, form and encoding. */
    public Draft with(String otherText, TextForm otherForm, Optional<Encoding> otherFixed) {
        return new Draft(otherText, otherForm, otherFixed, ending, escapes, envelope, nickname);
    }

    /** Whether nothing but line breaks was typed. */
    public boolean isEmpty() {
        return text.replace("\n", "").isEmpty();
    }

    /** Composes the bytes to be sent in this encoding. */
    public byte[] bytes(Encoding encoding) throws Problem {
        return compose(encoding).bytes();
    }

    /** Composes the bytes to be sent in this encoding, and tells which of them were typed. */
    public ComposedMessage compose(Encoding encoding) throws Problem {
        if (form == TextForm.HEX) {
            byte[] all = PastedHex.parse(text);
            return compose(new Nickname.Named(all, 0, 0), new byte[0], encoding);
        }
        byte[] end = ending.bytes(encoding);
        byte[] all = Payload.text(text, encoding, escapes, ending);
        byte[] typed = Arrays.copyOf(all, all.length - end.length);
        return compose(nickname.wrap(typed, encoding), end, encoding);
    }

    private ComposedMessage compose(Nickname.Named named, byte[] end, Encoding encoding) throws Problem {
        Envelope.Wrapped wrapped = envelope.wrap(named.bytes(), end);
        int at = wrapped.headerSize();
        int nickEnd = at + named.bytes().length;
        return new ComposedMessage(wrapped, at + named.before(), nickEnd - named.after(), nickEnd, encoding);
    }
}
