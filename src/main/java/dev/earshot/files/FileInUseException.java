package dev.earshot.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Reports that somebody else who uses Earshot, or another tab, is writing to a file. */
public final class FileInUseException extends FileSystemException {
    private static final long serialVersionUID = 1;

    /** @param path of the file */
    public FileInUseException(Path path) {
        super(path.toString(), null, "another program or tab is writing to it");
    }
}
