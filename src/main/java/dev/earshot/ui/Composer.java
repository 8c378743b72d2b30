package dev.earshot.ui;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Form;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.session.Session;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed and how it is to be sent, as bytes.
 *
 * @param fixed the encoding for everybody; none = what each client speaks
 */
record Composer(String typed, Form form, Optional<Encoding> fixed, LineEnding ending, boolean escapes) {

    /**
     * The bytes for each of these, or the problem with one of them: then nothing is to be sent to any. Those of one
     * encoding share an array.
     */
    Map<Peer, byte[]> forEach(List<Peer> peers, Session session) throws Problem {
        Map<Encoding, byte[]> known = new HashMap<>();
        Map<Peer, byte[]> all = new LinkedHashMap<>();
        for (Peer peer : peers) {
            Encoding encoding = encoding(fixed, peer, session);
            byte[] bytes = known.get(encoding);
            if (bytes == null) {
                bytes = bytes(encoding);
                known.put(encoding, bytes);
            }
            all.put(peer, bytes);
        }
        return all;
    }

    byte[] bytes(Encoding encoding) throws Problem {
        return form == Form.HEX ? Payload.hex(typed) : Payload.text(typed, encoding, escapes, ending);
    }

    /** @param peer null = nobody yet */
    static Encoding encoding(Optional<Encoding> fixed, Peer peer, Session session) {
        return fixed.orElseGet(
                () -> peer == null ? Encoding.UTF_8 : session.lens().encoding(peer.id()));
    }
}
