package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import dev.earshot.Earshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long it takes from the start of the process until its window is painted, beside the least such window. */
final class StartUp {
    private static final int STARTS = 5;

    private StartUp() {}

    static void run(Run run) throws IOException {
        int starts = STARTS * run.times();
        System.out.println(
                "startup: ms from the start of the process until its window is painted; medians of " + starts + ", in");
        System.out.println("turn, after one of each that does not count.\n");
        List<Double> bare = new ArrayList<>();
        List<Double> earshot = new ArrayList<>();
        for (int i = -1; i < starts; i++) {
            double first = millis(Jvm.PLAIN, BareWindow.class);
            double second = millis(run.jvm(), Earshot.class);
            if (i >= 0) {
                bare.add(first);
                earshot.add(second);
            }
        }
        Table table = new Table("bare FlatLaf + MigLayout", "Earshot", "ratio", "slowest bare", "slowest Earshot");
        table.row(
                figure(Medians.of(bare, ms -> ms), 0),
                figure(Medians.of(earshot, ms -> ms), 0),
                run.goals().atMost(Medians.ratio(earshot, bare, ms -> ms), 1.75, ofPackage(run.jvm()), 2),
                figure(Medians.most(bare, ms -> ms), 0),
                figure(Medians.most(earshot, ms -> ms), 0));
        table.print();
    }

    private static double ofPackage(Jvm jvm) throws IOException {
        return jvm.jdk() >= 25 ? 1.0 : 1.4;
    }

    private static double millis(Jvm jvm, Class<?> main) throws IOException {
        try (Home home = new Home()) {
            try (Child child = Child.of(home.folder(), jvm, List.of(FirstPaint.OPTION), main, List.of())) {
                return (Long.parseLong(child.next("painted")[0]) - child.started()) / 1e6;
            }
        }
    }
}
