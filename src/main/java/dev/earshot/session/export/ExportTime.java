package dev.earshot.session.export;

import dev.earshot.journal.Row;
import dev.earshot.session.view.RowTimeFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Formats the times of exported rows with their dates. Any thread. */
final class ExportTime {
    private static final RowTimeFormat LOCAL = new RowTimeFormat("uuuu-MM-dd HH:mm:ss.", ZoneId::systemDefault);
    private static final RowTimeFormat UTC = new RowTimeFormat("uuuu-MM-dd'T'HH:mm:ss.", () -> ZoneOffset.UTC);

    private ExportTime() {}

    /** Returns the local time of a row, {@code 2026-11-21 20:31:02.101}; empty where it is not known. */
    static String local(Row row) {
        return row.epochNanos() == 0 ? "" : LOCAL.millis(row.epochNanos());
    }

    /** Returns the time of a row in UTC after ISO 8601, {@code 2026-11-21T20:31:02.101000000Z}; empty where unknown. */
    static String utc(Row row) {
        return row.epochNanos() == 0 ? "" : UTC.nanos(row.epochNanos()) + 'Z';
    }
}
