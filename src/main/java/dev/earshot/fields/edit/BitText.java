package dev.earshot.fields.edit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bits of a number as people type them in one line: {@code 0=alarm, 1..2=mode}, counted from the lowest bit. A name
 * alone is the next bit.
 */
final class BitText {
    private static final Pattern PIECE = Pattern.compile("([0-9]{1,2})(?:\\s*(?:\\.\\.|-)\\s*([0-9]{1,2}))?\\s*=(.*)");
    private static final Pattern NAME = Pattern.compile("[^=0-9][^=]*");
    private static final Set<String> SIMPLE = Set.of("name", "low", "count");
    private static final int MOST_BIT = 63;

    private BitText() {}

    /**
     * Reads the bits from a line.
     *
     * @return no bits if the line is empty
     * @throws Problem if a part of the line is none
     */
    static JsonArray parse(String typed) throws Problem {
        JsonArray bits = new JsonArray();
        int next = 0;
        for (String part : typed.split("[,，;；\n]")) {
            String piece = part.strip();
            if (!piece.isEmpty()) {
                Matcher found = PIECE.matcher(piece);
                boolean isNumbered = found.matches();
                int low = isNumbered ? Integer.parseInt(found.group(1)) : next;
                int high = isNumbered && found.group(2) != null ? Integer.parseInt(found.group(2)) : low;
                String name = isNumbered ? found.group(3).strip() : piece;
                if (!NAME.matcher(name).matches() || high < low || high > MOST_BIT) {
                    throw new Problem("problem.fields.bits", -1, VisibleText.brief(piece));
                }
                bits.add(bit(name, low, high - low + 1));
                next = high + 1;
            }
        }
        return bits;
    }

    private static JsonObject bit(String name, int low, int count) {
        JsonObject bit = new JsonObject();
        bit.addProperty("name", name);
        bit.addProperty("low", low);
        if (count > 1) {
            bit.addProperty("count", count);
        }
        return bit;
    }

    /** Returns the line for the bits of a field; empty for none. */
    static String print(JsonElement bits) {
        StringBuilder line = new StringBuilder();
        if (bits instanceof JsonArray all) {
            for (JsonElement one : all) {
                JsonObject bit = one.getAsJsonObject();
                int low = number(bit, "low", 0);
                int high = low + number(bit, "count", 1) - 1;
                line.append(line.isEmpty() ? "" : ", ").append(low);
                line.append(high > low ? ".." + high : "").append('=');
                line.append(bit.get("name").getAsString());
            }
        }
        return line.toString();
    }

    private static int number(JsonObject bit, String key, int fallback) {
        return bit.get(key) instanceof JsonPrimitive value ? value.getAsInt() : fallback;
    }

    /** Whether the line says all about the bits: not if they have words or conditions. */
    static boolean saysAll(JsonElement bits) {
        if (!(bits instanceof JsonArray all)) {
            return bits == null;
        }
        for (JsonElement one : all) {
            if (!(one instanceof JsonObject bit) || !SIMPLE.containsAll(bit.keySet())) {
                return false;
            }
        }
        try {
            String line = print(bits);
            return print(parse(line)).equals(line) && parse(line).size() == all.size();
        } catch (Problem e) {
            return false;
        }
    }
}
