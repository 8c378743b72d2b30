package dev.earshot.journal.storage;

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

/**
 * Creates and deletes the files of a capture and asks for free space; tests replace it by a disk that fails. Any
 * thread.
 */
public class CaptureDisk {

    /** The free space of a file system, and its size, in bytes. */
    public record Space(long usable, long total) {}

    /**
     * Makes a file that only its owner can read.
     *
     * @throws java.nio.file.FileAlreadyExistsException if a file has that name
     */
    public SegmentFile create(Path file) throws IOException {
        return new SegmentFile(file, open(file), identity(file));
    }

    /** Makes a file that nobody else may read, and opens it; fails if it exists. */
    protected FileChannel open(Path fresh) throws IOException {
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

    /**
     * Returns a key that tells this file from a later one of its name, where the system has one; null if it is gone.
     */
    public Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether the file is still where it was made. */
    public boolean isInPlace(SegmentFile file) {
        return file.identity() != null && file.identity().equals(identity(file.path()));
    }

    /** Returns the bytes that the disk of a folder has. */
    public Space space(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return new Space(store.getUsableSpace(), store.getTotalSpace());
    }

    /** Closes and deletes a file, but not another one that has taken its name. */
    public void delete(SegmentFile file) throws IOException {
        boolean there = isInPlace(file);
        file.channel().close();
        if (there) {
            Files.deleteIfExists(file.path());
        }
    }
}
