package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import java.util.Arrays;
import java.util.Optional;

/**
 * A message as it was typed, and how it is to be sent; may be wrong.
 *
 * @param fixed the encoding for everybody; none = what each client speaks
 * @param ending what follows a text; hex says every byte itself
 * @param escapes whether {@code \r} and the like stand for something else, in a text
 * @param envelope what is put around it
 * @param nickname who says it, within the envelope; of a text
 */
public record Draft(
        String text,
        TextForm form,
        Optional<Encoding> fixed,
        LineEnding ending,
        boolean escapes,
        Envelope envelope,
        Nickname nickname) {

    /** The draft before anything is typed. */
    public static final Draft EMPTY =
            new Draft("", TextForm.TEXT, Optional.empty(), LineEnding.NONE, true, Envelope.NONE);

    /** A draft without a nickname. */
    public Draft(
            String text,
            TextForm form,
            Optional<Encoding> fixed,
            LineEnding ending,
            boolean escapes,
            Envelope envelope) {
        this(text, form, fixed, ending, escapes, envelope, Nickname.NONE);
    }

    /** Returns this draft with another text, form and encoding. */
    public Draft with(String otherText, TextForm otherForm, Optional<Encoding> otherFixed) {
        return new Draft(otherText, otherForm, otherFixed, ending, escapes, envelope, nickname);
    }

    /** Whether nothing but line breaks was typed. */
    public boolean empty() {
        return text.replace("\n", "").isEmpty();
    }

    /** Composes the bytes that go out in this encoding. */
    public byte[] bytes(Encoding encoding) throws Problem {
        return composed(encoding).bytes();
    }

    /** Composes the bytes that go out in this encoding, and tells which of them were typed. */
    public ComposedMessage composed(Encoding encoding) throws Problem {
        if (form == TextForm.HEX) {
            byte[] all = Payload.hex(text);
            return composed(new Nickname.Named(all, 0, 0), new byte[0], encoding);
        }
        byte[] end = ending.bytes();
        byte[] all = Payload.text(text, encoding, escapes, ending);
        byte[] typed = Arrays.copyOf(all, all.length - end.length);
        return composed(nickname.around(typed, encoding), end, encoding);
    }

    private ComposedMessage composed(Nickname.Named named, byte[] end, Encoding encoding) throws Problem {
        Envelope.Wrapped wrapped = envelope.wrap(named.bytes(), end);
        int at = wrapped.headerSize();
        int nickEnd = at + named.bytes().length;
        return new ComposedMessage(wrapped, at + named.before(), nickEnd - named.after(), nickEnd, encoding);
    }
}
