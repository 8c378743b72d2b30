package dev.earshot.ui.parts;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.session.Words;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/**
 * A form over the window that is applied or left. Enter applies it and Esc leaves it. Closed by a click elsewhere, it keeps
 * what was typed, and can be opened again.
 */
public abstract class PopoverForm extends PopoverPanel {
    public static final int TEXT_WIDTH = 380;

    protected final transient Words words;
    protected final transient Controls controls;
    private final Notice failure;
    private final int textWidth;
    private transient JTextComponent wrong;
    private transient Runnable applied = () -> {};
    private boolean done;

    /** @param name of the form; its parts' names begin with it */
    protected PopoverForm(String name, Words words) {
        this(name, words, TEXT_WIDTH);
    }

    /** @param textWidth of its sentences, in pixels before scaling */
    @SuppressWarnings("this-escape") // what is called here is overridden by nobody
    protected PopoverForm(String name, Words words, int textWidth) {
        super(name + "Form", new MigLayout("insets 0, gap 8, hidemode 3, wrap 2", "[][grow, fill]"));
        this.textWidth = textWidth;
        this.words = words;
        controls = new Controls(words);
        failure = new Notice(name + "Problem", "reset", Token.ERROR, textWidth);
        FormShortcuts.enter(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::applyAndClose);
    }

    /** Takes what the fields say, or calls {@link #point} and throws what is wrong with it. */
    protected abstract void apply() throws Problem;

    /** Whether it was applied or left; otherwise what was typed is still in it. */
    public final boolean done() {
        return done;
    }

    /** Has this run each time it has been applied. */
    public final void whenApplied(Runnable told) {
        applied = told;
    }

    @Override
    protected final void leave() {
        done = true;
        close();
    }

    protected final void applyAndClose() {
        edited();
        try {
            apply();
            leave();
            applied.run();
        } catch (Problem problem) {
            failure.say(words.of(problem));
            fit();
        }
    }

    /** What the form is for, in a sentence. */
    protected final void explain(String key) {
        explain(key, words.of(key));
    }

    /** The same in other words than those that name the form. */
    protected final void explain(String key, String text) {
        Notice about = new Notice(getName() + "About", null, Token.MUTED, textWidth);
        about.say(text);
        getAccessibleContext().setAccessibleName(words.of(key));
        add(about, "span");
    }

    protected final PlainTextField addField(String name, String key, String text, String size) {
        PlainTextField field = new PlainTextField(text);
        field.setName(name);
        field.getDocument().addDocumentListener(TextEdits.listener(this::edited));
        add(controls.label(key, field));
        add(field, "h 28!, " + size);
        return field;
    }

    /** A tick box in a line of its own. */
    protected final PlainCheckBox addBox(String name, String key, boolean selected) {
        PlainCheckBox box = new PlainCheckBox(words.of(key), selected);
        box.setName(name);
        box.setMnemonic(words.mnemonic(key));
        box.setOpaque(false);
        box.addActionListener(e -> edited());
        add(box, "span");
        return box;
    }

    /** Reads a whole number, or points to what is wrong with it. */
    protected final int number(PlainTextField field, int least, int most) throws Problem {
        try {
            return Framing.number(field.getText(), least, most);
        } catch (Problem problem) {
            throw point(problem, field);
        }
    }

    /** Below everything else: the words about what is wrong, and the buttons. */
    protected final void addButtons(String name) {
        addButtons(name, "ui.reply.apply");
    }

    /** The same with this on the button that applies it. */
    protected final void addButtons(String name, String key) {
        PlainButton apply = button(name + "ApplyButton", key, this::applyAndClose);
        Controls.primary(apply, true);
        PlainButton cancel = button(name + "CancelButton", "ui.reply.cancel", this::leave);
        FormShortcuts.enter(cancel, WHEN_FOCUSED, this::leave);
        add(failure, "span");
        add(apply, "span, split 2, ax right, h 28!");
        add(cancel, "h 28!");
    }

    /** Enter in an open list chooses, and otherwise applies. */
    protected final <T> PlainComboBox<T> applies(PlainComboBox<T> box) {
        FormShortcuts.enterWhile(box, () -> !box.isPopupVisible(), this::applyAndClose);
        return box;
    }

    protected final PlainButton button(String name, String key, Runnable command) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.addActionListener(e -> command.run());
        return button;
    }

    /** Shows where the problem is, and returns it to be thrown. */
    protected final Problem point(Problem problem, JTextComponent field) {
        wrong = field;
        field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
        field.requestFocusInWindow();
        if (problem.position() >= 0 && problem.position() <= field.getText().length()) {
            field.setCaretPosition(problem.position());
        } else {
            field.selectAll();
        }
        return problem;
    }

    /** What was wrong may be right now. */
    protected final void edited() {
        failure.say("");
        if (wrong != null) {
            wrong.putClientProperty(FlatClientProperties.OUTLINE, null);
            wrong = null;
        }
        fit();
    }
}
