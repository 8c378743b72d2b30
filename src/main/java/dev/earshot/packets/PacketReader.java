package dev.earshot.packets;

import java.io.IOException;

/** Reads the packets of one file format one after the other. */
interface PacketReader {

    /**
     * Reads the next packet.
     *
     * @return false at the end of the file
     * @throws java.io.EOFException if the file ends in the middle of something
     * @throws DamagedFileException if what follows cannot be read
     */
    boolean next(CapturedPacket into) throws IOException;
}
