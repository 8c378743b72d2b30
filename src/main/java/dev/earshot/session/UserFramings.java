package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.session.settings.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The framings that are known by names: the built-in ones and those of the user's file. A broken file takes nothing
 * away from the built-in ones.
 *
 * @param file in the form that {@link FramingPresets} describes; it need not exist
 * @param problem of the file, if it cannot be read
 */
public record UserFramings(FramingPresets presets, Path file, Optional<Problem> problem) {
    private static final String NAME = "framings.json";

    /** Reads the file in the folder for settings. Blocks; never on the EDT. */
    public static UserFramings load(Path folder) {
        Path file = folder.resolve(NAME);
        FramingPresets builtIn = FramingPresets.builtIn();
        if (!Files.exists(file)) {
            return new UserFramings(builtIn, file, Optional.empty());
        }
        try {
            return new UserFramings(builtIn.with(TextFile.read(file), file.toString()), file, Optional.empty());
        } catch (Problem e) {
            return new UserFramings(builtIn, file, Optional.of(e));
        }
    }

    /**
     * Reads the name of a preset, or a framing as {@link Framing#parse} does.
     *
     * @throws Problem if it is neither; that of the file if the name may be in there
     */
    public Framing parse(String text) throws Problem {
        try {
            return presets.parse(text);
        } catch (Problem e) {
            throw e.key().equals("problem.framing.unknown") ? problem.orElse(e) : e;
        }
    }
}
