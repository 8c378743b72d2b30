package dev.earshot.session;

import dev.earshot.session.settings.Settings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a number to each running copy of the program that has the same settings, by a lock that ends with it. */
public final class InstanceNumber {
    private static final int MOST = 20;
    private static final Logger log = LoggerFactory.getLogger(InstanceNumber.class);

    /** The locked files, which must stay open as long as the program runs. */
    private static final Queue<FileChannel> HELD = new ConcurrentLinkedQueue<>();

    private InstanceNumber() {}

    /** Returns the lowest number that no running program has, from 1, and takes it. Blocks; not for the EDT. */
    public static int take(Settings settings) {
        for (int number = 1; number <= MOST; number++) {
            Path file = settings.beside("running-" + number + ".lock");
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (locks(channel)) {
                    HELD.add(channel);
                    return number;
                }
                channel.close();
            } catch (IOException e) {
                log.info("{} cannot be locked: {}", file, e.toString());
                return 1;
            }
        }
        return 1;
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this program has taken the number before
        }
    }
}
