package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Form;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was typed and how it is to be sent; may be wrong.
 *
 * @param fixed the encoding for everybody; none = what each client speaks
 * @param ending what follows a text; hex says every byte itself
 * @param escapes whether {@code \r} and the like stand for something else, in a text
 * @param envelope what is put around it
 */
public record Draft(
        String text, Form form, Optional<Encoding> fixed, LineEnding ending, boolean escapes, Envelope envelope) {

    /** Nothing typed yet. */
    public static final Draft EMPTY = new Draft("", Form.TEXT, Optional.empty(), LineEnding.NONE, true, Envelope.NONE);

    /** The same with another text, typed in another form and for another encoding. */
    public Draft with(String otherText, Form otherForm, Optional<Encoding> otherFixed) {
        return new Draft(otherText, otherForm, otherFixed, ending, escapes, envelope);
    }

    /** Whether nothing was typed that could be sent. */
    public boolean empty() {
        return text.replace("\n", "").isEmpty();
    }

    /** The bytes that go out in this encoding. */
    public byte[] bytes(Encoding encoding) throws Problem {
        return wrapped(encoding).bytes();
    }

    /** The same, and which of them were not typed. */
    public Envelope.Wrapped wrapped(Encoding encoding) throws Problem {
        if (form == Form.HEX) {
            return envelope.wrap(Payload.hex(text), new byte[0]);
        }
        byte[] end = ending.bytes();
        byte[] all = Payload.text(text, encoding, escapes, ending);
        return envelope.wrap(Arrays.copyOf(all, all.length - end.length), end);
    }

    /**
     * The bytes for each of these, or the problem with one of them: then nothing is to be sent to any. Those of one
     * encoding share an array.
     *
     * @param speaks what each client speaks
     */
    public Map<Peer, byte[]> forEach(Collection<Peer> peers, Function<Peer, Encoding> speaks) throws Problem {
        Map<Encoding, byte[]> known = new HashMap<>();
        Map<Peer, byte[]> all = new LinkedHashMap<>();
        for (Peer peer : peers) {
            Encoding encoding = fixed.orElseGet(() -> speaks.apply(peer));
            byte[] bytes = known.get(encoding);
            if (bytes == null) {
                bytes = bytes(encoding);
                known.put(encoding, bytes);
            }
            all.put(peer, bytes);
        }
        return all;
    }
}
