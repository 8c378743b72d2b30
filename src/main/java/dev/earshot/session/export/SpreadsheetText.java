package dev.earshot.session.export;

import java.util.regex.Pattern;

/** Keeps spreadsheets from taking the text of a CSV cell for a formula. */
public final class SpreadsheetText {
    /**
     * The characters with which a spreadsheet begins a formula, also in full width. A quote before them makes it a text
     * (OWASP, "CSV Injection").
     */
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    /** A number with a sign, as meters and scales send it, computes nothing. */
    private static final Pattern NUMBER = Pattern.compile("[-+]\\d+([.,]\\d+)?([eE][-+]?\\d{1,3})?");

    private SpreadsheetText() {}

    /** Returns the text, with a quote before it if it would begin a formula that is no number. */
    public static String guarded(String text) {
        boolean begins = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return begins && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
