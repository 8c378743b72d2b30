package dev.earshot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table that can be read in a terminal and pasted into Markdown. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(head);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    void print() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            System.out.println(line(rows.get(r), widths));
            if (r == 0) {
                System.out.println(rule(widths));
            }
        }
        System.out.println();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < row.length; i++) {
            line.append(String.format(i == 0 ? " %-" + widths[i] + "s |" : " %" + widths[i] + "s |", row[i]));
        }
        return line.toString();
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? " " + "-".repeat(widths[i]) + " |" : " " + "-".repeat(widths[i] - 1) + ": |");
        }
        return rule.toString();
    }

    /** A figure with so many digits behind the point, or n/a where the system does not tell. */
    static String figure(double value, int digits) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
