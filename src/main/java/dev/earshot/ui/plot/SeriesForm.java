package dev.earshot.ui.plot;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.net.Background;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.analysis.NumberPreview;
import dev.earshot.session.analysis.NumberSource;
import dev.earshot.session.analysis.PlotSeries;
import dev.earshot.session.settings.PlotSetup.AxisSide;
import dev.earshot.session.settings.PlotSetup.Direction;
import dev.earshot.session.settings.PlotSetup.SourceKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.Timer;

/**
 * The form for a series of a plot: an expression or a field, whose messages are read, and the axis. It tells what the
 * expression finds at present.
 */
final class SeriesForm extends PopoverForm {
    private static final int PREVIEW_MILLIS = 200;
    private static final int MOST_CLIENTS = 500;

    private final transient Session session;
    private final transient PlotModel model;
    private final transient PlottedSeries edited; // null: a new one
    private final PlainComboBox<SourceKind> kind;
    private final PlainTextField expression;
    private final Notice preview = new Notice("plotSeriesPreview", null, Token.MUTED, TEXT_WIDTH);
    private final PlainComboBox<Whose> clients;
    private final PlainComboBox<Direction> direction;
    private final PlainComboBox<AxisSide> axis;
    private final transient Timer delay = new Timer(PREVIEW_MILLIS, e -> look());
    private int request;

    /**
     * Whose messages are read.
     *
     * @param each whether each client has its own line
     */
    private record Whose(PeerSet peers, boolean each, String name) {}

    /**
     * @param label names a client
     * @param edited the series to be changed; null for a new one
     * @param proposed what a new one begins with
     */
    SeriesForm(
            Session session,
            Words words,
            Function<Peer, String> label,
            PlotModel model,
            PlottedSeries edited,
            SeriesProposal proposed) {
        super("plotSeries", words);
        this.session = session;
        this.model = model;
        this.edited = edited;
        explain("ui.plot.about");
        kind = addChoice(
                "plotSourceBox",
                "ui.plot.source",
                one -> words.of("ui.plot.source." + one.name().toLowerCase(Locale.ROOT)),
                List.of(SourceKind.values()));
        kind.setSelectedItem(
                edited == null
                        ? proposed.kind()
                        : edited.series().query().source().kind());
        expression = addField(
                "plotExpressionField",
                "ui.plot.expression",
                edited == null ? proposed.typed() : edited.typed(),
                "growx, wmin 240");
        if (!proposed.names().isEmpty()) {
            addFields(proposed.names());
        }
        add(preview, "span");
        clients = addChoice("plotClientBox", "ui.plot.client", Whose::name, whose(label));
        direction = addChoice(
                "plotDirectionBox",
                "ui.plot.direction",
                one -> words.of("ui.plot.direction." + one.name().toLowerCase(Locale.ROOT)),
                List.of(Direction.values()));
        axis = addChoice(
                "plotAxisBox",
                "ui.plot.axis",
                one -> words.of("ui.plot.axis." + one.name().toLowerCase(Locale.ROOT)),
                List.of(AxisSide.values()));
        if (edited != null) {
            PlotSeries.Query query = edited.series().query();
            direction.setSelectedItem(query.direction());
            axis.setSelectedItem(edited.side());
        }
        addButtons("plotSeries", edited == null ? "ui.plot.add.go" : "ui.reply.apply");
        delay.setRepeats(false);
        expression.getDocument().addDocumentListener(TextEdits.listener(delay::restart));
        kind.addActionListener(e -> delay.restart());
        clients.addActionListener(e -> delay.restart());
        direction.addActionListener(e -> delay.restart());
        delay.restart();
    }

    /** Adds the choice of a field of the selected message. */
    private void addFields(List<String> names) {
        PlainComboBox<String> box = addChoice("plotFieldBox", "ui.plot.field.of.row", VisibleText::of, names);
        box.setMaximumRowCount(16);
        box.addActionListener(e -> {
            kind.setSelectedItem(SourceKind.FIELD);
            expression.setText((String) box.getSelectedItem());
        });
    }

    /** Whether it is for a new series. */
    boolean isNew() {
        return edited == null;
    }

    private List<Whose> whose(Function<Peer, String> label) {
        Whose each = new Whose(PeerSet.EVERYBODY, true, words.of("ui.plot.client.each"));
        Whose all = new Whose(PeerSet.EVERYBODY, false, words.of("ui.plot.client.all"));
        List<Whose> choices = new ArrayList<>(List.of(each, all));
        for (Client client : session.clients().all()) {
            if (choices.size() < MOST_CLIENTS) {
                Peer peer = client.peer();
                choices.add(new Whose(PeerSet.of(peer.id()), false, label.apply(peer)));
            }
        }
        if (edited != null) { // first, so that it is chosen
            PlotSeries.Query query = edited.series().query();
            choices.stream()
                    .filter(one -> one.peers.equals(query.peers()) && one.each == query.perClient())
                    .findFirst()
                    .ifPresentOrElse(
                            one -> {
                                choices.remove(one);
                                choices.add(0, one);
                            },
                            () -> choices.add(
                                    0, new Whose(query.peers(), query.perClient(), words.of("ui.plot.client.same"))));
        }
        return choices;
    }

    private PlotSeries.Query query() throws Problem {
        Whose whose = (Whose) clients.getSelectedItem();
        Direction way = (Direction) direction.getSelectedItem();
        return PlotSeries.Query.of(source(), whose.peers, way, whose.each);
    }

    private NumberSource source() throws Problem {
        SourceKind wanted = (SourceKind) kind.getSelectedItem();
        NumberSource before = edited == null ? null : edited.series().query().source();
        if (before != null && before.kind() == wanted && expression.getText().equals(edited.typed())) {
            return before; // patterns are never equal
        }
        return NumberSource.parse(wanted, expression.getText());
    }

    /** Tells what the expression finds in the latest rows, or what is wrong with it. */
    private void look() {
        int mine = ++request;
        if (!isOpen() || expression.getText().isEmpty()) {
            say("");
            return;
        }
        PlotSeries.Query query;
        try {
            query = query();
        } catch (Problem problem) {
            outline(expression);
            say(words.of(problem));
            return;
        }
        Background.run("plot preview", () -> {
            String text;
            try {
                text = describe(NumberPreview.of(session, query));
            } catch (IOException e) {
                text = words.of("ui.plot.failed", String.valueOf(e.getMessage()));
            }
            String found = text;
            EventQueue.invokeLater(() -> {
                if (mine == request && isOpen()) {
                    say(found);
                }
            });
        });
    }

    private void say(String text) {
        preview.say(text);
        fit();
    }

    private String describe(NumberPreview found) {
        if (found.tooSlow()) {
            return words.of("ui.plot.slow");
        } else if (found.row() < 0) {
            return words.of("ui.plot.preview.none", found.looked());
        } else if (Double.isNaN(found.value())) {
            return words.of("ui.plot.preview.text", found.row() + 1);
        }
        return words.of("ui.plot.preview", ValueScale.text(found.value()), found.row() + 1);
    }

    @Override
    protected JComponent first() {
        return expression;
    }

    @Override
    protected void apply() throws Problem {
        PlotSeries.Query query;
        try {
            query = query();
        } catch (Problem problem) {
            throw mark(problem, expression);
        }
        AxisSide side = (AxisSide) axis.getSelectedItem();
        if (edited == null) {
            model.add(query, expression.getText(), side);
        } else if (model.all().contains(edited)) {
            model.replace(edited, query, expression.getText(), side);
        }
    }
}
