package dev.earshot.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Completes the {@code .deb} of jpackage, which holds the application folder only: the files of {@link SystemFiles}
 * become files of the package, so that dpkg knows and removes them, instead of being made by its scripts.
 */
final class DebianPackage {
    private static final List<String> SCRIPTS = List.of("preinst", "postinst", "prerm", "postrm");

    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};

    private final Path tree;

    /**
     * @param tree a folder for the unpacked package; is made
     */
    DebianPackage(Path tree) {
        this.tree = tree;
    }

    void unpack(Path deb) throws IOException {
        Tools.run(List.of("dpkg-deb", "--raw-extract", deb.toString(), tree.toString()));
        for (String script : SCRIPTS) { // they do nothing, as jpackage was not asked for a menu entry
            Files.deleteIfExists(tree.resolve("DEBIAN").resolve(script));
        }
        Folders.delete(tree.resolve("opt/earshot/share")); // copyright, which has its place in /usr/share/doc
    }

    Path tree() {
        return tree;
    }

    /** Adds a script that dpkg runs, such as {@code postinst}. */
    void addScript(String name, String text) throws IOException {
        Path script = Files.writeString(tree.resolve("DEBIAN").resolve(name), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Writes the package, all files of which belong to root. */
    void pack(Path deb) throws IOException {
        AppFolder app = new AppFolder(tree.resolve("opt/earshot"), TargetSystem.LINUX);
        strip(app.root());
        app.setTimes();
        setModes();
        Files.writeString(tree.resolve("DEBIAN/md5sums"), checksums());
        // zstd, the default of Ubuntu, is unknown to older Debian. Level 6 takes three times as long for 5 % less.
        Tools.run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", tree.toString(), deb.toString()));
    }

    /** Removes the symbols that only a debugger reads, as all packages of Debian do. */
    private static void strip(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (isProgram(file)) {
                    command.add(file.toString());
                }
            }
        }
        Tools.run(command);
    }

    private static boolean isProgram(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ELF.length), ELF);
        }
    }

    /** Gives every file the usual mode, whatever the mask of the user who builds. */
    private void setModes() throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files.filter(one -> !Files.isSymbolicLink(one))::iterator) {
                boolean executable = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private String checksums() throws IOException {
        StringBuilder lines = new StringBuilder();
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files.filter(this::isCounted).sorted()::iterator) {
                lines.append(md5(file))
                        .append("  ")
                        .append(tree.relativize(file))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private boolean isCounted(Path file) {
        return Files.isRegularFile(file) && !Files.isSymbolicLink(file) && !file.startsWith(tree.resolve("DEBIAN"));
    }

    private static String md5(Path file) throws IOException {
        try {
            byte[] sum = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
            return String.format("%032x", new BigInteger(1, sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
