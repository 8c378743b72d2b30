package dev.earshot.journal.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A disposable list of items of one size, kept in a chain of unnamed temporary files. It grows at its end and can be
 * dropped from its beginning. One thread at a time appends and drops; any thread reads the items that were published to
 * it by other means (a volatile count). The latest part is in memory, so that appending is a copy and not a system
 * call; while the disk is full, a larger part is, up to a bound beyond which its oldest items are lost.
 */
public final class AppendFile implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(AppendFile.class);
    private static final int CHUNK = 64 * 1024;
    private static final long FILE = 64L << 20;

    /** The most chunks that wait for a full disk: 16 MiB. */
    public static final int MOST_WAITING = 256;

    private static final byte[][] NONE = {};
    private static final Hole[] NO_HOLES = {};

    /** Makes a new file of the chain. */
    interface FileOpener {
        FileChannel open() throws IOException;
    }

    /** A run of lost items; each of them reads as {@code item}. */
    private record Hole(long from, long to, byte[] item) {}

    /**
     * The part in memory, and where the older parts are; published as one object.
     *
     * @param written the position before which everything is in the files or in a hole
     * @param waiting the chunks from there to {@code start}, which could not be written yet
     * @param bytes the part that is being filled; its bytes are never written twice
     */
    private record Tail(long written, byte[][] waiting, Hole[] holes, long start, byte[] bytes) {}

    private final FileOpener opener;
    private final byte[] lostMask;
    private volatile FileChannel[] files = {};
    private volatile Tail tail = new Tail(0, NONE, NO_HOLES, 0, new byte[CHUNK]);
    private int used;
    private boolean failing;

    /**
     * Makes a list whose files are in a folder.
     *
     * @param lost the bits that are set in the item that stands for lost ones; its other bits are those of the first
     *     lost one. Its length is that of every item and divides 64 KiB.
     */
    public AppendFile(Path folder, byte[] lost) throws IOException {
        this(() -> openFile(folder), lost);
        files = new FileChannel[] {opener.open()}; // fails now if there is no place for it
    }

    /** Makes a list that opens its first file when it is needed. */
    public static AppendFile opening(Path folder, byte[] lost) {
        return new AppendFile(() -> openFile(folder), lost);
    }

    private static FileChannel openFile(Path folder) throws IOException {
        return FileChannel.open(
                Files.createTempFile(folder, "index-", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    AppendFile(FileOpener opening, byte[] lost) {
        this.opener = opening;
        this.lostMask = lost;
    }

    /** Appends the first {@code length} bytes. */
    public void append(byte[] bytes, int length) {
        for (int at = 0; at < length; ) {
            if (used == tail.bytes.length) {
                makeRoom();
            }
            int count = Math.min(length - at, tail.bytes.length - used);
            System.arraycopy(bytes, at, tail.bytes, used, count);
            used += count;
            at += count;
        }
    }

    private void makeRoom() {
        Tail full = tail;
        byte[][] waiting = Arrays.copyOf(full.waiting, full.waiting.length + 1);
        waiting[full.waiting.length] = full.bytes;
        Hole[] holes = full.holes;
        int done = write(waiting, full.written);
        if (waiting.length - done > MOST_WAITING) {
            holes = addHole(holes, full.written, waiting[0]);
            done = 1;
        }
        waiting = done == waiting.length ? NONE : Arrays.copyOfRange(waiting, done, waiting.length);
        tail = new Tail(full.written + (long) done * CHUNK, waiting, holes, full.start + CHUNK, new byte[CHUNK]);
        used = 0;
    }

    /** Writes the waiting chunks; returns how many of them were written. */
    private int write(byte[][] waiting, long from) {
        int done = 0;
        try {
            for (long at = from; done < waiting.length; at += CHUNK, done++) {
                ByteBuffer chunk = ByteBuffer.wrap(waiting[done]);
                FileChannel file = fileFor(at);
                while (chunk.hasRemaining()) {
                    file.write(chunk, at % FILE + chunk.position());
                }
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                log.warn("the index stays in memory", e);
            }
            failing = true;
        }
        return done;
    }

    private FileChannel fileFor(long position) throws IOException {
        int number = (int) (position / FILE);
        if (number >= files.length || files[number] == null) {
            FileChannel[] more = Arrays.copyOf(files, Math.max(files.length, number + 1));
            more[number] = opener.open();
            files = more;
        }
        return files[number];
    }

    private Hole[] addHole(Hole[] holes, long at, byte[] chunk) {
        int count = holes.length;
        boolean joins = count > 0 && holes[count - 1].to == at;
        Hole[] now = Arrays.copyOf(holes, joins ? count : count + 1);
        if (joins) {
            now[count - 1] = new Hole(holes[count - 1].from, at + CHUNK, holes[count - 1].item);
        } else {
            byte[] item = Arrays.copyOf(chunk, lostMask.length);
            for (int i = 0; i < lostMask.length; i++) {
                item[i] |= lostMask[i];
            }
            now[count] = new Hole(at, at + CHUNK, item);
        }
        return now;
    }

    /** Whether anything was ever lost. */
    public boolean hasHoles() {
        return tail.holes.length > 0;
    }

    /** Returns the bytes in memory. */
    public long inMemory() {
        Tail now = tail;
        return now.start - now.written + CHUNK;
    }

    /** Closes the files whose items all lie before a position; who still reads there gets a RecordGoneException. */
    public void dropBefore(long position) throws IOException {
        FileChannel[] before = files;
        FileChannel[] now = before.clone();
        int end = (int) Math.min(position / FILE, now.length);
        Arrays.fill(now, 0, end, null);
        files = now;
        for (int i = 0; i < end; i++) {
            if (before[i] != null) {
                before[i].close();
            }
        }
    }

    /** Fills {@code into} from a position on; all of it must have been published. */
    public void read(long position, ByteBuffer into) throws IOException {
        into.clear();
        readOn(position, into);
        into.flip();
    }

    /** Reads into the rest of {@code into}, up to its limit. */
    public void readOn(long position, ByteBuffer into) throws IOException {
        Tail now = tail;
        long shift = position - into.position();
        while (into.hasRemaining()) {
            long at = shift + into.position();
            if (at >= now.start) {
                into.put(now.bytes, (int) (at - now.start), into.remaining());
            } else if (at >= now.written) {
                int from = (int) (at % CHUNK);
                byte[] chunk = now.waiting[(int) ((at - now.written) / CHUNK)];
                into.put(chunk, from, Math.min(into.remaining(), CHUNK - from));
            } else {
                readOlder(now, at, into);
            }
        }
    }

    private void readOlder(Tail now, long at, ByteBuffer into) throws IOException {
        long end = Math.min(now.written, (at / FILE + 1) * FILE);
        for (Hole hole : now.holes) {
            if (at >= hole.from && at < hole.to) {
                repeat(hole, at, into);
                return;
            }
            end = hole.from > at ? Math.min(end, hole.from) : end;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + end - at));
        int number = (int) (at / FILE);
        try {
            if (number >= files.length || channel(number).read(into, at % FILE) < 0) {
                throw new IOException("the index has nothing at " + at);
            }
        } catch (ClosedChannelException e) {
            channel(number); // which it has no more if the file was dropped meanwhile
            throw e;
        }
        into.limit(limit);
    }

    private FileChannel channel(int number) throws RecordGoneException {
        FileChannel channel = files[number];
        if (channel == null) {
            throw RecordGoneException.removed();
        }
        return channel;
    }

    /** Tells whether an item stands before the place that is looked for. */
    public interface ItemTest {
        boolean isBefore(ByteBuffer item);
    }

    /**
     * Finds the first item that does not stand before a place, by binary search; {@code end} if all do. Begins again if
     * the oldest items are dropped meanwhile.
     *
     * @param first returns the number of the oldest item, which is set before items are dropped
     * @param scratch has room for one item
     */
    public long find(LongSupplier first, long end, ByteBuffer scratch, ItemTest test) throws IOException {
        while (true) {
            long oldest = first.getAsLong();
            try {
                return search(oldest, end, scratch, test);
            } catch (RecordGoneException e) {
                if (first.getAsLong() == oldest) {
                    throw e;
                }
            }
        }
    }

    private long search(long first, long end, ByteBuffer scratch, ItemTest test) throws IOException {
        long low = first;
        long high = Math.max(first, end);
        while (low < high) {
            long middle = (low + high) >>> 1;
            read(middle * lostMask.length, scratch);
            if (test.isBefore(scratch)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void repeat(Hole hole, long from, ByteBuffer into) {
        for (long at = from; into.hasRemaining() && at < hole.to; at++) {
            into.put(hole.item[(int) (at % hole.item.length)]);
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel file : files) {
            if (file != null) {
                file.close();
            }
        }
    }
}
