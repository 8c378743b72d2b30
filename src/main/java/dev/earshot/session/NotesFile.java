package dev.earshot.session;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonFormat;
import dev.earshot.codec.JsonText;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.files.WholeFile;
import dev.earshot.journal.RowNote;
import dev.earshot.journal.RowNotes;
import dev.earshot.journal.RowPlace;
import dev.earshot.session.settings.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file beside an opened capture that keeps the notes on its rows, {@code NAME.pcapng.notes.json}:
 *
 * <pre>{@code
 * {
 *   "format": "earshot notes 1",
 *   "notes": [
 *     {"row": "received 1796015635123456789 127.0.0.1:50001 0 12", "note": "wrong checksum"}
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code row} names the row by its first byte, see {@link RowPlace}; an empty {@code note} removes one that the
 * capture has itself. Blocks; never on the EDT.
 */
final class NotesFile implements RowNotes.Store {
    private static final String FORMAT = "earshot notes 1";
    private static final String ENDING = ".notes.json";

    private final Path file;
    private volatile boolean isBroken;

    /** @param capture the first file of the capture */
    NotesFile(Path capture) {
        file = capture.resolveSibling(capture.getFileName() + ENDING);
    }

    Path path() {
        return file;
    }

    /**
     * Reads the kept notes; none if there is no such file.
     *
     * @throws Problem if the file cannot be read or understood
     */
    List<RowNote> read() throws Problem {
        isBroken = true;
        List<RowNote> notes = Files.exists(file)
                ? parse(TextFile.read(file), file.getFileName().toString())
                : List.of();
        isBroken = false;
        return notes;
    }

    private static List<RowNote> parse(String text, String name) throws Problem {
        JsonFields from = JsonFields.parse(text, name);
        JsonFormat.require(from, FORMAT);
        List<RowNote> notes = new ArrayList<>();
        for (JsonFields fields : from.objects("notes")) {
            RowPlace place = RowPlace.parse(fields.text("row"));
            if (place == null) {
                throw fields.problem("problem.json.row", "row", VisibleText.brief(fields.text("row")));
            }
            notes.add(new RowNote(place, fields.text("note")));
            fields.refuseUnknown();
        }
        from.refuseUnknown();
        return notes;
    }

    /** Replaces the file; one that was not understood is renamed and stays. */
    @Override
    public void save(List<RowNote> all) throws IOException {
        if (isBroken) {
            WholeFile.setAside(file);
            isBroken = false;
        }
        WholeFile.write(file, JsonText.of(out -> {
            out.name(JsonFormat.FIELD).value(FORMAT);
            out.name("notes").beginArray();
            for (RowNote note : all) {
                out.beginObject();
                out.name("row").value(note.place().toText());
                out.name("note").value(note.text());
                out.endObject();
            }
            out.endArray();
        }));
    }
}
