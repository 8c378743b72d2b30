package dev.earshot.codec;

/** The field {@code format}, which says what a JSON file of ours is, and in which version. */
public final class JsonFormat {
    /** The name of the field. */
    public static final String FIELD = "format";

    private JsonFormat() {}

    /**
     * Checks the format of a file.
     *
     * @throws Problem if the file is of another kind, or of a later version
     */
    public static void require(JsonFields from, String wanted) throws Problem {
        String found = from.text(FIELD);
        if (!found.equals(wanted)) {
            throw from.problem("problem.json.format", FIELD, wanted, VisibleText.brief(found));
        }
    }
}
