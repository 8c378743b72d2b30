package dev.earshot.fields;

import java.util.List;

/**
 * Reads each message by the first of several sources whose form the message has.
 *
 * @param sources from the first to the last that is tried
 * @param certain those of them that read a damaged message too, because nothing else is expected
 */
public record FirstFittingSource(List<FieldSource> sources, List<FieldSource> certain) implements FieldSource {
    /** Reads messages of which no layout is known: JSON, or pairs of keys and values. */
    public static final FieldSource WITHOUT_LAYOUT =
            new FirstFittingSource(List.of(new JsonSource(), new PairSource(1)));

    /** Makes a source that reads whole messages only. */
    public FirstFittingSource(List<FieldSource> sources) {
        this(sources, List.of());
    }

    @Override
    public String name() {
        return "";
    }

    /** Reads nothing if no source fits the whole message, or at least its form. */
    @Override
    public boolean read(FieldInput message, FieldReading reading) {
        for (FieldSource source : sources) {
            if (source.read(message, reading)) {
                return true;
            }
        }
        for (FieldSource source : certain) {
            source.read(message, reading);
            if (reading.size() > 0 && !reading.hasOtherForm()) {
                return false;
            }
        }
        reading.begin(message, this);
        return false;
    }
}
