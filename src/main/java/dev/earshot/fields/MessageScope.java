package dev.earshot.fields;

import dev.earshot.codec.TextDecoder;

/** The fields of a whole message, and the facts about it. */
record MessageScope(FieldReading reading) implements FieldScope {
    @Override
    public boolean comparesAll() {
        return true;
    }

    @Override
    public double fact(String name) {
        return switch (name) {
            case "bytes" -> reading.input().length();
            case "client" -> reading.input().fromClient() ? 1 : 0;
            default -> Double.NaN;
        };
    }

    @Override
    public String factText(String name) {
        FieldInput message = reading.input();
        return name.equals("text")
                ? TextDecoder.decode(message.encoding(), message.bytes(), message.start(), message.length())
                : null;
    }
}
