package dev.earshot.ui.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.FramingKinds;
import dev.earshot.codec.framing.FramingPreset;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.codec.framing.TimedFraming;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/**
 * A form that asks for a framing. It is given by the name of a protocol, by a kind with its fields and a wait, or as
 * text. They always show the same framing, and a line says how it would cut the selected message.
 */
final class FramingForm extends PopoverForm {
    private static final int TEXT_WIDTH = 480;
    private static final int ABOUT_WIDTH = 230;

    private final transient Function<FramingKind, Framing> latest;
    private final transient Consumer<Framing> apply;
    private final ProtocolBox protocol;
    private final Notice source = new Notice("framingSource", null, Token.MUTED, TEXT_WIDTH);
    private final PlainComboBox<FramingKind> kind;
    private final Notice about = new Notice("framingAbout", null, Token.MUTED, ABOUT_WIDTH);
    private final transient FramingFields fields;
    private final transient WaitFields wait;
    private final PlainTextField text = new PlainTextField();
    private final Notice warning = new Notice("framingWarning", "dot", Token.WARN, TEXT_WIDTH);
    private final transient CutLine cut;
    private transient FramingPresets presets = FramingPresets.builtIn();
    private String problemOfFile = "";
    private transient Problem problemOfText; // not null while the text is no framing
    private JTextComponent wrong; // the field with the latest problem
    private boolean showing;

    /**
     * Makes the form.
     *
     * @param proposed is shown first
     * @param latest returns the framing that is shown when its kind is chosen
     * @param apply takes the framing when the person applies it
     */
    FramingForm(Words words, Framing proposed, Function<FramingKind, Framing> latest, Consumer<Framing> apply) {
        super("framing", words, TEXT_WIDTH);
        this.latest = latest;
        this.apply = apply;
        setLayout(new MigLayout("insets 0, gap 8 6, hidemode 3, wrap 4", "[126::][grow, fill]16[][grow, fill]"));
        getAccessibleContext().setAccessibleName(words.of("ui.framing.tip"));
        protocol = new ProtocolBox(words, this::protocolPicked);
        kind = controls.box(
                "framingKindBox", "ui.framing.kind", one -> words.of("ui.framing.kind." + one.id()), FramingKinds.ALL);
        addTop();
        fields = new FramingFields(this, words, this::edited);
        wait = new WaitFields(words, this::edited);
        cut = new CutLine(words, TEXT_WIDTH);
        addBottom();
        show(proposed);
    }

    private void addTop() {
        add(controls.label("ui.framing.protocol", enterApplies(protocol)));
        add(protocol, "span 3, w 100:100, growx, h 28!");
        add(source, "skip, span 3, hmin 17");
        add(controls.label("ui.framing.kind", enterApplies(kind)), "newline");
        kind.setToolTipText(null);
        kind.setMaximumRowCount(kind.getItemCount());
        kind.addActionListener(e -> kindPicked());
        add(kind, "h 28!, wmin 60");
        add(about, "span 2, wmax " + ABOUT_WIDTH);
    }

    private void addBottom() {
        add(wait.label(), "newline");
        enterApplies(wait.box());
        add(wait.panel(), "span 3");
        text.setName("framingTextField");
        add(controls.label("ui.framing.text", text), "newline");
        add(text, "span 3, w 100:100, growx, h 28!");
        text.getDocument().addDocumentListener(TextEdits.listener(this::textEdited));
        add(warning, "newline, span");
        JPanel result = new JPanel(new MigLayout("insets 0, hidemode 3"));
        result.setOpaque(false);
        result.add(cut.notice());
        addProblemLine(result); // in the same place, with room for two lines: then no button jumps
        add(result, "span, hmin 34");
        addButtons("framing", "ui.framing.apply");
    }

    /** Shows what was read from the disk, once it is there. */
    void take(FramingContext context) {
        presets = context.framings().presets();
        problemOfFile = context.framings().problem().map(words::of).orElse("");
        protocol.offer(presets);
        cut.select(context.selected());
        check(false);
    }

    /** Returns the box of protocols, for the keyboard. */
    JComponent protocols() {
        return protocol;
    }

    <T> PlainComboBox<T> applying(PlainComboBox<T> box) {
        return enterApplies(box);
    }

    @Override
    protected JComponent first() {
        return fields.first() == null ? protocol : fields.first();
    }

    /** Shows a framing in all parts. */
    private void show(Framing framing) {
        problemOfText = null;
        showKind(framing);
        check(false);
    }

    private void showKind(Framing framing) {
        showing = true;
        kind.setSelectedItem(framing.kind());
        about.say(words.of("ui.framing." + framing.kind().id() + ".about"));
        fields.show(TimedFraming.untimed(framing));
        wait.show(framing);
        showing = false;
    }

    private void protocolPicked(Optional<FramingPreset> preset) {
        preset.ifPresentOrElse(picked -> show(picked.framing()), () -> check(false));
    }

    private void kindPicked() {
        if (!showing) {
            show(latest.apply(FramingFields.chosen(kind)));
        }
    }

    private void edited() {
        if (!showing) {
            problemOfText = null;
            check(false);
        }
    }

    private void textEdited() {
        if (showing) {
            return;
        }
        try {
            problemOfText = null;
            showKind(presets.parse(text.getText()));
        } catch (Problem problem) {
            problemOfText = problem;
        }
        check(true);
    }

    /**
     * Shows in all parts the framing that one of them describes, or what is wrong.
     *
     * @param keepText whether the text stays as it is, because it is being typed
     */
    private void check(boolean keepText) {
        clearProblem();
        try {
            Framing framing = read();
            showing = true;
            protocol.show(TimedFraming.untimed(framing));
            if (!keepText) {
                text.setText(framing.toString());
                text.setCaretPosition(0);
            }
            showing = false;
            warning.say(warning(framing));
            cut.show(framing);
        } catch (Problem problem) {
            showing = true;
            protocol.setSelectedItem(Optional.empty());
            showing = false;
            warning.say("");
            cut.clear();
            outline(wrong);
            complain(problem);
        }
        source.say(source());
        fit();
    }

    /** Returns the framing that is described, or remembers the wrong field. */
    private Framing read() throws Problem {
        wrong = text;
        if (problemOfText != null) {
            throw problemOfText;
        }
        try {
            Framing framing = fields.read();
            wrong = wait.field();
            return wait.read(framing);
        } catch (Problem problem) {
            wrong = wrong == text ? fields.wrong() : wrong;
            throw problem;
        }
    }

    private String warning(Framing framing) {
        FramingEditor editor = FramingEditors.find(framing.kind());
        String ofKind = editor == null ? "" : editor.warning(words, TimedFraming.untimed(framing));
        return ofKind.isEmpty() ? problemOfFile : ofKind;
    }

    private String source() {
        Optional<FramingPreset> preset = protocol.chosen();
        if (preset.isEmpty()) {
            return words.of("ui.framing.protocol.about");
        }
        String from = preset.get().source();
        return from.isEmpty()
                ? words.of("ui.framing.protocol.name", preset.get().name())
                : words.of("ui.framing.protocol.source", preset.get().name(), from);
    }

    @Override
    protected void apply() throws Problem {
        Framing framing;
        try {
            framing = read();
        } catch (Problem problem) {
            throw mark(problem, wrong);
        }
        apply.accept(framing);
    }
}
