package dev.earshot.ui.plot;

import dev.earshot.net.Peer;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.analysis.ClientTimeline;
import dev.earshot.session.analysis.PlotSeries;
import dev.earshot.session.analysis.RowFollower;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.LogHost;
import dev.earshot.ui.parts.PeerLabel;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainToggleButton;
import java.awt.BorderLayout;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** The timeline of clients with its commands. The rows are read when it is first seen. Confined to the EDT. */
final class TimelinePane extends JPanel {
    private final transient Session session;
    private final transient Words words;
    private final TimelineCanvas canvas;
    private final TimelineAxis axis;
    private final PlainToggleButton follow;
    private final PlainLabel status = new PlainLabel();
    private transient ClientTimeline timeline; // null: not seen yet

    TimelinePane(Session session, Words words, LogHost host) {
        super(new BorderLayout());
        this.session = session;
        this.words = words;
        PeerLabel label = new PeerLabel(session, words);
        Function<Peer, String> name = peer -> peer == null ? words.of("ui.timeline.endpoint") : label.of(peer);
        canvas = new TimelineCanvas(words, name, this::moved, row -> say(host.showRow(row)));
        axis = new TimelineAxis(canvas);
        Controls controls = new Controls(words);
        PlainButton whole = controls.quiet("timelineWholeButton", "ui.plot.whole", canvas::showWhole);
        whole.setToolTipText(words.of("ui.timeline.mouse"));
        follow =
                controls.toggle("timelineFollowButton", Icons.of("follow", 16, Token.ICON), words.of("ui.plot.follow"));
        follow.addActionListener(e -> canvas.follow(follow.isSelected()));
        PlainCheckBox inView = new PlainCheckBox(words.of("ui.timeline.in.view"));
        inView.setName("timelineInViewBox");
        inView.setMnemonic(words.mnemonic("ui.timeline.in.view"));
        inView.addActionListener(e -> canvas.onlyInView(inView.isSelected()));
        status.setName("timelineStatus");
        status.setFont(Theme.sans(12));
        status.setForeground(new TokenColor(Token.MUTED));
        JPanel bar = new JPanel(new MigLayout("insets 6 12 6 12, gap 8", "[grow, fill][][][]", "[24!]"));
        bar.setBorder(Hairline.bottom());
        bar.add(status, "wmin 0, growx");
        bar.add(inView);
        bar.add(whole, "h 24!");
        bar.add(follow, "w 24!, h 24!");
        JScrollPane scroll = Controls.scroll(canvas);
        FocusRing.set(scroll, canvas);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setVerticalScrollBarPolicy(ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS);
        scroll.getViewport().setBackground(new TokenColor(Token.TABLE));
        add(bar, BorderLayout.NORTH);
        add(scroll);
        add(axis, BorderLayout.SOUTH);
        moved();
    }

    /** Returns what gets the keyboard first. */
    JComponent first() {
        return canvas;
    }

    /** Lets the reader of the rows go on, or rest. */
    void setActive(boolean wanted) {
        if (wanted && timeline == null) {
            timeline = ClientTimeline.start(session);
            canvas.show(timeline);
        } else if (timeline != null) {
            timeline.follower().setActive(wanted);
        }
    }

    /** Shows what has changed. */
    void refresh() {
        canvas.refresh(session.status().state() == Status.State.OPEN);
        axis.repaint();
        RowFollower rows = timeline.follower();
        long all = rows.all();
        if (!rows.failure().isEmpty()) {
            say(words.of("ui.plot.failed", rows.failure()));
        } else if (all - rows.done() > PlotSeries.BEHIND) {
            say(words.of("ui.plot.reading", (int) (100.0 * rows.done() / all)));
        } else {
            say(words.of("ui.timeline.clients", Math.max(0, timeline.size() - 1)));
        }
    }

    private void moved() {
        follow.setSelected(canvas.time().isFollowing());
        axis.repaint();
    }

    private void say(String text) {
        status.setText(text);
    }

    /** Ends the thread. */
    void close() {
        if (timeline != null) {
            timeline.close();
        }
    }
}
