package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.fields.FieldSource;
import dev.earshot.journal.search.RowLens;
import dev.earshot.net.Peer;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A lens for tests.
 *
 * @param ofPeer the encoding of a peer
 * @param source of the fields of every message; may be null
 */
public record TestLens(Collection<Encoding> searched, IntFunction<Encoding> ofPeer, FieldSource source)
        implements RowLens {
    /** Reads everything as UTF-8. */
    public static final TestLens UTF_8 = of(Encoding.UTF_8);

    public static TestLens of(Encoding encoding) {
        return new TestLens(List.of(encoding), peer -> encoding, null);
    }

    @Override
    public Encoding encoding(Row.Kind kind, int peer, byte[] bytes, int offset, int length) {
        return ofPeer.apply(peer);
    }

    @Override
    public FieldSource fields(Peer peer) {
        return source;
    }
}
