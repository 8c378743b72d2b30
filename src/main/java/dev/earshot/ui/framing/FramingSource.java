package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.UserFramings;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Gives the pickers of a tab what they propose and what their forms show. EDT; what is on the disk is read on a thread.
 */
public final class FramingSource {
    /** The most bytes of the selected message that are read. */
    static final int MOST_BYTES = 1 << 20;

    private final Session session;
    private final Settings settings;
    private final LongSupplier selectedRow;

    /** @param selectedRow returns the number of the selected row of the log, or -1 if none is selected */
    public FramingSource(Session session, Settings settings, LongSupplier selectedRow) {
        this.session = session;
        this.settings = settings;
        this.selectedRow = selectedRow;
    }

    /** Returns the framing of this kind whose parameters were chosen last. */
    Framing latest(FramingKind kind) {
        return kind.hasParameters() ? settings.get(SettingKey.latest(kind)) : kind.defaultFraming();
    }

    /** Whether each datagram is a message, so that there is nothing to choose. */
    public boolean usesDatagrams() {
        return session.isWritable() && settings.get(Settings.KIND).usesDatagrams();
    }

    /** Reads the user's framings and the selected message. */
    void read(Consumer<FramingContext> then) {
        long row = selectedRow.getAsLong();
        Path folder = settings.beside("framings").getParent();
        Background.run("framings", () -> {
            FramingContext read = new FramingContext(UserFramings.load(folder), message(row));
            EventQueue.invokeLater(() -> then.accept(read));
        });
    }

    /** Returns the bytes of a message; nothing of a row that is none, or cannot be read. */
    private Optional<byte[]> message(long number) {
        if (number < 0) {
            return Optional.empty();
        }
        try (RowReader reader = session.log().reader()) {
            Row row = reader.read(number, MOST_BYTES);
            return row.kind() == Row.Kind.EVENT ? Optional.empty() : Optional.of(row.bytes());
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty(); // the log itself says why
        }
    }
}
