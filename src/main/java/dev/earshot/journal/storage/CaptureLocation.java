package dev.earshot.journal.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Names the files of one capture. Any thread. */
public interface CaptureLocation {

    /**
     * Returns the path of a file of the capture.
     *
     * @param number counts from 1; the first file has the capture's own name
     */
    Path file(int number);

    /**
     * Makes the folder again if it is gone, with the other files that belong into it.
     *
     * @throws IOException if it cannot be made
     */
    void renew() throws IOException;

    /** Returns a location beside a file: {@code name.pcapng}, {@code name.0002.pcapng}, {@code name.0003.pcapng}. */
    static CaptureLocation of(Path first) {
        return new CaptureLocation() {
            @Override
            public Path file(int number) {
                return numbered(first, number);
            }

            @Override
            public void renew() throws IOException {
                Files.createDirectories(first.toAbsolutePath().getParent());
            }
        };
    }

    /** Returns the path of a further file of the capture whose first file is {@code first}. */
    static Path numbered(Path first, int number) {
        if (number == 1) {
            return first;
        }
        String name = first.getFileName().toString();
        int dot = name.lastIndexOf('.');
        int end = dot <= 0 ? name.length() : dot;
        return first.resolveSibling(
                String.format(Locale.ROOT, "%s.%04d%s", name.substring(0, end), number, name.substring(end)));
    }
}
