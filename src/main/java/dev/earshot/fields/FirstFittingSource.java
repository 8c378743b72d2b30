package dev.earshot.fields;

import java.util.List;

/**
 * Several sources, of which the first one reads a message whose form it has.
 *
 * @param sources from the first to the last that is tried
 */
public record FirstFittingSource(List<FieldSource> sources) implements FieldSource {
    /** Reads messages of which no layout is known: JSON, or pairs of keys and values. */
    public static final FieldSource WITHOUT_LAYOUT =
            new FirstFittingSource(List.of(new JsonSource(), new PairSource(1)));

    @Override
    public String name() {
        return "";
    }

    /** Reads nothing if no source fits the whole message. */
    @Override
    public boolean read(FieldInput message, FieldReading reading) {
        for (FieldSource source : sources) {
            if (source.read(message, reading)) {
                return true;
            }
        }
        reading.begin(message, this);
        return false;
    }
}
