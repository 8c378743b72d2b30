package dev.earshot.journal.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * An open file that holds a segment of a capture.
 *
 * @param identity tells it from a later file of its name; see {@link CaptureDisk#identity}
 */
public record SegmentFile(Path path, FileChannel channel, Object identity) {
    /** Returns its bytes; 0 if the system cannot tell. */
    long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            return 0;
        }
    }
}
