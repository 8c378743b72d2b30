package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PeerLabel;
import java.io.IOException;

/** What the log reads of a session: rows by number, and which of them are to be seen. Confined to the EDT. */
interface LogSource {
    /** The number of the oldest row that is still there; it only rises while the generation is the same. */
    long first();

    /** The number of the next row to come. */
    long end();

    /** Reads one row with at most {@code most} of its bytes; small and positional. */
    Row read(long number, int most) throws IOException;

    /** Changes whenever row numbers change their meaning. */
    int generation();

    FilterResult filtered();

    Lens lens();

    /** What the client is called that this row is about, which is about one. */
    String label(Row row);

    /** Its address, and what else belongs to it. */
    String address(Row row);

    /** Changes whenever somebody is called otherwise. */
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
