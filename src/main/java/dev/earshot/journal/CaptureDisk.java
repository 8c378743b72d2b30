package dev.earshot.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The calls of a capture to the file system. Any thread. */
class CaptureDisk {

    /** How much of a file system is free for us, and how large it is, in bytes. */
    record Space(long usable, long total) {}

    /**
     * Makes a file that only its owner can read.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one of that name
     */
    Segment.Home create(Path file) throws IOException {
        return new Segment.Home(file, open(file), identity(file));
    }

    FileChannel open(Path fresh) throws IOException {
        return FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly());
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0]; // Windows: the folder decides
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    /** Returns what tells this file from another of the same name, where the system knows; null if there is none. */
    Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether the file is where it was made. */
    boolean holds(Segment.Home home) {
        return home.identity() != null && home.identity().equals(identity(home.file()));
    }

    Space space(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return new Space(store.getUsableSpace(), store.getTotalSpace());
    }

    /** Closes and deletes a file, but none that has only its name. */
    void delete(Segment.Home home) throws IOException {
        boolean there = holds(home);
        home.channel().close();
        if (there) {
            Files.deleteIfExists(home.file());
        }
    }
}
