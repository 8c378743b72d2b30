package dev.earshot.send;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonFormat;
import dev.earshot.codec.JsonText;
import dev.earshot.codec.Problem;
import dev.earshot.reply.rules.MatchJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes quick sends as a JSON file:
 *
 * <pre>{@code
 * {
 *   "format": "earshot quick sends 1",
 *   "rounds": 1,
 *   "quickSends": [
 *     {
 *       "name": "LOGIN",
 *       "text": "login 4711",
 *       "ending": "crlf",
 *       "reply": {"contains": "OK"},
 *       "timeout": 5000
 *     },
 *     {"name": "Read register 0", "hex": "01 03 00 00 00 01", "checksum": {"name": "CRC-16/MODBUS"}, "delay": 200}
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code rounds} (1) is how many times the sequence is played, 0 until it is stopped. A quick send has
 *
 * <ul>
 *   <li>{@code text} or {@code hex}, one of which it must have, as they are typed into the send box;
 *   <li>{@code name};
 *   <li>for a text {@code encoding} (without it, what the client speaks), {@code ending} (none, lf, crlf, cr) and
 *       {@code escapes} (true);
 *   <li>{@code checksum} with {@code name}, such as CRC-32, and optionally {@code lowByteFirst} (true for
 *       CRC-16/MODBUS), {@code hexDigits} (false) and {@code last} (false: before the line ending);
 *   <li>{@code length} with {@code size} (1, 2 or 4 bytes), {@code lowByteFirst} (false) and {@code whole} (false: it
 *       counts what follows it);
 *   <li>{@code inSequence} (true); {@code delay} (0) in milliseconds after the step before it;
 *   <li>{@code reply}, for which the sequence waits: one of {@code equals}, {@code contains}, {@code starts}, {@code
 *       ends}, {@code expression} and {@code hex}, see {@link dev.earshot.reply.rules.Match}, or nothing in it for any
 *       reply; {@code timeout} (5000) in milliseconds.
 * </ul>
 *
 * Any other field is refused by its name. Texts and patterns are not checked here but where they are used.
 */
public final class QuickSendsFile {
    private static final String FORMAT = "earshot quick sends 1";

    private QuickSendsFile() {}

    /**
     * Reads the quick sends from the text of a file.
     *
     * @param file its name, for the words of problems
     * @throws Problem if the text is wrong anywhere; it tells where
     */
    public static QuickSends parse(String text, String file) throws Problem {
        JsonFields from = JsonFields.parse(text, file);
        JsonFormat.require(from, FORMAT);
        return readAll(from);
    }

    /** Reads the list from an object of this or another file. */
    static QuickSends readAll(JsonFields from) throws Problem {
        int rounds = from.number("rounds", 0, QuickSends.MOST_ROUNDS, 1);
        List<QuickSend> all = new ArrayList<>();
        for (JsonFields fields : from.objects("quickSends")) {
            all.add(read(fields));
        }
        from.refuseUnknown();
        return new QuickSends(all, rounds);
    }

    private static QuickSend read(JsonFields from) throws Problem {
        QuickSend quick = new QuickSend(
                from.text("name", ""),
                DraftJson.read(from),
                from.flag("inSequence", true),
                from.number("delay", 0, QuickSend.MOST_MILLIS, 0),
                from.has("reply") ? Optional.of(MatchJson.read(from.object("reply"))) : Optional.empty(),
                from.number("timeout", 1, QuickSend.MOST_MILLIS, QuickSend.USUAL_TIMEOUT_MILLIS));
        from.refuseUnknown();
        return quick;
    }

    /** Returns the text of a file with these quick sends. */
    public static String print(QuickSends quickSends) {
        return JsonText.of(out -> {
            out.name("format").value(FORMAT);
            writeAll(out, quickSends);
        });
    }

    /** Writes the list into an object that the caller has begun. */
    static void writeAll(JsonWriter out, QuickSends quickSends) throws IOException {
        out.name("rounds").value(quickSends.rounds());
        out.name("quickSends").beginArray();
        for (QuickSend quick : quickSends.list()) {
            write(out, quick);
        }
        out.endArray();
    }

    private static void write(JsonWriter out, QuickSend quick) throws IOException {
        out.beginObject();
        if (!quick.name().isEmpty()) {
            out.name("name").value(quick.name());
        }
        DraftJson.write(out, quick.draft());
        if (!quick.inSequence()) {
            out.name("inSequence").value(false);
        }
        if (quick.delayMillis() != 0) {
            out.name("delay").value(quick.delayMillis());
        }
        if (quick.reply().isPresent()) {
            MatchJson.put(out.name("reply"), quick.reply().get());
            if (quick.timeoutMillis() != QuickSend.USUAL_TIMEOUT_MILLIS) {
                out.name("timeout").value(quick.timeoutMillis());
            }
        }
        out.endObject();
    }
}
