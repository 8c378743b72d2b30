package dev.earshot.ui.plot;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Session;
import dev.earshot.session.analysis.NumberGuess;
import dev.earshot.session.settings.PlotSetup.SourceKind;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.FieldNames;
import dev.earshot.session.view.MessageViews;
import java.io.IOException;
import java.util.List;

/** Proposes a new series from the numbers of a message. Blocks; never on the EDT. */
final class ProposalReader {
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_ROWS = 100; // that are looked at for the newest message

    private ProposalReader() {}

    /**
     * Proposes a field of a message, or else an expression that finds a number of its text.
     *
     * @param selected the number of the row of the message; less than 0 for the newest received one
     * @return {@link SeriesProposal#NONE} if the message has no number, or there is none
     */
    static SeriesProposal read(Session session, long selected) {
        try (RowReader reader = session.log().reader()) {
            Row message = selected < 0 ? newest(session, reader) : reader.read(selected, MOST_BYTES);
            if (message == null) {
                return SeriesProposal.NONE;
            }
            List<String> names = FieldNames.readNumbers(session, message.number());
            return names.isEmpty() ? ofText(session, message) : SeriesProposal.of(names);
        } catch (IOException | IndexOutOfBoundsException e) {
            return SeriesProposal.NONE; // the expression can be typed
        }
    }

    private static Row newest(Session session, RowReader reader) throws IOException {
        long all = session.log().rowCount();
        for (long number = all - 1; number >= Math.max(0, all - MOST_ROWS); number--) {
            Row row = reader.read(number, MOST_BYTES);
            if (row.kind() == Row.Kind.RECEIVED) {
                return row;
            }
        }
        return null;
    }

    private static SeriesProposal ofText(Session session, Row message) {
        if (message.kind() == Row.Kind.EVENT || message.peer() == null) {
            return SeriesProposal.NONE;
        }
        DecodedRow decoded = new DecodedRow(message, session.log().lens());
        boolean isText = MessageViews.AUTOMATIC.choose(decoded) == MessageViews.WITHOUT_HEX.choose(decoded);
        String text = decoded.text();
        return isText && text.codePoints().anyMatch(Character::isDigit)
                ? new SeriesProposal(SourceKind.EXPRESSION, NumberGuess.expression(text), List.of())
                : SeriesProposal.NONE;
    }
}
