package dev.earshot.cli;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Tells on Linux whether descriptor 0 was handed to this process. If it was closed ({@code <&-}), the first file that
 * the JVM opens for itself gets its number: reading standard input would then send the JDK's own bytes to the peers.
 */
final class InheritedInput {
    /**
     * The flag of a descriptor that no new program inherits, as {@code /proc/PID/fdinfo} prints it (Linux, fcntl.h).
     */
    private static final long CLOSE_ON_EXEC = 02000000L;

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path FLAGS = Path.of("/proc/self/fdinfo");

    private InheritedInput() {}

    /** Returns standard input; an empty one if descriptor 0 is closed or a file of the JVM's own. */
    static InputStream open() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return new FileInputStream(FileDescriptor.in); // not Linux: nothing is known about descriptors
        }
        return isInherited(0) ? new FileInputStream(FileDescriptor.in) : InputStream.nullInputStream();
    }

    private static boolean isInherited(int descriptor) {
        String number = Integer.toString(descriptor);
        try {
            Path target = Files.readSymbolicLink(DESCRIPTORS.resolve(number));
            return !isOfTheJvm(target) && !isClosedOnExec(Files.readString(FLAGS.resolve(number)));
        } catch (IOException e) {
            return false; // there is no such descriptor
        }
    }

    /** Whether a file is one that the JVM reads for itself: of the JDK, or of the class path. */
    static boolean isOfTheJvm(Path file) {
        return isWithin(System.getProperty("java.home"), file)
                || Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .anyMatch(entry -> isWithin(entry, file));
    }

    /** Whether the description of a descriptor says that the program before this one cannot have handed it on. */
    static boolean isClosedOnExec(String info) {
        return info.lines()
                .filter(line -> line.startsWith("flags:"))
                .map(line -> Long.parseLong(line.substring("flags:".length()).strip(), 8))
                .anyMatch(flags -> (flags & CLOSE_ON_EXEC) != 0);
    }

    private static boolean isWithin(String folder, Path file) {
        try {
            return file.startsWith(Path.of(folder).toRealPath());
        } catch (IOException | InvalidPathException e) {
            return false; // there is no such file
        }
    }
}
