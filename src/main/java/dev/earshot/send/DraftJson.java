package dev.earshot.send;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.Checksum;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Envelope.Header;
import dev.earshot.codec.Envelope.Trailer;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes drafts in JSON; a field that has its usual value is left out. */
final class DraftJson {
    private static final List<Integer> SIZES = List.of(1, 2, 4);

    private DraftJson() {}

    /** Reads a draft from the fields of an object that may have others, too. */
    static Draft read(JsonFields from) throws Problem {
        boolean hex = "hex".equals(from.oneOf(List.of("text", "hex")));
        String text = from.text(hex ? "hex" : "text");
        Optional<Encoding> fixed = from.has("encoding") ? Optional.of(encoding(from)) : Optional.empty();
        LineEnding ending = from.choice("ending", LineEnding.NONE);
        boolean escapes = from.flag("escapes", true);
        Trailer trailer = from.has("checksum") ? trailer(from.object("checksum")) : Trailer.NONE;
        Header header = from.has("length") ? header(from.object("length")) : Header.NONE;
        return new Draft(
                text, hex ? TextForm.HEX : TextForm.TEXT, fixed, ending, escapes, new Envelope(header, trailer));
    }

    private static Encoding encoding(JsonFields from) throws Problem {
        String name = from.text("encoding");
        try {
            return Encoding.named(name);
        } catch (Problem e) {
            String some = Encoding.all().stream().limit(6).map(Encoding::label).collect(Collectors.joining(", "));
            throw from.problem("problem.json.choice", "encoding", some);
        }
    }

    private static Trailer trailer(JsonFields from) throws Problem {
        String name = from.text("name");
        Checksum checksum = Checksum.named(name)
                .orElseThrow(() -> from.problem("problem.json.choice", "name", Checksum.suggestions(name)));
        Trailer trailer = new Trailer(
                checksum,
                from.flag("lowByteFirst", checksum.usuallyLittle()),
                from.flag("hexDigits", false),
                from.flag("last", false));
        from.refuseUnknown();
        return trailer;
    }

    private static Header header(JsonFields from) throws Problem {
        int size = from.number("size", 1, 4, 2);
        if (!SIZES.contains(size)) {
            throw from.problem("problem.json.choice", "size", "1, 2, 4");
        }
        Header header = new Header(size, from.flag("lowByteFirst", false), from.flag("whole", false));
        from.refuseUnknown();
        return header;
    }

    /** Writes the fields of a draft into an object that the caller has begun. */
    static void write(JsonWriter out, Draft draft) throws IOException {
        out.name(JsonFields.name(draft.form())).value(draft.text());
        if (draft.fixedEncoding().isPresent()) {
            out.name("encoding").value(draft.fixedEncoding().get().label());
        }
        if (draft.ending() != LineEnding.NONE) {
            out.name("ending").value(JsonFields.name(draft.ending()));
        }
        if (!draft.escapes()) {
            out.name("escapes").value(false);
        }
        Trailer trailer = draft.envelope().trailer();
        if (trailer.checksum() != null) {
            out.name("checksum").beginObject();
            out.name("name").value(trailer.checksum().label());
            flag(out, "lowByteFirst", trailer.littleEndian(), trailer.checksum().usuallyLittle());
            flag(out, "hexDigits", trailer.asHexDigits(), false);
            flag(out, "last", trailer.last(), false);
            out.endObject();
        }
        Header header = draft.envelope().header();
        if (header.size() > 0) {
            out.name("length").beginObject();
            out.name("size").value(header.size());
            flag(out, "lowByteFirst", header.littleEndian(), false);
            flag(out, "whole", header.countsItself(), false);
            out.endObject();
        }
    }

    private static void flag(JsonWriter out, String name, boolean value, boolean usual) throws IOException {
        if (value != usual) {
            out.name(name).value(value);
        }
    }
}
