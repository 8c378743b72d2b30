package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Peer;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.Greeting;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.Client;
import dev.earshot.session.words.Words;
import dev.earshot.ui.framing.FramingPicker;
import dev.earshot.ui.framing.FramingSource;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;

/**
 * The form for the options that all kinds of answers share: for which clients, framing, greeting, end of the
 * conversation, and limits.
 */
final class OptionsForm extends PopoverForm {
    private static final int MAX_PER_SECOND = 1_000_000;

    /** The choices for a client that connects. */
    private enum Connect {
        NONE,
        GREET,
        HANGUP
    }

    private final transient Behaviour before;
    private final transient Consumer<Behaviour> apply;
    private final PlainComboBox<Set<Integer>> forBox;
    private final FramingPicker framing;
    private final PlainCheckBox thenClose;
    private final PlainComboBox<Connect> connectBox;
    private final TemplateField greeting;
    private final PlainTextField endOn;
    private final PlainTextField mostPerSecond;
    private final PlainCheckBox moreThanAsked;

    /**
     * Creates the form.
     *
     * @param chosen the clients that are chosen in the list
     * @param apply takes the edited behaviour
     */
    OptionsForm(Words words, FramingSource framings, Behaviour before, List<Client> chosen, Consumer<Behaviour> apply) {
        super("options", words);
        this.before = before;
        this.apply = apply;
        forBox = enterApplies(controls.box(
                "optionsForBox",
                "ui.reply.only",
                only -> words.of("ui.reply.only.chosen", only.size()),
                choices(before.onlyPeers(), chosen)));
        forBox.setSelectedItem(before.onlyPeers());
        forBox.setToolTipText(words.of("ui.reply.only.tip"));
        add("ui.reply.only", forBox);
        framing = new FramingPicker(words, framings, "optionsFramingBox", this::showFraming);
        framing.show(before.framing());
        add("ui.reply.message", enterApplies(framing));
        thenClose = ThenCloseBox.create(words, "optionsThenCloseBox", before.endsAfterAnswer());
        add(thenClose, "skip");
        connectBox = enterApplies(controls.box(
                "optionsConnectBox",
                "ui.reply.connect",
                c -> words.of("ui.reply.connect." + c.name().toLowerCase(Locale.ROOT)),
                List.of(Connect.values())));
        add("ui.reply.connect", connectBox);
        greeting = new TemplateField(words, "optionsGreeting", "ui.reply.greeting", this::changed);
        greeting.boxes().forEach(this::enterApplies);
        add(greeting, "span, growx");
        endOn = addField("optionsEndField", "ui.reply.end", before.endOn(), "growx");
        endOn.setToolTipText(words.of("ui.reply.end.tip"));
        mostPerSecond = addField(
                "optionsMostField", "ui.reply.most", Integer.toString(before.mostPerSecond()), "w 84!, growx 0");
        mostPerSecond.setToolTipText(words.of("ui.reply.most.tip"));
        moreThanAsked = new PlainCheckBox(words.of("ui.reply.unasked"), before.allowsAmplification());
        moreThanAsked.setName("optionsUnaskedBox");
        moreThanAsked.setMnemonic(words.mnemonic("ui.reply.unasked"));
        moreThanAsked.setToolTipText(words.of("ui.reply.unasked.tip"));
        if (framings.usesDatagrams()) {
            add(moreThanAsked, "skip");
        }
        addButtons("options");
        showGreeting();
    }

    private void add(String key, PlainComboBox<?> box) {
        PlainLabel label = controls.label(key, box);
        add(label);
        add(box, "h 28!");
    }

    private void showFraming(Framing picked) {
        framing.show(picked);
    }

    private void showGreeting() {
        Greeting now = before.greeting();
        connectBox.setSelectedItem(
                now instanceof Greeting.Greet
                        ? Connect.GREET
                        : now instanceof Greeting.HangUp ? Connect.HANGUP : Connect.NONE);
        greeting.show(now instanceof Greeting.Greet greet ? greet.template() : Template.text(""));
        connectBox.addActionListener(e -> {
            changed();
            if (connect() == Connect.GREET) {
                greeting.field().requestFocusInWindow();
            }
        });
        changed();
    }

    private static List<Set<Integer>> choices(Set<Integer> before, List<Client> chosen) {
        List<Set<Integer>> choices = new ArrayList<>(List.of(Set.of()));
        Set<Integer> now = chosen.stream().map(Client::peer).map(Peer::id).collect(Collectors.toSet());
        for (Set<Integer> only : List.of(before, now)) {
            if (!choices.contains(only)) {
                choices.add(only);
            }
        }
        return choices;
    }

    @Override
    protected void apply() throws Problem {
        int limit = number(mostPerSecond, 0, MAX_PER_SECOND);
        apply.accept(new Behaviour(
                before.answer(),
                framing.shown(),
                thenClose.isSelected(),
                greeting(),
                endOn.getText(),
                forBox.getItemAt(forBox.getSelectedIndex()),
                limit,
                moreThanAsked.isSelected()));
    }

    private Greeting greeting() throws Problem {
        if (connect() != Connect.GREET) {
            return connect() == Connect.HANGUP ? new Greeting.HangUp() : new Greeting.None();
        }
        try {
            greeting.template().check();
        } catch (Problem problem) {
            throw mark(problem, greeting.fieldWithError());
        }
        return new Greeting.Greet(greeting.template());
    }

    private Connect connect() {
        return connectBox.getItemAt(connectBox.getSelectedIndex());
    }

    @Override
    protected JComponent first() {
        return forBox;
    }

    private void changed() {
        if (greeting != null) {
            greeting.setVisible(connect() == Connect.GREET);
            clearProblem();
            greeting.preview("");
        }
    }
}
