package dev.earshot.codec;

import java.nio.charset.Charset;
import java.util.List;

/** stub */
public record Encoding(String label, Charset decodes, Charset encodes) {
    public static final Encoding UTF_8 = named("UTF-8");
    public static final Encoding GBK = named("GBK");

    public static List<Encoding> all() {
        throw new UnsupportedOperationException();
    }

    public static Encoding named(String name) {
        throw new UnsupportedOperationException();
    }
}
