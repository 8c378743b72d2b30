package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Transport;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntFunction;

/** A lens whose view can be chosen, for tests of what is shown. */
public final class SampleLens {
    private final ChosenViews views = new ChosenViews();
    private final LensChoices choices = new LensChoices(views);
    private final IntFunction<Encoding> encodings;
    private final IntFunction<Transport> transports;

    public SampleLens(IntFunction<Encoding> encodings, IntFunction<Transport> transports) {
        this.encodings = encodings;
        this.transports = transports;
    }

    public void view(String id) {
        views.choose(id);
    }

    /** Reads fields by the layouts of a folder's file. */
    public void layouts(Path folder) {
        LayoutBook book = new LayoutBook(folder);
        book.await();
        choices.useLayouts(book);
    }

    public Lens lens() {
        return new Lens(null, encodings, transports, choices, Set::of, null);
    }
}
