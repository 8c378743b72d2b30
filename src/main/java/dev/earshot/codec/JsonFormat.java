package dev.earshot.codec;

/** Checks the field {@code format} of our JSON files, which names the kind of the file and its version. */
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
