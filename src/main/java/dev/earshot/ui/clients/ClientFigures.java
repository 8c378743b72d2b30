package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.Event;
import dev.earshot.session.Client;
import dev.earshot.session.RateHistory;
import dev.earshot.session.Session;
import dev.earshot.session.Traffic;
import dev.earshot.session.Traffic.Count;
import dev.earshot.session.Traffic.Rate;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FigureLabel;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PeerLabel;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.TimeFormat;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Shows the figures of the chosen clients, or of all: a chart, rates, counters that can be reset, times and state. */
final class ClientFigures extends JPanel {
    /** The counters of more clients than this are added up only once a second. */
    private static final int MANY = 100;

    private final transient Session session;
    private final transient Words words;
    private final transient ClientFacts facts;
    private final Sparkline chart = new Sparkline(true);
    private final PlainLabel title = label("figuresTitle", Token.TEXT);
    private final PlainLabel[] rate = pair("figuresRate");
    private final PlainLabel[] perSecond = pair("figuresMessageRate");
    private final PlainLabel[] bytes = pair("figuresBytes");
    private final PlainLabel[] messages = pair("figuresMessages");
    private final PlainLabel times = label("figuresTimes", Token.MUTED);
    private final PlainLabel state = label("figuresState", Token.MUTED);
    private final PlainLabel since = label("figuresSince", Token.MUTED);
    private transient List<Client> shown = List.of();
    private long countedFrom = -1; // the time that is shown, in milliseconds since 1970

    ClientFigures(Session session, Words words) {
        super(new MigLayout("insets 8 12 6 12, gap 0, fillx, wrap 3", "[grow, fill][64!, right][72!, right]"));
        this.session = session;
        this.words = words;
        facts = new ClientFacts(session, words);
        setName("clientFigures");
        setBackground(new TokenColor(Token.TABLE));
        setBorder(Hairline.top());
        chart.setName("figuresChart");
        chart.setToolTipText(words.of("ui.figures.chart"));
        chart.getAccessibleContext().setAccessibleName(words.of("ui.figures.chart"));
        rate[0].setIcon(Icons.of("in", 12, Token.RECEIVED));
        rate[1].setIcon(Icons.of("out", 12, Token.SENT));
        PlainButton reset = new Controls(words)
                .tool("resetCountersButton", Icons.of("again", 14, Token.ICON), words.of("ui.figures.reset"));
        reset.addActionListener(e -> reset());
        add(title, "span 3, growx, wmin 0, h 18!");
        add(chart, "span 3, growx, h 40!, gaptop 2, gapbottom 4");
        addRow("ui.figures.rate", rate);
        addRow("ui.figures.message.rate", perSecond);
        addRow("ui.figures.bytes", bytes);
        addRow("ui.figures.messages", messages);
        add(times, "span 3, growx, wmin 0, h 16!, gaptop 4");
        add(state, "span 3, growx, wmin 0, h 16!");
        add(since, "span 3, split 2, growx, pushx, wmin 0, h 20!");
        add(reset, "w 20!, h 20!");
    }

    /**
     * Shows the figures of these clients, or of all if the list is empty.
     *
     * @param second whether a second has passed, so that there are new rates
     */
    void show(List<Client> clients, boolean second) {
        boolean changed = !clients.equals(shown);
        shown = clients;
        if (!changed && !second && (clients.size() > MANY || !isShowing())) {
            return;
        }
        if (changed || second) {
            chart.show(histories());
            showRates();
        }
        showCounts();
        showClients();
    }

    /** Returns true. Each line has a fixed height, so new figures lay out this panel and not the workspace. */
    @Override
    public boolean isValidateRoot() {
        return true;
    }

    private List<RateHistory> histories() {
        if (shown.isEmpty()) {
            return List.of(session.traffic().lastMinute());
        }
        List<RateHistory> minutes = new ArrayList<>();
        for (Client client : shown) {
            RateHistory minute = session.traffic().lastMinute(client);
            if (minute != null) {
                minutes.add(minute);
            }
        }
        return minutes;
    }

