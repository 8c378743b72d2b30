package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file on this computer that a TFTP transfer is saved to: a name directly in a folder that a person chose. */
public final class LocalFile {
    private final Path path;

    private LocalFile(Path path) {
        this.path = path;
    }

    /**
     * Returns the file of this name in a folder. Reads the disk.
     *
     * @param folder an existing one; may be a link
     * @throws Problem {@code problem.name.*} if the name is not valid on every system, or leads out of the folder;
     *     {@code problem.file.*} if there is no such folder
     */
    public static LocalFile in(Path folder, String name) throws Problem {
        LocalFileName.check(name);
        try {
            Path real = folder.toRealPath();
            Path path = real.resolve(name).normalize();
            if (!real.equals(path.getParent()) || !path.getFileName().toString().equals(name)) {
                throw new Problem("problem.name.outside", 0, LocalFileName.shown(name));
            } else if (!Files.isDirectory(real)) {
                throw new Problem("problem.file.missing", -1, folder.toString());
            }
            return new LocalFile(path);
        } catch (InvalidPathException e) {
            throw new Problem("problem.name.outside", 0, LocalFileName.shown(name));
        } catch (IOException e) {
            throw new Problem("problem.file.missing", -1, folder.toString());
        }
    }

    /**
     * Returns the file for a path that a person gave. The path is a folder, in which the file keeps its name of the
     * server, or the file itself; its folder is not checked further. Reads the disk.
     *
     * @param remote the file's name on the server; its last part is used
     * @throws Problem see {@link #in}
     */
    public static LocalFile at(Path wanted, String remote) throws Problem {
        if (Files.isDirectory(wanted)) {
            return in(wanted, LocalFileName.lastOf(remote));
        }
        Path folder = wanted.getParent();
        Path name = wanted.getFileName();
        return in(folder == null ? Path.of("") : folder, name == null ? "" : name.toString());
    }

    /** Returns the absolute path, with the links of the folder resolved. */
    public Path path() {
        return path;
    }

    /** Returns whether a regular file of this name exists, which may be replaced if a person agrees. */
    public boolean isFile() {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Creates the part file in the same folder, which is written first.
     *
     * @param replace whether a person has agreed to replace a file of this name
     * @throws Problem if this name is taken by something that must not be replaced: a file without that consent; a
     *     folder, a link or a device in any case
     */
    public PartFile createPart(boolean replace) throws Problem, IOException {
        if (isTaken()) {
            refuseToReplace(replace);
        }
        return PartFile.create(this, replace);
    }

    /** Returns whether anything has this name, even a link that leads nowhere. */
    private boolean isTaken() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void refuseToReplace(boolean replace) throws Problem {
        if (!isFile()) {
            throw new Problem("problem.name.special", -1, path.toString());
        } else if (!replace) {
            throw alreadyExists(path);
        }
    }

    private static Problem alreadyExists(Path path) {
        return new Problem("problem.name.exists", -1, path.toString());
    }

    /**
     * Moves the complete file to its name, unless another file has taken that name meanwhile and may not be replaced.
     */
    void moveIntoPlace(Path part, boolean replace) throws Problem, IOException {
        boolean isNew = !isTaken();
        if (isNew) {
            reserve();
        } else {
            refuseToReplace(replace);
        }
        try {
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (isNew) {
                Files.deleteIfExists(path);
            }
            throw e;
        }
    }

    /** Takes the name in one step with the check that it is free. */
    private void reserve() throws Problem, IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            throw alreadyExists(path);
        }
    }
}
