package dev.earshot.codec;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;

/** Writes a JSON file (RFC 8259) that people can read: one field a line. */
public final class JsonText {
    private JsonText() {}

    /** The fields of the outermost object. */
    public interface Fields {
        void put(JsonWriter out) throws IOException;
    }

    /** Returns the text of an object with these fields, with a line end after it. */
    public static String of(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setFormattingStyle(FormattingStyle.PRETTY);
            out.beginObject();
            fields.put(out);
            out.endObject();
        } catch (IOException e) {
            throw new AssertionError(e); // a StringWriter has none
        }
        return text + "\n";
    }
}
