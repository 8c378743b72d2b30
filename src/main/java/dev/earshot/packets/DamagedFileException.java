package dev.earshot.packets;

import java.io.IOException;

/** Thrown when a capture file has something that cannot be, such as a block of a negative length. */
final class DamagedFileException extends IOException {
    DamagedFileException(String why) {
        super(why);
    }
}
