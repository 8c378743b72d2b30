package dev.earshot.fields;

/**
 * The state of reading a message by a layout: how far it was read, and whether the bytes fit so far. Confined to one
 * thread.
 */
final class LayoutCursor implements FieldScope {
    /** The most parts that are tried in one message, so that the time for it is bounded. */
    private static final int MOST_STEPS = 100_000;

    private final FieldInput message;
    private final FieldReading reading;
    private final LayoutText text;
    private int start; // of the present group
    private int limit; // of the present group
    private int at;
    private int furthest; // in the present group
    private boolean fits = true;
    private boolean refused;
    private boolean ended;
    private int index;
    private int steps;

    /** The state of the cursor, to which it returns where a form does not fit. */
    record State(int at, int furthest, boolean fits, boolean refused, int size, FieldSummary summary) {}

    /** @param text finds fields by a regular expression; null where a layout has none */
    LayoutCursor(FieldInput message, FieldReading reading, LayoutText text) {
        this.message = message;
        this.reading = reading;
        this.text = text;
        start = message.start();
        limit = message.end();
        at = start;
        furthest = start;
    }

    FieldInput message() {
        return message;
    }

    byte[] bytes() {
        return message.bytes();
    }

    @Override
    public FieldReading reading() {
        return reading;
    }

    @Override
    public boolean comparesAll() {
        return false;
    }

    @Override
    public double fact(String name) {
        return switch (name) {
            case "bytes" -> message.length();
            case "rest" -> limit - at;
            case "index" -> index;
            case "client" -> message.fromClient() ? 1 : 0;
            default -> Double.NaN;
        };
    }

    LayoutText text() {
        return text;
    }

    int at() {
        return at;
    }

    int start() {
        return start;
    }

    int limit() {
        return limit;
    }

    void moveTo(int index) {
        at = Math.max(message.start(), Math.min(index, message.end()));
        furthest = Math.max(furthest, at);
    }

    /** Returns the index behind the last byte of the present group that was read. */
    int furthest() {
        return furthest;
    }

    /** Restricts what follows to some bytes; {@link #restore} undoes it. Returns the state to restore. */
    int[] enter(int from, int to) {
        int[] before = {start, limit, furthest};
        start = from;
        limit = to;
        at = from;
        furthest = from;
        return before;
    }

    void restore(int... before) {
        start = before[0];
        limit = before[1];
        furthest = Math.max(before[2], furthest);
    }

    /** Says that the bytes contradict the layout, so that the message has another form. */
    void contradict() {
        fits = false;
    }

    /** Says that the message has certainly another form. */
    void refuse() {
        fits = false;
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }

    /** Returns what {@link #begin} goes back to. */
    State state() {
        return new State(at, furthest, fits, refused, reading.size(), reading.summaryForm());
    }

    /** Goes back to a state, from which on nothing contradicts the layout yet. */
    void begin(State state) {
        at = state.at;
        furthest = state.furthest;
        fits = true;
        refused = false;
        ended = false;
        reading.cut(state.size);
        reading.summarize(state.summary);
    }

    /** Remembers what contradicted the layout before. */
    void join(State before) {
        fits &= before.fits;
        refused |= before.refused;
    }

    /** Sets the number of the present repetition, from 0; returns that of the group around it. */
    int countFrom(int newIndex) {
        int before = index;
        index = newIndex;
        return before;
    }

    /** Says that the message ends before the layout does: nothing more can be read. */
    void end() {
        fits = false;
        ended = true;
    }

    /** Whether nothing more can be read. */
    boolean hasEnded() {
        return ended || reading.isFull() || isTooLong();
    }

    private boolean isTooLong() {
        if (++steps > MOST_STEPS) {
            end();
        }
        return ended;
    }

    /** Whether nothing contradicts the layout so far. */
    boolean fits() {
        return fits;
    }

    /** Adds a field with bytes of the message. */
    FieldValue add(String name, int from, int to, FieldValue.FieldText form) {
        return reading.add(name, from - message.start(), to - message.start(), form);
    }
}
