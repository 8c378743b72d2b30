package dev.earshot.net;

import dev.earshot.codec.Problem;

/** Reads a port as a person types it. */
final class PortText {
    private static final int HIGHEST = 65_535;

    private PortText() {}

    /** @return 0 (any free port) to 65,535; leading zeros and the digits of other scripts are understood */
    static int parse(String typed) throws Problem {
        String text = InputText.digits(InputText.trim(typed));
        if (text.isEmpty()) {
            throw new Problem("problem.port.empty", 0, InputText.shown(typed));
        }
        boolean negative = text.startsWith("-");
        int bad = firstOther(text, negative ? 1 : 0);
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

    private static int firstOther(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
