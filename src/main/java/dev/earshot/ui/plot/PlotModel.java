package dev.earshot.ui.plot;

import dev.earshot.codec.Problem;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.net.Peer;
import dev.earshot.session.Session;
import dev.earshot.session.analysis.NumberSource;
import dev.earshot.session.analysis.PlotSeries;
import dev.earshot.session.settings.PlotSetup;
import dev.earshot.session.settings.PlotSetup.AxisSide;
import dev.earshot.session.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The series of a session, and the rows that are marked in its plot. Confined to the EDT. */
final class PlotModel {
    /** The greatest number of marked rows. */
    static final int MOST_MARKS = 50;

    private static final Logger log = LoggerFactory.getLogger(PlotModel.class);

    private final Session session;
    private final Settings settings;
    private final List<PlottedSeries> all = new ArrayList<>();
    private final TreeMap<Long, Long> marks = new TreeMap<>(); // times by rows
    private Set<Integer> front = Set.of(); // numbers of colours
    private int nextNumber;
    private int changes;

    /** Makes a model with the series that the settings of the tab have. */
    PlotModel(Session session, Settings settings) {
        this.session = session;
        this.settings = settings;
        settings.get(Settings.PLOTS).series().forEach(this::restore);
    }

    private void restore(PlotSetup.Series kept) {
        try {
            NumberSource source = NumberSource.parse(kept.kind(), kept.typed());
            start(
                    PlotSeries.Query.of(source, PeerSet.EVERYBODY, kept.direction(), kept.perClient()),
                    kept.typed(),
                    kept.side());
        } catch (Problem e) {
            log.warn("the settings have a series that is none", e);
        }
    }

    /** Adds a series, and begins to read it. */
    void add(PlotSeries.Query query, String typed, AxisSide side) {
        start(query, typed, side);
        keep();
    }

    private void start(PlotSeries.Query query, String typed, AxisSide side) {
        all.add(new PlottedSeries(nextNumber++, PlotSeries.start(session, query), typed, side));
        changes++;
    }

    /** Remembers the series for the next time. */
    private void keep() {
        settings.put(
                Settings.PLOTS,
                new PlotSetup(all.stream().map(PlottedSeries::kept).toList()));
    }

    /** Puts another series in the place of one. */
    void replace(PlottedSeries old, PlotSeries.Query query, String typed, AxisSide side) {
        int at = all.indexOf(old);
        boolean same = query.equals(old.series().query());
        PlotSeries series = same ? old.series() : PlotSeries.start(session, query);
        if (!same) {
            old.series().close();
        }
        all.set(at, new PlottedSeries(old.number(), series, typed, side));
        changes++;
        keep();
    }

    void remove(PlottedSeries series) {
        if (all.remove(series)) {
            series.series().close();
            changes++;
            keep();
        }
    }

    /** Returns the series in the order in which they were added. */
    List<PlottedSeries> all() {
        return List.copyOf(all);
    }

    boolean isFull() {
        return all.size() >= PlotSetup.MOST_SERIES;
    }

    /** Marks a row, or removes its mark. */
    void toggleMark(long row, long time) {
        if (marks.remove(row) == null) {
            marks.put(row, time);
            if (marks.size() > MOST_MARKS) {
                marks.pollFirstEntry();
            }
        }
        changes++;
    }

    /** Forgets all marks, for rows have new numbers. */
    void clearMarks() {
        marks.clear();
        changes++;
    }

    /** Draws the lines of these colours in front of the others. */
    void bringToFront(Set<Integer> colors) {
        if (!front.equals(colors)) {
            front = Set.copyOf(colors);
            changes++;
        }
    }

    /** Returns the numbers of the colours of the lines that are drawn in front of the others. */
    Set<Integer> front() {
        return front;
    }

    /** Returns the times of the marked rows by their numbers. */
    TreeMap<Long, Long> marks() {
        return marks;
    }

    /** Lets the readers of all series go on, or rest. */
    void setActive(boolean wanted) {
        all.forEach(one -> one.series().follower().setActive(wanted));
    }

    /** Returns a number that changes whenever there is something else to see. */
    long version() {
        long version = changes;
        for (PlottedSeries one : all) {
            version += one.series().version();
        }
        return version;
    }

    /**
     * Returns the lines of all series.
     *
     * @param label names a client
     */
    List<PlottedLine> lines(Function<Peer, String> label) {
        List<PlottedLine> lines = new ArrayList<>();
        for (PlottedSeries one : all) {
            for (PlotSeries.Line line : one.series().lines()) {
                String title = line.peer() == null ? one.typed() : one.typed() + "  " + label.apply(line.peer());
                lines.add(new PlottedLine(one, line.points(), one.axis(), lines.size(), title));
            }
        }
        return lines;
    }

    /** Ends all readers. */
    void close() {
        all.forEach(one -> one.series().close());
    }
}
