package dev.earshot.ui.log;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.view.CompletenessWords;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.TimeFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of the log, as the model counts them; a new column is added here, and to {@link #ORDER}. Confined to the
 * EDT.
 */
public enum LogTableColumn implements ShownColumn {
    TIME("ui.column.time", 104, RowPainter::paintTime) {
        @Override
        public String value(LogRow row, LogTableModel model, int viewRow) {
            return row.time();
        }

        @Override
        public String tip(LogTableModel model, int viewRow) {
            Row row = model.row(viewRow).row();
            return model.words().of("ui.row.at", row.number() + 1, TimeFormat.dateAndTime(row.epochNanos()));
        }
    },
    CLIENT("ui.column.client", 156, RowPainter::paintClient) {
        @Override
        public String value(LogRow row, LogTableModel model, int viewRow) {
            return row.client();
        }

        @Override
        public String tip(LogTableModel model, int viewRow) {
            return model.address(viewRow);
        }
    },
    GLYPH("", 24, RowPainter::paintGlyph) {
        @Override
        public String value(LogRow row, LogTableModel model, int viewRow) {
            return model.kind(row.row());
        }

        @Override
        public String tip(LogTableModel model, int viewRow) {
            return model.kind(model.row(viewRow).row());
        }
    },
    BYTES("ui.column.bytes", 56, RowPainter::paintBytes) {
        @Override
        public String value(LogRow row, LogTableModel model, int viewRow) {
            return row.bytes();
        }

        @Override
        public boolean hasFigures() {
            return true;
        }
    },
    MESSAGE("ui.column.message", 104, RowPainter::paintMessage) {
        @Override
        public String value(LogRow row, LogTableModel model, int viewRow) {
            return row.text().text();
        }

        @Override
        public String tip(LogTableModel model, int viewRow) {
            Row row = model.row(viewRow).row();
            String incomplete = CompletenessWords.sentence(row.completeness(), model.words());
            if (!row.note().isEmpty()) {
                return VisibleText.of(row.note());
            }
            return !incomplete.isEmpty() ? incomplete : row.origin().kind().isAutomatic() ? model.kind(row) : null;
        }

        @Override
        public boolean takesRest() {
            return true;
        }
    },
    DELTA("ui.column.delta", 84, RowPainter::paintFigures) {
        @Override
        public String value(LogRow row, LogTableModel model, int viewRow) {
            return viewRow < 0 ? "" : RowDelta.text(row.row(), model.before(viewRow));
        }

        @Override
        public String tip(LogTableModel model, int viewRow) {
            return model.words().of("ui.column.delta.tip");
        }

        @Override
        public boolean hasFigures() {
            return true;
        }
    };

    /** The columns from left to right. */
    static final List<LogTableColumn> ORDER = List.of(TIME, DELTA, CLIENT, GLYPH, BYTES, MESSAGE);

    /** The columns that are shown until a person chooses others. */
    static final Set<LogTableColumn> USUAL = Set.of(TIME, CLIENT, GLYPH, BYTES, MESSAGE);

    /** The columns that are left out where the window has no room for them, the first one first. */
    static final List<LogTableColumn> DISPENSABLE = List.of(BYTES, TIME, DELTA, CLIENT);

    /** The columns that can be hidden. */
    public static final List<LogTableColumn> OPTIONAL = List.of(TIME, DELTA, CLIENT, GLYPH, BYTES);

    private static final LogTableColumn[] ALL = values(); // values() copies it each time, and painting asks often

    private final String titleKey;
    private final int width;
    private final RowPainter.Drawing drawing;

    LogTableColumn(String titleKey, int width, RowPainter.Drawing drawing) {
        this.titleKey = titleKey;
        this.width = width;
        this.drawing = drawing;
    }

    /** Returns the setting that tells whether the column is shown. */
    public SettingKey<Boolean> shownKey() {
        return WindowKeys.column(this, USUAL.contains(this));
    }

    /** Returns the columns that the person wants to see. */
    static Set<LogTableColumn> shown(Settings settings) {
        return ORDER.stream()
                .filter(column -> !OPTIONAL.contains(column) || settings.get(column.shownKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the name of the column in menus. */
    public String menuName(Words words) {
        return words.of("ui.column." + name().toLowerCase(Locale.ROOT) + ".menu");
    }

    /** Returns the column at this index of the model, which has fields behind these. */
    static LogTableColumn at(int index) {
        return ALL[index];
    }

    /** Returns the number of columns. */
    static int count() {
        return ALL.length;
    }

    @Override
    public String title(Words words) {
        return titleKey.isEmpty() ? "" : words.of(titleKey);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public RowPainter.Drawing drawing() {
        return drawing;
    }
}
