package dev.earshot.session.export;

import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the bytes of all messages into a folder, to one file for each direction of each client, such as {@code
 * 7-127.0.0.1-52344-received.bin}. Confined to one thread.
 */
final class RawFilesWriter implements RowWriter, Closeable {
    /** The most files that are open at once, as there may be thousands of clients. */
    private static final int MOST_OPEN = 64;

    private final Path folder;
    private final Map<Path, OutputStream> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true); // the latest used last

    RawFilesWriter(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(Row row) throws IOException {
        if (row.kind() != Row.Kind.EVENT) {
            file(folder.resolve(name(row))).write(row.bytes());
        }
    }

    private static String name(Row row) {
        Peer peer = row.peer();
        // Colons and percent signs of IPv6, and slashes of names, are no letters of file names everywhere.
        String address = Addresses.host(peer.remote()).replaceAll("[^0-9A-Za-z.]", "-");
        return peer.id() + "-" + address + "-" + Addresses.port(peer.remote()) + "-" + RowDirection.of(row) + ".bin";
    }

    private OutputStream file(Path path) throws IOException {
        OutputStream file = open.get(path);
        if (file == null) {
            if (open.size() == MOST_OPEN) {
                closeOldest();
            }
            file = new BufferedOutputStream(
                    Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            open.put(path, file);
        }
        return file;
    }

    private void closeOldest() throws IOException {
        Iterator<OutputStream> oldest = open.values().iterator();
        OutputStream file = oldest.next();
        oldest.remove();
        file.close();
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            closeOldest();
        }
    }
}
