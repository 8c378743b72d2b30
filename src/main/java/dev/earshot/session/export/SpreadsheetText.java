package dev.earshot.session.export;

/** Keeps spreadsheets from taking the text of a CSV cell for a formula. */
public final class SpreadsheetText {
    /**
     * The characters with which a spreadsheet begins a formula, also in full width. A quote before them makes it a text
     * (OWASP, "CSV Injection").
     */
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /** Returns the text, with a quote before it if it would begin a formula. */
    public static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
