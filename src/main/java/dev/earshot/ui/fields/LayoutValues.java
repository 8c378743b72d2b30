package dev.earshot.ui.fields;

import dev.earshot.fields.edit.PartValue;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.MarkedPart;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/**
 * Reads the selected message by the layout that is edited, on the thread {@code layout values}. Confined to the EDT.
 */
final class LayoutValues {
    private static final int MOST_BYTES = 1 << 16;

    private final Session session;
    private final LongSupplier selected;
    private final Taker taker;
    private final ExecutorService worker = Background.worker("layout values");
    private LayoutState shown = LayoutState.EMPTY;
    private long row = -2;
    private int request;

    /** Takes values on the EDT. */
    interface Taker {
        /** @param row the number of the message, or less than 0 for none */
        void show(List<PartValue> values, long row);
    }

    /** @param selected returns the number of the selected row; less than 0 for none */
    LayoutValues(Session session, LongSupplier selected, Taker taker) {
        this.session = session;
        this.selected = selected;
        this.taker = taker;
    }

    /** Reads the values, if another row is selected or the layout has changed. */
    void refresh(LayoutState state) {
        long now = selected.getAsLong();
        if (state.equals(shown) && now == row) {
            return;
        }
        shown = state;
        row = now;
        int mine = ++request;
        worker.execute(() -> {
            List<PartValue> values = state.shown() == null || now < 0 ? List.of() : read(state, now);
            EventQueue.invokeLater(() -> {
                if (mine == request) {
                    taker.show(values, values.isEmpty() ? -1 : now);
                }
            });
        });
    }

    private List<PartValue> read(LayoutState state, long number) {
        try (RowReader reader = session.log().reader()) {
            Row message = reader.read(number, MOST_BYTES);
            return message.kind() == Row.Kind.EVENT
                    ? List.of()
                    : PartValue.of(
                            state.document(),
                            state.layout(),
                            MarkedPart.of(new DecodedRow(message, session.log().lens()), 0, 0)
                                    .message());
        } catch (IOException | IndexOutOfBoundsException e) {
            return List.of(); // the log says itself what is wrong with the row
        }
    }

    /** Lets the values be read again. */
    void forget() {
        row = -2;
    }

    void close() {
        worker.shutdown();
    }
}
