package dev.earshot.net.address;

import dev.earshot.codec.Problem;

/** Parses a port number that a person has typed. */
final class PortText {
    private static final int HIGHEST = 65_535;

    private PortText() {}

    /** @return 0 (any free port) to 65,535; leading zeros and the digits of other scripts are accepted */
    static int parse(String typed) throws Problem {
        String text = InputText.toAsciiDigits(InputText.trim(typed));
        if (text.isEmpty()) {
            throw new Problem("problem.port.empty", 0, InputText.shown(typed));
        }
        boolean negative = text.startsWith("-");
        int bad = indexOfNonDigit(text, negative ? 1 : 0);
        if (bad < text.length() || negative && text.length() == 1) {
            throw new Problem(
                    "problem.port.number", bad + InputText.indent(typed), InputText.shown(InputText.trim(typed)));
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        if (negative || digits.length() > 5 || Integer.parseInt(digits) > HIGHEST) {
            throw new Problem("problem.port.range", InputText.indent(typed), InputText.shown(InputText.trim(typed)));
        }
        return Integer.parseInt(digits);
    }

    private static int indexOfNonDigit(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
