package dev.earshot.bench;

import java.io.IOException;

/** The disk that all programs of a run share. */
final class Disk {
    private Disk() {}

    /**
     * Waits until the system has written all that earlier programs left to write, which would slow down the next one.
     */
    static void sync() throws IOException {
        try {
            new ProcessBuilder("sync").start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        } catch (IOException e) {
            // a system without that command
        }
    }
}
