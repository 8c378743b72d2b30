package dev.earshot.ui.log;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.FieldLayouts;
import dev.earshot.session.Session;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.words.Words;
import dev.earshot.ui.framing.FramingPicker;
import dev.earshot.ui.framing.FramingSource;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Encodings;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainToggleButton;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import net.miginfocom.swing.MigLayout;

/** The bar above the log that chooses the view, the encoding and the framing, and whether the log follows new rows. */
public final class LogBar extends JPanel {

    /** Carries out the commands of the controls. */
    public interface Commands {
        void follow(boolean wanted);

        void clear();

        /** Shows why a command has failed, until something else is to be said. */
        void complain(String why);
    }

    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Commands commands;
    private final List<PlainLabel> labels = new ArrayList<>();
    private final PlainComboBox<String> viewBox;
    private final PlainComboBox<Optional<Encoding>> encodingBox;
    private final FramingPicker framingBox;
    private final PlainToggleButton follow;
    private final PlainButton clientsButton = new PlainButton();
    private Framing framing;
    private transient FieldLayouts layouts;

    /** @param framings gives the box of framings what it proposes */
    public LogBar(
            Session session,
            Settings settings,
            Words words,
            Commands commands,
            FilterBar filterBar,
            FramingSource framings) {
        super(new MigLayout("insets 6 12 6 12, gap 0, hidemode 3", "", "[28!]"));
        this.session = session;
        this.settings = settings;
        this.words = words;
        this.commands = commands;
        Controls controls = new Controls(words);
        setBorder(Hairline.bottom());
        viewBox = controls.box(
                "viewBox",
                "ui.view.tip",
                id -> MessageViews.name(id, words),
                ViewChoices.of(session.log().layouts().loaded(), settings.get(Settings.VIEW)));
        encodingBox = controls.box(
                "encodingBox",
                "ui.encoding.tip",
                e -> e.map(Encoding::label).orElse(words.of("ui.encoding.auto")),
                Encodings.withNone());
        framingBox = new FramingPicker(words, framings, "framingBox", this::framingPicked);
        follow = controls.toggle(
                "followButton",
                LogShortcuts.NEWEST.drawing(),
                words.of("ui.follow.tip", LogShortcuts.NEWEST.keyName()));
        PlainButton clear = controls.tool(
                "clearButton", LogShortcuts.CLEAR.drawing(), words.of("ui.clear.tip", LogShortcuts.CLEAR.keyName()));
        clientsButton.setName("clientsButton");
        clientsButton.setMnemonic(words.mnemonic("ui.clients"));
        clientsButton.setVisible(false);
        add(clientsButton, "h 28!, gapright 8");
        add(filterBar, "growx, pushx, w 200:250:, gapright 12");
        addBox(controls, "ui.view", viewBox, new ChoiceWidth(76, 92, 140));
        addBox(controls, "ui.encoding", encodingBox, new ChoiceWidth(88, 112, 170));
        addBox(controls, "ui.framing", framingBox, new ChoiceWidth(88, 112, 170));
        add(follow, "w 24!, h 24!");
        add(clear, "w 24!, h 24!, gapleft 2");
        restore();
        viewBox.addActionListener(e -> viewChosen());
        viewBox.addPopupMenuListener(new PopupMenuListener() {
            @Override
            public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
                session.log().layouts().present(); // a refresh lists them
            }

            @Override
            public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {}

            @Override
            public void popupMenuCanceled(PopupMenuEvent e) {}
        });
        encodingBox.addActionListener(e -> encodingChosen());
        follow.addActionListener(e -> commands.follow(follow.isSelected()));
        clear.addActionListener(e -> commands.clear());
    }

    /** Hides the labels when the bar gets narrow; the tooltips stay. */
    public void showLabels(boolean wanted) {
        labels.forEach(label -> label.setVisible(wanted));
    }

    /** Returns the button that opens the client list while it is folded. */
    public PlainButton clientsButton() {
        return clientsButton;
    }

    public void showFollowing(boolean following) {
        follow.setSelected(following);
    }

    private void addBox(Controls controls, String key, PlainComboBox<?> box, ChoiceWidth width) {
        PlainLabel label = controls.label(key, box);
        labels.add(label);
        add(label, "gapright 4");
        add(box);
        width.follow(box, (MigLayout) getLayout(), "gapright 8");
    }

    private void restore() {
        Optional<Encoding> encoding = Encodings.find(settings.get(Settings.ENCODING));
        viewBox.setSelectedItem(settings.get(Settings.VIEW));
        encodingBox.setSelectedItem(encoding);
        follow.setSelected(true);
        session.log().showAs(settings.get(Settings.VIEW));
        session.log().readAs(encoding.orElse(null));
        cut(settings.get(Settings.FRAMING));
    }

    /** Lists the user's layouts after they have changed. */
    private void listLayouts() {
        FieldLayouts now = session.log().layouts().loaded();
        if (now != layouts) {
            layouts = now;
            List<String> choices = ViewChoices.of(now, settings.get(Settings.VIEW));
            if (!choices.equals(ViewChoices.in(viewBox))) {
                ViewChoices.put(choices, viewBox);
            }
        }
    }

    /** Shows the present framing. It changes back when re-framing the log was cancelled or failed. */
    public void refresh() {
        listLayouts();
        Framing now = session.log().framing().current();
        if (!now.equals(framing)) {
            framing = now;
            framingBox.show(now);
            settings.put(Settings.FRAMING, now);
        }
    }

    private void viewChosen() {
        String view = viewBox.getItemAt(viewBox.getSelectedIndex());
        settings.put(Settings.VIEW, view);
        session.log().showAs(view);
    }

    private void encodingChosen() {
        Optional<Encoding> encoding = encodingBox.getItemAt(encodingBox.getSelectedIndex());
        settings.put(Settings.ENCODING, encoding.map(Encoding::label).orElse(""));
        session.log().readAs(encoding.orElse(null));
    }

    private void framingPicked(Framing picked) {
        if (picked.kind().hasParameters()) {
            settings.put(SettingKey.latest(picked.kind()), picked);
        }
        cut(picked);
    }

    private void cut(Framing chosen) {
        if (!chosen.equals(session.log().framing().current())) {
            session.log()
                    .framing()
                    .reframe(chosen, problem -> EventQueue.invokeLater(() -> commands.complain(words.of(problem))));
        }
        refresh();
    }
}
