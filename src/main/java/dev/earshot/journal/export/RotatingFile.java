package dev.earshot.journal.export;

import dev.earshot.files.FileInUseException;
import dev.earshot.files.RegularFile;
import dev.earshot.journal.Row;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text file that grows until it is due; then it is put aside under a name with the time, and a new one begins. Rows
 * are added whole: after a failure the file ends where it did before. Confined to one thread.
 */
final class RotatingFile implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(RotatingFile.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    /** A place behind every end of a file: Windows lets nobody read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /**
     * The keys of the files that this program has open. They are asked before a file is opened: closing it again would
     * end the lock of the writer that has it, because a lock of POSIX ends with the first close in its process.
     */
    private static final Set<Object> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final LogRotation rotation;
    private FileChannel channel; // null: not open
    private Object key; // tells the open file from others that have its name later; null: not open
    private long size;
    private LocalDateTime lastWritten; // the time of the last row

    RotatingFile(Path path, LogRotation rotation) {
        this.path = path.toAbsolutePath();
        this.rotation = rotation;
    }

    /**
     * Opens the file to add to it, and ends its last line, which may be cut.
     *
     * @throws IOException if it cannot be opened, is no regular file, or another writer has it
     */
    void open() throws IOException {
        RegularFile.requireUnlessMissing(path);
        boolean isThere = Files.exists(path);
        lastWritten = isThere
                ? local(Files.getLastModifiedTime(path).toInstant())
                : LocalDateTime.now(ZoneId.systemDefault());
        if (isThere && TAKEN.contains(key())) {
            throw new FileInUseException(path);
        }
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        lock();
        key = key();
        TAKEN.add(key);
        size = channel.size();
        if (size > 0 && !endsWithLineFeed()) {
            append(ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    /** Takes the file for this writer alone: two would write over each other's rows. */
    private void lock() throws IOException {
        boolean isTaken;
        try {
            isTaken = channel.tryLock(LOCKED, 1, false) == null;
        } catch (OverlappingFileLockException e) {
            isTaken = true; // by this program
        } catch (IOException e) {
            log.debug("{} is on a file system without locks", path, e);
            return;
        }
        if (isTaken) {
            close();
            throw new FileInUseException(path);
        }
    }

    private boolean endsWithLineFeed() throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, size - 1);
        return last.get(0) == '\n';
    }

    boolean isOpen() {
        return channel != null;
    }

    /**
     * Closes the file if somebody has moved or deleted it, for nobody would look for what comes there, or has emptied
     * it or added something, for that has moved its end.
     */
    void closeIfChanged() throws IOException {
        if (isOpen() && !(Files.exists(path) && key().equals(key) && channel.size() == size)) {
            close();
        }
    }

    private Object key() throws IOException {
        Object given = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return given == null ? path : given; // Windows has none
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether these are the first bytes of the file. */
    boolean beginsWith(byte[] bytes) throws IOException {
        ByteBuffer begin = ByteBuffer.allocate(bytes.length);
        while (begin.hasRemaining() && channel.read(begin, begin.position()) > 0) {
            // until it is full, or the file ends
        }
        return begin.flip().equals(ByteBuffer.wrap(bytes));
    }

    /**
     * Whether the file is to be put aside before this row.
     *
     * @param waiting the bytes that are not written yet
     */
    boolean isDue(Row row, int waiting) {
        LocalDate day =
                row.epochNanos() == 0 ? lastWritten.toLocalDate() : time(row).toLocalDate();
        return rotation.isDue(size + waiting, lastWritten.toLocalDate(), day);
    }

    /** Tells the file that this row will be the last one. */
    void countRow(Row row) {
        lastWritten = row.epochNanos() == 0 ? lastWritten : time(row);
    }

    /** Puts the file aside, and begins a new one. */
    void rotate() throws IOException {
        close();
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.') <= 0 ? name.length() : name.lastIndexOf('.');
        String stamp = "-" + STAMP.format(lastWritten);
        Path aside = path.resolveSibling(name.substring(0, dot) + stamp + name.substring(dot));
        for (int number = 2; Files.exists(aside); number++) {
            aside = path.resolveSibling(name.substring(0, dot) + stamp + "-" + number + name.substring(dot));
        }
        Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        open();
    }

    /** Adds bytes, all or none. */
    void append(ByteBuffer bytes) throws IOException {
        long at = size;
        try {
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            size = at;
        } catch (IOException e) {
            channel.truncate(size);
            throw e;
        }
    }

    private static LocalDateTime time(Row row) {
        return local(Instant.ofEpochSecond(0, row.epochNanos()));
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneId.systemDefault());
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
        if (key != null) {
            TAKEN.remove(key);
            key = null;
        }
    }
}
