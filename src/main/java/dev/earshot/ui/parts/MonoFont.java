package dev.earshot.ui.parts;

import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import dev.earshot.files.WholeFile;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import org.slf4j.LoggerFactory;

/**
 * Makes the font for machine text known to the toolkit. It is read from a file in our folder, because the toolkit
 * unpacks a font from elsewhere into a temporary file, which a killed process leaves. Only the regular style is used.
 */
final class MonoFont {
    static final String FAMILY = FlatJetBrainsMonoFont.FAMILY;

    private static final String NAME = "JetBrainsMono-Regular";
    private static final String ENDING = ".ttf";

    private MonoFont() {}

    /** Registers the font, with its file in this folder. Reads the disk, and writes to it at the first start. */
    static void install(Path folder) {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(create(folder));
        } catch (IOException | FontFormatException e) {
            LoggerFactory.getLogger(MonoFont.class).warn("The font {} cannot be used", NAME, e);
        }
    }

    private static Font create(Path folder) throws IOException, FontFormatException {
        byte[] font = bytes(FlatJetBrainsMonoFont.STYLE_REGULAR);
        Path file = folder.resolve(NAME + '-' + checksum(font) + ENDING);
        try {
            if (!holds(file, font)) {
                keep(font, file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        } catch (IOException e) { // the folder cannot be written: a temporary file is better than another font
            try (InputStream unpacked = resource(FlatJetBrainsMonoFont.STYLE_REGULAR)) {
                return Font.createFont(Font.TRUETYPE_FONT, unpacked);
            }
        }
    }

    /** Writes the file in place of those of other versions. */
    private static void keep(byte[] font, Path file) throws IOException {
        WholeFile.write(file, font);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(file.getParent(), NAME + "-*" + ENDING)) {
            for (Path other : found) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private static boolean holds(Path file, byte... font) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == font.length
                && Arrays.equals(Files.readAllBytes(file), font);
    }

    private static String checksum(byte... font) {
        CRC32 checksum = new CRC32();
        checksum.update(font);
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    /** Returns a style of the font, such as {@link FlatJetBrainsMonoFont#STYLE_BOLD}. */
    static byte[] bytes(String style) throws IOException {
        try (InputStream font = resource(style)) {
            return font.readAllBytes();
        }
    }

    private static InputStream resource(String style) throws IOException {
        InputStream found = FlatJetBrainsMonoFont.class.getResourceAsStream(style);
        if (found == null) {
            throw new IOException(style + " is not in the program");
        }
        return found;
    }
}
