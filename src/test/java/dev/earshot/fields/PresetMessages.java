package dev.earshot.fields;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages for the presets, from their specifications and from another program. */
final class PresetMessages {
    private static final String RESOURCE = "messages.txt";

    private PresetMessages() {}

    /** Returns the messages of a layout in hex digits. */
    static List<String> of(String layout) {
        try (InputStream in = PresetMessages.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith(layout + " "))
                    .map(line -> line.substring(layout.length() + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