    private void showRates() {
        Traffic traffic = session.traffic();
        Rate sum = shown.isEmpty()
                ? traffic.rate()
                : shown.stream().map(traffic::rate).reduce(Rate.NONE, Rate::plus);
        set(rate[0], FigureText.rate(Math.round(sum.bytesIn())));
        set(rate[1], FigureText.rate(Math.round(sum.bytesOut())));
        set(perSecond[0], rateText(sum.messagesIn()));
        set(perSecond[1], rateText(sum.messagesOut()));
    }

    private String rateText(double perSecond) {
        return perSecond > 0 && perSecond < 9.95
                ? words.of("ui.number.one", perSecond)
                : words.of("ui.number", Math.round(perSecond));
    }

    private void showCounts() {
        Traffic traffic = session.traffic();
        Count sum = shown.isEmpty()
                ? traffic.total()
                : shown.stream().map(traffic::total).reduce(Count.NONE, Count::plus);
        set(bytes[0], FigureText.bytes(sum.bytesIn()));
        set(bytes[1], FigureText.bytes(sum.bytesOut()));
        set(messages[0], words.of("ui.number", sum.messagesIn()));
        set(messages[1], words.of("ui.number", sum.messagesOut()));
        long from = shown.isEmpty()
                ? traffic.since()
                : shown.stream().mapToLong(traffic::since).min().orElseThrow();
        if (from != countedFrom) {
            countedFrom = from;
            set(since, words.of("ui.figures.since", TimeFormat.timeOfDay(from)));
        }
    }

    private void showClients() {
        if (shown.size() == 1) {
            Client client = shown.get(0);
            set(title, new PeerLabel(session, words).of(client.peer()), facts.all(client));
            set(times, facts.times(client));
            set(state, facts.fullState(client));
            state.setForeground(new TokenColor(color(client)));
        } else {
            int present = shown.isEmpty()
                    ? session.clients().presentCount()
                    : (int) shown.stream().filter(Client::isPresent).count();
            set(title, shown.isEmpty() ? words.of("ui.clients.all") : words.of("ui.to.several", shown.size()));
            set(times, words.of("ui.figures.there", present));
            set(state, "");
        }
    }

    static Token color(Client client) {
        Event.Left left = client.left();
        if (left != null) {
            boolean trouble = left.why() == Event.Reason.RESET_BY_PEER || left.why() == Event.Reason.FAILED;
            return trouble ? Token.ERROR : Token.MUTED;
        }
        return client.stalledBytes() > 0 ? Token.WARN : Token.MUTED;
    }

    private void reset() {
        if (shown.isEmpty()) {
            session.traffic().reset();
        } else {
            shown.forEach(session.traffic()::reset);
        }
        showCounts();
    }

    private void addRow(String key, PlainLabel[] values) {
        PlainLabel name = label(key, Token.MUTED);
        name.setText(words.of(key));
        add(name, "wmin 0, h 16!");
        add(values[0], "h 16!");
        add(values[1], "h 16!");
    }

    private static void set(PlainLabel label, String text) {
        set(label, text, text);
    }

    /** @param tip the full text, for the label may be too narrow for it */
    private static void set(PlainLabel label, String text, String tip) {
        if (text.equals(label.getText()) && tip.equals(label.getToolTipText())) {
            return;
        }
        label.setText(text);
        label.setToolTipText(tip.isEmpty() ? null : tip);
    }

    private static PlainLabel[] pair(String name) {
        PlainLabel[] pair = {label(name + "In", Token.TEXT), label(name + "Out", Token.TEXT)};
        for (PlainLabel figure : pair) {
            figure.setHorizontalAlignment(SwingConstants.TRAILING); // a label takes more room than its figure
        }
        return pair;
    }

    private static PlainLabel label(String name, Token color) {
        PlainLabel label = new FigureLabel() {
            @Override
            public void updateUI() {
                super.updateUI();
                setFont(Theme.sans(12));
            }
        };
        label.setName(name);
        label.setForeground(new TokenColor(color));
        label.setIconTextGap(UIScale.scale(3));
        return label;
    }
}
