package dev.earshot.fields;

/** A value that was already read as a text; it has a number too where it is one. */
record TextValue(String text) implements FieldValue.FieldText {

    /** @param from index of its first byte in the message */
    void addTo(FieldReading reading, String name, int from, int to) {
        FieldValue value = reading.add(name, from, to, this);
        double number = text.equals("true") ? 1 : text.equals("false") ? 0 : FieldNumbers.parse(text);
        if (!Double.isNaN(number)) {
            value.setNumber(number, (long) number);
        }
    }

    @Override
    public String plain(FieldValue value) {
        return text;
    }
}
