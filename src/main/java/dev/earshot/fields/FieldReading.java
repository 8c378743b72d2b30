package dev.earshot.fields;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields that were read from one message, in the order of the description: a group stands before its parts. The
 * next message replaces them, so one reading serves millions of messages. Confined to one thread.
 */
public final class FieldReading {
    /** The most fields of one message; what is beyond is left out. */
    static final int MOST_FIELDS = 10_000;

    /** The most bytes of a name that stands in the message. */
    static final int MOST_NAME_BYTES = 60;

    private final List<FieldValue> values = new ArrayList<>();
    private final NameIndex lastByName = new NameIndex();
    private int size;
    private int depth;
    private FieldInput input;
    private FieldSource source;
    private FieldSummary summary;
    private boolean otherForm;

    /** Forgets all fields, and begins with those that a source reads from a message. */
    void begin(FieldInput message, FieldSource reader) {
        input = message;
        source = reader;
        size = 0;
        lastByName.clear();
        depth = 0;
        summary = FieldSummary.ALL;
        otherForm = false;
    }

    FieldInput input() {
        return input;
    }

    /** Returns the source that has read the fields. */
    public FieldSource source() {
        return source;
    }

    /** Takes the form of the summary; the last one counts. */
    void summarize(FieldSummary form) {
        summary = form;
    }

    /**
     * Returns the message in one line, such as {@code Read holding registers 100, 2}. It may hold control characters.
     */
    public String summary() {
        return summary.of(this);
    }

    FieldSummary summaryForm() {
        return summary;
    }

    void setOtherForm() {
        otherForm = true;
    }

    /** Whether the message is no damaged one of this form, but one of another form. */
    public boolean hasOtherForm() {
        return otherForm;
    }

    /** Whether no further field can be added. */
    boolean isFull() {
        return size >= MOST_FIELDS;
    }

    /** Adds a field in the present group. */
    FieldValue add(String name, int from, int to, FieldValue.FieldText text) {
        if (size == values.size()) {
            values.add(new FieldValue(this));
        }
        FieldValue value = values.get(size);
        value.set(name, depth, from, to, text);
        value.setPreviousOfName(lastByName.set(name, size++));
        return value;
    }

    /** Puts the fields that are added from now on into the last one. */
    void beginParts() {
        depth++;
    }

    void endParts() {
        depth--;
    }

    /** Forgets the fields from this one on. */
    void cut(int newSize) {
        while (size > newSize) {
            FieldValue value = values.get(--size);
            lastByName.set(value.name(), value.previousOfName());
        }
    }

    /** Returns the number of fields, with the groups. */
    public int size() {
        return size;
    }

    /** Returns a field; it is valid until the next message is read. */
    public FieldValue get(int index) {
        return values.get(index);
    }

    /** Whether the bytes of any field contradict the layout, such as a wrong checksum. */
    public boolean isAnyWrong() {
        for (int i = 0; i < size; i++) {
            if (values.get(i).isWrong()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the last field of this name; null if there is none. */
    FieldValue last(String name) {
        int at = lastByName.get(name);
        return at < 0 ? null : values.get(at);
    }

    /** Returns the first field of this name; null if there is none. */
    public FieldValue find(String name) {
        int at = indexOf(name, 0);
        return at < 0 ? null : values.get(at);
    }

    /** Returns the index of the next field of this name, from an index on; -1 if there is none. */
    public int indexOf(String name, int from) {
        for (int i = from; i < size; i++) {
            if (values.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
