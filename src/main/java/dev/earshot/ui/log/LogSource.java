package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PeerLabel;
import java.io.IOException;

/** The part of a session that the log reads: its rows by number, and the filter. Confined to the EDT. */
interface LogSource {
    /** The number of the oldest row that is still there. It only rises while the generation is the same. */
    long first();

    /** The number of the next row to come. */
    long end();

    /** Reads one row with at most {@code most} of its bytes; small and positional. */
    Row read(long number, int most) throws IOException;

    /** A number that changes whenever row numbers change their meaning. */
    int generation();

    FilterResult filtered();

    Lens lens();

    /** The name, or else the address, of the client of this row; the row must have one. */
    String label(Row row);

    /** The address of the client of this row, with all that is known of it. */
    String address(Row row);

    /** A number that changes whenever a client is renamed. */
    int names();

    void close() throws IOException;

    /** @throws IOException if the capture cannot be read at all */
    static LogSource of(Session session, Words words) throws IOException {
        RowReader reader = session.log().reader();
        PeerLabel labels = new PeerLabel(session, words);
        return new LogSource() {
            @Override
            public long first() {
                return reader.first();
            }

            @Override
            public long end() {
                return reader.count();
            }

            @Override
            public Row read(long number, int most) throws IOException {
                return reader.read(number, most);
            }

            @Override
            public int generation() {
                return session.log().generation();
            }

            @Override
            public FilterResult filtered() {
                return session.log().filtered();
            }

            @Override
            public Lens lens() {
                return session.log().lens();
            }

            @Override
            public String label(Row row) {
                return labels.of(row.peerId(), row.remote());
            }

            @Override
            public String address(Row row) {
                return labels.full(row.peerId(), row.remote());
            }

            @Override
            public int names() {
                return session.clients().names().version();
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
