package dev.earshot.session;

import dev.earshot.journal.storage.CaptureLocation;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of captures that only their owner can read. A capture that is being written has a lock file beside it. Where
 * no program holds the lock of that file, the program that wrote the capture was killed. Any thread; works on the disk.
 */
public final class CaptureStore {
    private static final Logger log = LoggerFactory.getLogger(CaptureStore.class);
    private static final int MOST_SESSIONS = 10;
    private static final long MOST_BYTES = 1L << 30;
    private static final String CAPTURE = ".pcapng";
    private static final String LOCK = ".lock";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss");

    /**
     * The lock files that this program holds. They must not be opened a second time: when a process closes any handle
     * of a file, it loses all its locks on that file (POSIX fcntl).
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;

    /**
     * A capture in the store, or elsewhere on the disk.
     *
     * @param files the files of the capture, in the order in which they were written
     */
    public record StoredCapture(List<Path> files) {
        /** The size of all files in bytes. */
        public long bytes() {
            return files.stream().mapToLong(CaptureStore::size).sum();
        }

        private Path lockFile() {
            return files.get(0).resolveSibling(base(files.get(0)) + LOCK);
        }
    }

    /** The file name and the held lock file of a capture that is being written; closing it gives up the lock. */
    public static final class Reservation implements CaptureLocation, Closeable {
        private final Path capture;
        private final Path lockFile;
        private FileChannel channel; // guarded by this, as is the next one
        private boolean closed;

        private Reservation(Path capture, Path lockFile, FileChannel channel) {
            this.capture = capture;
            this.lockFile = lockFile;
            this.channel = channel;
        }

        /** Returns the path of the capture's file of this number; the first file does not exist yet. */
        @Override
        public Path file(int number) {
            return CaptureLocation.numbered(capture, number);
        }

        @Override
        public synchronized void renew() throws IOException {
            if (closed || Files.exists(lockFile)) {
                return;
            }
            makeFolder(lockFile.getParent());
            channel.close(); // it held the lock of a file that has been deleted
            channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.tryLock();
        }

        /** Deletes the lock file, which shows that the session has ended properly. */
        @Override
        public synchronized void close() throws IOException {
            closed = true;
            Files.deleteIfExists(lockFile);
            channel.close();
            HELD.remove(lockFile);
        }
    }

    /**
     * Opens the store in this folder, which is created where it is missing.
     *
     * @throws IOException if the folder cannot be created
     */
    public CaptureStore(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        makeFolder(folder);
    }

    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly());
    }

    /** The folder for captures and their disposable indexes. */
    public Path folder() {
        return folder;
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0]; // Windows: the user's profile is closed to others
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
    }

    /** Reserves a file name for a new capture, and locks it against other programs. */
    public Reservation reserve() throws IOException {
        String name = NAME.format(LocalDateTime.now());
        for (int i = 1; ; i++) {
            String unique = i == 1 ? name : name + "-" + i;
            Path lockFile = folder.resolve(unique + LOCK);
            Path capture = folder.resolve(unique + CAPTURE);
            if (!Files.exists(capture) && HELD.add(lockFile)) {
                FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() != null) {
                    return new Reservation(capture, lockFile, channel);
                }
                channel.close();
                HELD.remove(lockFile);
            }
        }
    }

    /** Returns the place of a temporary capture; {@link #prune} deletes what a killed program has left of it. */
    CaptureLocation temporary() throws IOException {
        Path first = Files.createTempFile(folder, "packets-", ".tmp");
        Files.delete(first); // the name is free, as the store is ours alone
        return CaptureLocation.of(first);
    }

    /** Returns the captures of programs that were killed, the latest first. Deletes lock files that have no capture. */
    public List<StoredCapture> abandoned() {
        List<StoredCapture> found = new ArrayList<>();
        List<StoredCapture> all = captures();
        for (Path lockFile : list(LOCK)) {
            if (!inUse(lockFile)) {
                Optional<StoredCapture> capture = all.stream()
                        .filter(kept -> kept.lockFile().equals(lockFile))
                        .findFirst();
                capture.ifPresentOrElse(kept -> found.add(0, kept), () -> delete(lockFile));
            }
        }
        return found;
    }

    /** Returns the captures that no program is writing, the latest first. */
    public List<StoredCapture> kept() {
        List<StoredCapture> kept = new ArrayList<>(captures());
        kept.removeIf(capture -> Files.exists(capture.lockFile()) && inUse(capture.lockFile()));
        Collections.reverse(kept);
        return kept;
    }

    /** Makes an abandoned capture an ordinary one, by deleting its lock file. */
    public void settle(StoredCapture capture) {
        delete(capture.lockFile());
    }

    /**
     * Deletes the oldest captures that nobody writes until at most 10, and at most 1 GB, are left. The latest stays,
     * however large it is. Indexes that a killed program has left are deleted as well.
     */
    public void prune() {
        List<StoredCapture> captures = new ArrayList<>(captures());
        captures.removeIf(capture -> Files.exists(capture.lockFile()));
        long total = 0;
        int latest = captures.size() - 1;
        for (int i = latest; i >= 0; i--) {
            total += captures.get(i).bytes();
            if (latest - i >= MOST_SESSIONS || total > MOST_BYTES && i < latest) {
                captures.get(i).files().forEach(CaptureStore::delete);
                delete(new NotesFile(captures.get(i).files().get(0)).path());
            }
        }
        list(".tmp").stream().filter(CaptureStore::isLeftOver).forEach(CaptureStore::delete);
    }

    /** Returns whether an index is older than a minute: a younger one may be about to be opened by another session. */
    private static boolean isLeftOver(Path index) {
        try {
            Instant then = Files.getLastModifiedTime(index).toInstant();
            return then.isBefore(Instant.now().minusSeconds(60));
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns all captures in the folder, the oldest first. */
    private List<StoredCapture> captures() {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path file : list(CAPTURE)) {
            byName.computeIfAbsent(base(file), name -> new ArrayList<>()).add(file);
        }
        byName.values().forEach(files -> files.sort(Comparator.comparingInt(CaptureStore::number)));
        return byName.values().stream().map(StoredCapture::new).toList();
    }

    /** Returns the part of the file's name that all files of its capture have in common. */
    private static String base(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    /** Returns the number of a file in its capture, as in {@code name.0002.pcapng}; 1 for the first, which has none. */
    private static int number(Path file) {
        String[] parts = file.getFileName().toString().split("\\.");
        return parts.length == 3 && parts[1].matches("\\d{1,9}") ? Integer.parseInt(parts[1]) : 1;
    }

    private List<Path> list(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            log.warn("{} cannot be listed", folder, e);
            return List.of();
        }
    }

    private static boolean inUse(Path lockFile) {
        if (HELD.contains(lockFile)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException e) {
            return true;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} cannot be deleted", file, e);
        }
    }
}
