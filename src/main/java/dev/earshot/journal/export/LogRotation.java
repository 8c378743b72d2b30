package dev.earshot.journal.export;

import java.time.LocalDate;

/**
 * Says when a growing log file is put aside for a new one.
 *
 * @param bytes the size at which it is; 0 for any size
 * @param daily whether it is when another day begins, in the computer's time zone
 */
public record LogRotation(long bytes, boolean daily) {
    /** The rotation of a file that grows for ever. */
    public static final LogRotation NEVER = new LogRotation(0, false);

    /** Makes a rotation by size. */
    public static LogRotation at(long bytes) {
        return new LogRotation(bytes, false);
    }

    /** Makes a rotation by day. */
    public static LogRotation everyDay() {
        return new LogRotation(0, true);
    }

    /**
     * Whether a file is to be put aside before a row of this day is written.
     *
     * @param size of the file in bytes
     * @param last the day of its last row
     */
    boolean isDue(long size, LocalDate last, LocalDate day) {
        return size > 0 && (bytes > 0 && size >= bytes || daily && !day.equals(last));
    }
}
