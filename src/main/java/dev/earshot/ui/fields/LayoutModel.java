package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.FieldProperty;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.fields.edit.PartValue;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.UndoableListModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The table model of the fields of a layout, which never holds a wrong one: what a person types is checked before its
 * cell closes. Confined to the EDT.
 */
final class LayoutModel extends UndoableListModel<LayoutState, EditedField> {

    /** The columns of the table, in their order: the parts of a field, and its value in the selected message. */
    enum Column {
        NAME,
        PLACE,
        TYPE,
        ORDER,
        LENGTH,
        ENCODING,
        SCALE,
        UNIT,
        WORDS,
        BITS,
        WHEN,
        CHECKSUM,
        VALUE;

        /** Returns the part of a field that the column shows. */
        FieldProperty part() {
            return FieldProperty.values()[ordinal()];
        }
    }

    private static final List<String> OF_OTHER_TYPES =
            List.of("length", "until", "prefix", "without", "encoding", "zone", "words", "bits");

    private final transient Consumer<LayoutState> edited;
    private transient LayoutState present = LayoutState.EMPTY;
    private transient List<PartValue> values = List.of();

    /** @param edited takes each state that a person has made */
    LayoutModel(Words words, Consumer<LayoutState> edited) {
        super("ui.layouts.column.", words, Column.values(), List.of());
        this.edited = edited;
    }

    /** Returns the layouts with the shown one. */
    LayoutState present() {
        return present;
    }

    /** Shows layouts that were read from the file, or another one of them. */
    void show(LayoutState state) {
        present = state;
        values = List.of();
        show(list(state));
    }

    /** Shows the values of the fields in a message. */
    void showValues(List<PartValue> shown) {
        values = shown;
        for (int row = 0; row < getRowCount(); row++) {
            fireTableCellUpdated(row, Column.VALUE.ordinal());
        }
    }

    /** Returns the value of a field in the selected message. */
    PartValue value(int row) {
        return row < values.size() ? values.get(row) : PartValue.NONE;
    }

    /**
     * Changes what belongs to the layout and not to a field. One undo takes back all consecutive changes of the same
     * part.
     *
     * @param part what was changed
     */
    void changeAround(LayoutState state, String part) {
        replaceAround(state, part);
        fireTableDataChanged();
    }

    /** Returns why a cell cannot have a text; null if it can. */
    Problem check(int row, int column, String typed) {
        List<EditedField> fields = new ArrayList<>(list());
        try {
            fields.set(row, changed(fields.get(row), Column.values()[column], typed));
            present.document().with(present.shown().withFields(fields));
            return null;
        } catch (Problem problem) {
            return problem;
        }
    }

    @Override
    protected List<EditedField> list(LayoutState state) {
        return state.fields();
    }

    @Override
    protected LayoutState stateWith(List<EditedField> other) {
        LayoutDocument document = present.document();
        EditedLayout shown = present.shown();
        if (shown == null && other.isEmpty()) {
            return present;
        }
        EditedLayout layout = shown == null ? EditedLayout.named(LayoutNames.free("", document)) : shown;
        try {
            return new LayoutState(document.with(layout.withFields(other)), layout.name());
        } catch (Problem e) {
            throw new AssertionError("Cells close only over what is right", e);
        }
    }

    @Override
    protected void publish(LayoutState state) {
        present = state;
        edited.accept(state);
    }

    @Override
    protected EditedField withValue(EditedField field, int column, Object value) {
        try {
            return changed(field, Column.values()[column], (String) value);
        } catch (Problem e) {
            throw new AssertionError("Cells close only over what is right", e);
        }
    }

    private EditedField changed(EditedField field, Column column, String typed) throws Problem {
        if (column == Column.VALUE) {
            return field;
        }
        EditedField next = column.part().put(field, typed.strip());
        return column == Column.TYPE ? fitting(next) : next;
    }

    /** Returns a field without the keys that its type does not know. */
    private EditedField fitting(EditedField field) {
        List<String> dropped = new ArrayList<>();
        EditedField next = field;
        for (String key : OF_OTHER_TYPES) {
            if (isRight(next)) {
                break;
            }
            dropped.add(key);
            next = field.without(dropped);
        }
        return next;
    }

    private static boolean isRight(EditedField field) {
        try {
            EditedField alone = field.without(List.of("group"));
            LayoutDocument.EMPTY.with(EditedLayout.named("x").withFields(List.of(alone)));
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    @Override
    public Map<Column, Problem> problems(int row) {
        return Map.of();
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return column != Column.VALUE.ordinal()
                && Column.values()[column].part().canPut(get(row));
    }

    @Override
    public Object getValueAt(int row, int column) {
        return column == Column.VALUE.ordinal()
                ? value(row).text()
                : Column.values()[column].part().of(get(row));
    }

    /** Returns a new field with a name that no other has. */
    EditedField fresh(String base) {
        List<String> names = list().stream().map(field -> field.get("name")).toList();
        int number = getRowCount() + 1;
        while (names.contains(base + number)) {
            number++;
        }
        return EditedField.of(base + number, "u8");
    }
}
