package dev.earshot.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Tells that a path leads to a folder, a pipe, a socket or a device and not to a regular file. */
public final class NotRegularException extends FileSystemException {
    private static final long serialVersionUID = 1;

    private final boolean isFolder;

    NotRegularException(Path path, boolean isFolder) {
        super(path.toString(), null, "not a regular file");
        this.isFolder = isFolder;
    }

    public boolean isFolder() {
        return isFolder;
    }
}
