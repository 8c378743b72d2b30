package dev.earshot.session.analysis;

import dev.earshot.codec.RegularExpression;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Session;
import java.io.IOException;

/**
 * A preview of what a source of numbers finds: the latest of some messages that has the value, and the value.
 *
 * @param looked the number of messages that were looked at
 * @param row the number of the latest row that has the value; -1 if there is none
 * @param value the value in that row; NaN where it is no number
 * @param tooSlow whether the expression took too long on a message
 */
public record NumberPreview(int looked, long row, double value, boolean tooSlow) {
    /** The number of rows that are looked at. */
    public static final int MOST_ROWS = 2_000;

    private static final int MOST_BYTES = 64 * 1024;

    /**
     * Looks at the latest rows of a session. Reads the disk: not on the EDT.
     *
     * @throws IOException if the rows cannot be read
     */
    public static NumberPreview of(Session session, PlotSeries.Query query) throws IOException {
        RowNumbers numbers = new RowNumbers(query.source(), session.log().lens());
        int looked = 0;
        try (RowReader reader = session.log().reader()) {
            long end = reader.count();
            for (long number = end - 1; number >= Math.max(0, end - MOST_ROWS); number--) {
                Row row = reader.read(number, MOST_BYTES);
                if (row.kind() == Row.Kind.EVENT || !query.wants(row)) {
                    continue;
                }
                looked++;
                if (numbers.read(row)) {
                    return new NumberPreview(looked, number, numbers.number(), false);
                }
            }
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            return new NumberPreview(looked, -1, Double.NaN, true);
        } catch (IndexOutOfBoundsException e) {
            return new NumberPreview(looked, -1, Double.NaN, false); // another framing was chosen just now
        }
        return new NumberPreview(looked, -1, Double.NaN, false);
    }
}
