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
        String digits = text.strip();
        if (digits.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new Problem("problem.framing.number", -1, Integer.toString(least), Integer.toString(most));
    }
}
