package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;

/** Lets a formula refer to the fields of a whole message, and to facts such as its length. */
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
        return name.equals("text") ? text(reading.input()) : null;
    }

    /** Returns the text of a message as rules compare it: without its byte order mark and line ending. */
    private static String text(FieldInput message) {
        Encoding encoding = message.encoding();
        byte[] bytes = message.bytes();
        int from = message.start();
        int length = LineEnding.lengthBefore(encoding, bytes, from, message.length());
        int mark = encoding.byteOrderMarkLength(bytes, from, from + length);
        return TextDecoder.decode(encoding, bytes, from + mark, length - mark);
    }
}
