package dev.earshot.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Reports that a path leads to a folder, pipe, socket or device instead of a regular file. */
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
