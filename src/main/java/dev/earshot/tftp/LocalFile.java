package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a fetched file is to be: a folder that a person chose, and a name directly in it. */
public final class LocalFile {
    private final Path path;

    private LocalFile(Path path) {
        this.path = path;
    }

    /**
     * A name in a folder. Looks at the disk.
     *
     * @param folder an existing one; may be a link
     * @throws Problem {@code problem.name.*} if the name is none that is good on every system, or leads out of the folder;
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
     * Where a person wants it: a path whose last part is its name, or a folder in which it is called as on the server. What
     * comes before the name is a folder, and is believed. Looks at the disk.
     *
     * @param remote its name on the server, of which the last part is taken
     * @throws Problem as {@link #in} does
     */
    public static LocalFile at(Path wanted, String remote) throws Problem {
        if (Files.isDirectory(wanted)) {
            return in(wanted, LocalFileName.lastOf(remote));
        }
        Path folder = wanted.getParent();
        Path name = wanted.getFileName();
        return in(folder == null ? Path.of("") : folder, name == null ? "" : name.toString());
    }

    /** Its whole path; no link leads away from it but those that the folder was chosen with. */
    public Path path() {
        return path;
    }

    /** Whether there is a file of this name, which a yes would replace. */
    public boolean isFile() {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Begins to write it, under another name in the same folder.
     *
     * @param replace whether a person has said yes to replacing a file of this name
     * @throws Problem if something has this name that is not to be replaced: a file without a yes; a folder, a link or a
     *     device in any case
     */
    public PartFile begin(boolean replace) throws Problem, IOException {
        if (isTaken()) {
            refuseToReplace(replace);
        }
        return PartFile.beside(this, replace);
    }

    /** By anything, be it a link that leads nowhere. */
    private boolean isTaken() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void refuseToReplace(boolean replace) throws Problem {
        if (!isFile()) {
            throw new Problem("problem.name.special", -1, path.toString());
        } else if (!replace) {
            throw exists(path);
        }
    }

    private static Problem exists(Path path) {
        return new Problem("problem.name.exists", -1, path.toString());
    }

    /** Gives the file its name. Somebody may have taken the name meanwhile: without a yes it is not taken from them. */
    void put(Path whole, boolean replace) throws Problem, IOException {
        boolean free = !isTaken();
        if (free) {
            reserve();
        } else {
            refuseToReplace(replace);
        }
        try {
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (free) {
                Files.deleteIfExists(path);
            }
            throw e;
        }
    }

    /** The one way to find out that the name is free and to take it, in one. */
    private void reserve() throws Problem, IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            throw exists(path);
        }
    }
}
