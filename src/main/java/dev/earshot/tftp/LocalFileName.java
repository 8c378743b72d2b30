package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks the names of fetched files: a name must be valid, and the same name, on every system. A name that means a
 * folder, a stream, a device or another file on any system is refused on all, so that a script does the same
 * everywhere.
 */
public final class LocalFileName {
    private static final int MOST_BYTES = 255;
    /** Windows gives these to devices, with any ending: "Naming Files, Paths, and Namespaces" of its documentation. */
    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00B9\u00B2\u00B3]) *(\\..*)?");

    private LocalFileName() {}

    /**
     * Checks that a file may have this name.
     *
     * @throws Problem {@code problem.name.*} if it may not
     */
    public static void check(String name) throws Problem {
        if (name.isEmpty()) {
            throw new Problem("problem.name.empty", 0);
        }
        int bad = firstForbidden(name);
        if (bad < name.length()) {
            String c = VisibleText.of(name.substring(bad, name.offsetByCodePoints(bad, 1)));
            throw new Problem("problem.name.character", bad, shown(name), c);
        } else if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ") || name.startsWith("-")) {
            throw new Problem("problem.name.ends", 0, shown(name));
        } else if (DEVICE.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
            throw new Problem("problem.name.device", 0, shown(name));
        } else if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Problem("problem.name.long", 0, shown(name), MOST_BYTES);
        }
    }

    /** Returns the last part of a name on a server; it may be invalid here. */
    public static String lastOf(String remote) {
        return remote.substring(Math.max(remote.lastIndexOf('/'), remote.lastIndexOf('\\')) + 1);
    }

    static String shown(String name) {
        return VisibleText.brief(name);
    }

    /**
     * Returns the index of the first forbidden character, or the length. Forbidden is what separates folders, names a
     * drive, a stream or a pattern on any system, or is invisible.
     */
    private static int firstForbidden(String name) {
        int at = 0;
        while (at < name.length()) {
            int c = name.codePointAt(at);
            if ("/\\:*?\"<>|".indexOf(c) >= 0 || isInvisible(c)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
