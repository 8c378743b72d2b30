package dev.earshot.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * What belongs to a package on Linux besides its folder in {@code /opt}, each at the place that the system names for
 * it: the command, menu entry, icons, type of captures, man pages, completions, licence.
 */
final class SystemFiles {
    static final String APP = "/opt/earshot"; // where jpackage puts the folder

    private static final String DEBIAN_DATE = "Thu, 01 Jan 2026 00:00:00 +0000";

    private final PackageTexts texts;
    private final PackageVersion version;
    private final Path root;

    /**
     * @param root stands for {@code /}; is made
     */
    SystemFiles(PackageTexts texts, PackageVersion version, Path root) {
        this.texts = texts;
        this.version = version;
        this.root = root;
    }

    /**
     * Writes all of them.
     *
     * @param icons PNG files named by their size
     * @param docs {@code earshot.bash}, and in {@code man} the pages
     */
    void write(Path icons, Path docs) throws IOException {
        Files.createSymbolicLink(place("usr/bin/earshot"), Path.of(APP, "bin/earshot"));
        copy("linux/earshot.desktop", "usr/share/applications/earshot.desktop");
        copy("linux/zz-earshot-open.desktop", "usr/share/applications/zz-earshot-open.desktop");
        copy("linux/earshot.xml", "usr/share/mime/packages/earshot.xml");
        for (int size : IconFiles.PNG_SIZES) {
            Path icon = place("usr/share/icons/hicolor/" + size + "x" + size + "/apps/earshot.png");
            Files.copy(icons.resolve(size + ".png"), icon);
        }
        for (Path page : pages(docs.resolve("man"))) {
            compress(Files.readAllBytes(page), "usr/share/man/man1/" + page.getFileName() + ".gz");
        }
        Files.copy(docs.resolve("earshot.bash"), place("usr/share/bash-completion/completions/earshot"));
    }

    /** Writes what only Debian wants: its places for zsh, licence and changes, and why lintian may be silent. */
    void writeDebian() throws IOException {
        copy("linux/earshot.zsh", "usr/share/zsh/vendor-completions/_earshot");
        copy("linux/copyright", "usr/share/doc/earshot/copyright");
        copy("linux/lintian-overrides", "usr/share/lintian/overrides/earshot");
        String change = "earshot (" + version.linux() + ") unstable; urgency=medium\n\n"
                + "  * What people notice is in src/docs/changelog.md of the source.\n\n -- " + texts.maintainer()
                + "  "
                + DEBIAN_DATE + "\n";
        compress(change.getBytes(StandardCharsets.UTF_8), "usr/share/doc/earshot/changelog.gz");
    }

    /** Writes what RPM has at other places. */
    void writeRpm() throws IOException {
        copy("linux/earshot.zsh", "usr/share/zsh/site-functions/_earshot");
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".1")).sorted().toList();
        }
    }

    private void copy(String source, String destination) throws IOException {
        Files.writeString(place(destination), texts.fill(source, version));
    }

    /** Compresses without a time, so that equal pages are equal files. */
    private void compress(byte[] text, String destination) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION); // as the Debian Policy wants it
            }
        }) {
            out.write(text);
        }
        byte[] file = bytes.toByteArray();
        file[8] = 2; // RFC 1952, XFL: the best compression was used; Java leaves it open
        Files.write(place(destination), file);
    }

    private Path place(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }
}
