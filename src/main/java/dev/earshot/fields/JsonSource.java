package dev.earshot.fields;

import dev.earshot.codec.TextDecoder;

/**
 * Reads the values of messages that are an object or array of JSON (RFC 8259). The parts of an object have its keys as
 * names, those of an array the name of the array. Immutable; any thread.
 */
public final class JsonSource implements FieldSource {
    private static final int MOST_BYTES = 1 << 20;

    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean read(FieldInput message, FieldReading reading) {
        reading.begin(message, this);
        if (!mayBegin(message) || message.length() > MOST_BYTES) {
            return false;
        }
        String text = TextDecoder.decode(message.encoding(), message.bytes(), message.start(), message.length());
        TokenList tokens = new JsonScanner(text).scan(false);
        if (tokens == null) {
            return false;
        }
        new Walk(tokens, reading, new TextPlaces(text, message)).parts("");
        return true;
    }

    /** Whether a message may be JSON, so that most messages that are not need not be decoded. */
    private static boolean mayBegin(FieldInput message) {
        int at = message.start();
        while (at < message.end() && message.bytes()[at] >= 0 && message.bytes()[at] <= ' ') {
            at++;
        }
        byte first = at < message.end() ? message.bytes()[at] : 0;
        return first == '{' || first == '[' || first < 0 || !message.encoding().isAsciiCompatible();
    }

    /** Goes through the tokens of one message. */
    private static final class Walk {
        private final TokenList tokens;
        private final FieldReading reading;
        private final TextPlaces places;
        private int next;

        Walk(TokenList tokens, FieldReading reading, TextPlaces places) {
            this.tokens = tokens;
            this.reading = reading;
            this.places = places;
        }

        /** Reads an object or array, whose depth the scanner has limited. */
        void parts(String name) {
            boolean isObject = tokens.kind(next++) == '{';
            while (next < tokens.size() && "}]".indexOf(tokens.kind(next)) < 0) {
                String own = isObject ? JsonUnescape.decode(tokens.text(next)) : name;
                next += isObject ? 2 : 0;
                if (reading.isFull()) {
                    next = tokens.size();
                    return;
                }
                value(own);
                next += tokens.kind(next) == ',' ? 1 : 0;
            }
            next++;
        }

        private void value(String name) {
            char kind = tokens.kind(next);
            int from = places.index(tokens.from(next));
            if (kind == '{' || kind == '[') {
                FieldValue group = reading.add(name, from, from, new TextValue(""));
                reading.beginParts();
                parts(name);
                reading.endParts();
                group.setEnd(places.index(tokens.to(Math.min(next, tokens.size()) - 1)));
                return;
            }
            String token = tokens.text(next);
            TextValue value = new TextValue(kind == JsonScanner.STRING ? JsonUnescape.decode(token) : token);
            value.addTo(reading, name, from, places.index(tokens.to(next)));
            next++;
        }
    }
}
