package dev.earshot.codec;

/** Reads whole numbers that people type. */
public final class WholeNumber {
    private WholeNumber() {}

    /**
     * Reads a whole number of at most 9 digits, without a sign; blanks around it are ignored.
     *
     * @throws Problem if it is no whole number from {@code least} to {@code most}
     */
    public static int parse(String text, int least, int most) throws Problem {
        return parse(text.strip(), 1, least, most);
    }

    /**
     * Reads a whole number of at most 9 digits, with or without a sign; blanks around it are ignored.
     *
     * @throws Problem if it is no whole number from {@code -most} to {@code most}
     */
    public static int parseSigned(String text, int most) throws Problem {
        String typed = text.strip();
        boolean signed = typed.startsWith("+") || typed.startsWith("-");
        return parse(signed ? typed.substring(1) : typed, typed.startsWith("-") ? -1 : 1, -most, most);
    }

    private static int parse(String digits, int sign, int least, int most) throws Problem {
        if (digits.matches("[0-9]{1,9}")) {
            int value = sign * Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new Problem("problem.framing.number", -1, Integer.toString(least), Integer.toString(most));
    }
}
