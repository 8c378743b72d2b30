package dev.earshot.codec;

/**
 * The framing in which a field of each message says how long it is.
 *
 * @param offset bytes before the length field, from 0 to {@link #MAX_OFFSET}
 * @param size of the length field: 1, 2 or 4 bytes
 * @param littleEndian whether its first byte is the least significant one
 * @param countsWhole whether it counts the whole message; otherwise what follows the field
 */
public record LengthFieldFraming(int offset, int size, boolean littleEndian, boolean countsWhole) implements Framing {
    public static final FramingKind KIND =
            new FramingKind("length", new LengthFieldFraming(0, 2, false, false), LengthFieldFraming::parse);

    /** The most bytes before the length field. */
    public static final int MAX_OFFSET = 255;

    private static LengthFieldFraming parse(String parameters) throws Problem {
        String[] parts = parameters.split(",");
        boolean whole = parts.length == 4 && parts[3].strip().equals("whole");
        if (parts.length < 2 || parts.length > 4 || parts.length == 4 && !whole) {
            return null;
        }
        int size = WholeNumber.parse(parts[1], 1, 4);
        String order = parts.length == 2 ? "be" : parts[2].strip();
        if (size == 3 || !order.matches("be|le")) {
            return null;
        }
        int offset = WholeNumber.parse(parts[0], 0, MAX_OFFSET);
        return new LengthFieldFraming(offset, size, order.equals("le"), whole);
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public Cutter newCutter() {
        return new LengthCutter(this);
    }

    @Override
    public int waitMillis() {
        return OVERDUE_MILLIS;
    }

    @Override
    public boolean endsWithEveryRead() {
        return false;
    }

    @Override
    public boolean endsWithAnswer() {
        return false;
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + offset + "," + size + (littleEndian ? ",le" : ",be") + (countsWhole ? ",whole" : "");
    }
}
