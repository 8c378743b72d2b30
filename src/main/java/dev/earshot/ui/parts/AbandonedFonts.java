package dev.earshot.ui.parts;

import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Deletes temporary files with our font that older versions have left. Each start unpacked four, and a killed process
 * leaves them. Only those that are surely such: the toolkit's name, our owner, every byte of the font, and no process
 * that could have made them still runs.
 */
public final class AbandonedFonts {
    private static final List<String> STYLES = List.of(
            FlatJetBrainsMonoFont.STYLE_REGULAR,
            FlatJetBrainsMonoFont.STYLE_ITALIC,
            FlatJetBrainsMonoFont.STYLE_BOLD,
            FlatJetBrainsMonoFont.STYLE_BOLD_ITALIC);

    /** The longest time from the start of a process until it has unpacked its fonts. */
    private static final Duration UNPACKING = Duration.ofMinutes(10);

    private final Map<Long, byte[]> fonts = new HashMap<>(); // by size
    private final String user;
    private final List<Instant> othersStarted;

    private AbandonedFonts() throws IOException {
        for (String style : STYLES) {
            byte[] font = MonoFont.bytes(style);
            fonts.put((long) font.length, font);
        }
        user = System.getProperty("user.name");
        othersStarted = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().user().map(user::equals).orElse(true))
                .map(process -> process.info().startInstant())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Deletes them in the folder for temporary files, on this thread. A failure leaves them. */
    public static void delete() {
        delete(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Returns how many were deleted. */
    static int delete(Path folder) {
        int deleted = 0;
        AbandonedFonts abandoned = null;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "+~JF*.tmp")) {
            for (Path file : found) {
                abandoned = abandoned == null ? new AbandonedFonts() : abandoned;
                if (abandoned.includes(file) && Files.deleteIfExists(file)) {
                    deleted++;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LoggerFactory.getLogger(AbandonedFonts.class).info("Old temporary fonts are left: {}", e.toString());
        }
        return deleted;
    }

    private boolean includes(Path file) {
        try {
            BasicFileAttributes facts =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            byte[] font = fonts.get(facts.size());
            return font != null
                    && facts.isRegularFile()
                    && isUser(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName())
                    && isMakerGone(facts.lastModifiedTime())
                    && Arrays.equals(Files.readAllBytes(file), font);
        } catch (IOException e) {
            return false; // deleted by its process meanwhile, or not ours to read
        }
    }

    /** Whether this is the name of our user; on Windows a domain stands before it. */
    private boolean isUser(String owner) {
        return owner.equals(user) || owner.endsWith('\\' + user);
    }

    private boolean isMakerGone(FileTime made) {
        Instant latest = made.toInstant().plusSeconds(1); // the times have different resolutions
        Instant earliest = latest.minus(UNPACKING);
        return latest.isBefore(Instant.now().minus(UNPACKING))
                && othersStarted.stream().noneMatch(start -> start.isAfter(earliest) && start.isBefore(latest));
    }
}
