package dev.earshot.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** The steps in which a file is replaced. Tests override some with steps that fail. Any thread. */
class FileSteps {

    /** Creates an empty file that only its owner can read. */
    Path temporary(Path folder, String prefix, String ending) throws IOException {
        return Files.createTempFile(folder, prefix, ending);
    }

    FileChannel open(Path temporary) throws IOException {
        return FileChannel.open(temporary, StandardOpenOption.WRITE);
    }

    /** Waits until the bytes are on the disk. */
    void force(FileChannel written) throws IOException {
        written.force(true);
    }

    /** Gives a file the permissions of another, if that exists and the system has such. */
    void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    /** Gives a file its name in one step; the name never leads nowhere meanwhile. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the names in a folder are on the disk, where the system can do that. */
    void forceFolder(Path folder) throws IOException {
        FileChannel names;
        try {
            names = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return; // Windows does not open folders
        }
        try (names) {
            names.force(true);
        } catch (IOException e) {
            if (!"Invalid argument".equals(e.getMessage())) { // fsync(2): this file system does not do that for folders
                throw e;
            }
        }
    }
}
