package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the peers that have joined in a whole journal, also those that left long ago. Used on one thread, not the EDT.
 */
public final class JoinedPeers {
    private JoinedPeers() {}

    /** Returns the peers that are wanted, in the order in which they joined. */
    public static List<Peer> find(Journal journal, Predicate<Peer> wanted) throws IOException {
        List<Peer> found = new ArrayList<>();
        EntryCursor cursor = new EntryCursor(journal.index(), 0);
        try (RowReader reader = journal.reader()) {
            while (cursor.next()) {
                if (cursor.entry().kind() == Row.Kind.EVENT && cursor.rows() > 0) {
                    Row row = reader.read(cursor.entry().firstRow(), 0);
                    if (row.event() instanceof Event.Joined joined && wanted.test(joined.peer())) {
                        found.add(joined.peer());
                    }
                }
            }
        }
        return found;
    }
}
