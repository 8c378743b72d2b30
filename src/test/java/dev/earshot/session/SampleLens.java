package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Transport;
import java.util.Set;
import java.util.function.IntFunction;

/** A lens whose view can be chosen, for tests of what is shown. */
public final class SampleLens {
    private final ChosenViews views = new ChosenViews();
    private final IntFunction<Encoding> encodings;
    private final IntFunction<Transport> transports;

    public SampleLens(IntFunction<Encoding> encodings, IntFunction<Transport> transports) {
        this.encodings = encodings;
        this.transports = transports;
    }

    public void view(String id) {
        views.choose(id);
    }

    public Lens lens() {
        return new Lens(null, encodings, transports, new ChosenEncodings(), views, Set::of, null);
    }
}
