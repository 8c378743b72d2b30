package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.fields.LayoutFile;
import dev.earshot.fields.MessageLayout;
import dev.earshot.session.settings.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The layouts of the user's file. A broken file takes nothing away from the built-in ones.
 *
 * @param file in the form that {@link LayoutFile} describes; it need not exist
 * @param problem of the file, if it cannot be read
 */
public record UserLayouts(List<MessageLayout> layouts, Path file, Optional<Problem> problem) {
    private static final String NAME = "fields.json";

    /** Returns the user's file in the folder for settings. */
    static Path file(Path folder) {
        return folder.resolve(NAME);
    }

    /** Reads the file in the folder for settings. Blocks; never on the EDT. */
    public static UserLayouts load(Path folder) {
        Path file = file(folder);
        if (!Files.exists(file)) {
            return new UserLayouts(List.of(), file, Optional.empty());
        }
        try {
            return new UserLayouts(LayoutFile.read(TextFile.read(file), file.toString()), file, Optional.empty());
        } catch (Problem e) {
            return new UserLayouts(List.of(), file, Optional.of(e));
        }
    }
}
