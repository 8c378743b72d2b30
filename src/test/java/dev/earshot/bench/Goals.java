package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

/**
 * Prints figures beside their goals, and counts the goals that were met. A cell reads "39.5 <= 40" if its goal is met,
 * and "52.1 > 40 !" if not.
 */
final class Goals {
    /** Stands for a goal where a figure has none: its cell holds the figure alone. */
    static final double NONE = Double.NaN;

    private final boolean packaged;
    private int met;
    private int all;

    /** @param packaged whether the goals of the package apply instead of those of a plain {@code java -jar} */
    Goals(boolean packaged) {
        this.packaged = packaged;
    }

    /** Returns the cell for a figure that is to be at most this. */
    String atMost(double value, double goal, int digits) {
        if (Double.isNaN(goal)) {
            return figure(value, digits);
        }
        boolean reached = count(value <= goal);
        return cell(value, reached ? " <= " : " > ", goal, digits, reached);
    }

    /** Returns the cell for a figure whose goal is another one for the package. */
    String atMost(double value, double plain, double ofPackage, int digits) {
        return atMost(value, packaged ? ofPackage : plain, digits);
    }

    /** Returns the cell for a figure that is to be at least this. */
    String atLeast(double value, double goal, int digits) {
        if (Double.isNaN(goal)) {
            return figure(value, digits);
        }
        boolean reached = count(value >= goal);
        return cell(value, reached ? " >= " : " < ", goal, digits, reached);
    }

    /** Returns the cell for a figure whose goal is another one for the package. */
    String atLeast(double value, double plain, double ofPackage, int digits) {
        return atLeast(value, packaged ? ofPackage : plain, digits);
    }

    /** Returns the last line of a run, such as "41 of 44 goals met"; it is empty if no figure had a goal. */
    String summary() {
        return all == 0 ? "" : met + " of " + all + " goals met" + (packaged ? ", those of the package" : "");
    }

    private boolean count(boolean reached) {
        all++;
        met += reached ? 1 : 0;
        return reached;
    }

    private static String cell(double value, String relation, double goal, int digits, boolean reached) {
        // A missed goal must look missed: more digits where the rounded figure equals it.
        int shown = digits;
        while (!reached && shown < 6 && figure(value, shown).equals(figure(goal, shown))) {
            shown++;
        }
        return figure(value, shown) + relation + number(goal) + (reached ? "" : " !");
    }

    /** Returns a goal without needless digits. */
    private static String number(double goal) {
        return goal == Math.rint(goal) ? figure(goal, 0) : Double.toString(goal);
    }
}
