package dev.earshot.ui.parts;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.function.Function;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/**
 * A form in a panel over the window, which Enter applies and Esc leaves. A click elsewhere closes it, but it keeps the
 * typed texts and can be opened again.
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
    private String usualLayout;

    /** @param name of the form, and the beginning of the names of its parts */
    protected PopoverForm(String name, Words words) {
        this(name, words, TEXT_WIDTH);
    }

    /** @param textWidth width of its sentences, in pixels before scaling */
    @SuppressWarnings("this-escape") // what is called here is overridden by nobody
    protected PopoverForm(String name, Words words, int textWidth) {
        super(name + "Form", new MigLayout("insets 0, gap 8, hidemode 3, wrap 2", "[][grow, fill]"));
        this.textWidth = textWidth;
        this.words = words;
        controls = new Controls(words);
        failure = new Notice(name + "Problem", "reset", Token.ERROR, textWidth);
        FormShortcuts.enter(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::applyAndClose);
    }

    /** Moves the rows closer to each other where the window is too low for the form. */
    @Override
    protected void makeRoom(int height) {
        MigLayout rows = (MigLayout) getLayout();
        if (usualLayout == null) {
            usualLayout = rows.getLayoutConstraints().toString();
        }
        rows.setLayoutConstraints(usualLayout);
        if (getPreferredSize().height - getInsets().top - getInsets().bottom > height) {
            rows.setLayoutConstraints(usualLayout + ", gapy 2");
        }
    }

    /** Applies the fields, or throws what is wrong with one after {@link #mark} has marked it. */
    protected abstract void apply() throws Problem;

    /** Whether it was applied or left. Otherwise it still has the typed texts. */
    public final boolean isDone() {
        return done;
    }

    /** Sets an action that is run after each time the form was applied. */
    public final void whenApplied(Runnable action) {
        applied = action;
    }

    @Override
    protected final void leave() {
        done = true;
        close();
    }

    /** Applies the form and closes it, or shows what is wrong. */
    protected final void applyAndClose() {
        clearProblem();
        try {
            apply();
            leave();
            applied.run();
        } catch (Problem problem) {
            complain(problem);
        }
    }

    /** Shows what is wrong. */
    protected final void complain(Problem problem) {
        failure.say(words.of(problem));
        fit();
    }

    /** Adds a sentence that explains the form; it also names the form for assistive tools. */
    protected final void explain(String key) {
        explain(key, words.of(key));
    }

    /** Adds a sentence that explains the form, which other words name for assistive tools. */
    protected final void explain(String key, String text) {
        Notice about = new Notice(getName() + "About", null, Token.MUTED, textWidth);
        about.say(text);
        getAccessibleContext().setAccessibleName(words.of(key));
        add(about, "span");
    }

    /** Adds a field with its label. */
    protected final PlainTextField addField(String name, String key, String text, String size) {
        PlainTextField field = new PlainTextField(text);
        field.setName(name);
        field.getDocument().addDocumentListener(TextEdits.listener(this::clearProblem));
        add(controls.label(key, field));
        add(field, "h 28!, " + size);
        return field;
    }

    /** Adds a box of choices with its label. */
    protected final <T> PlainComboBox<T> addChoice(
            String name, String key, Function<T, String> print, Iterable<T> choices) {
        PlainComboBox<T> box = enterApplies(controls.box(name, key, print, choices));
        box.addActionListener(e -> clearProblem());
        add(controls.label(key, box));
        add(box, "h 28!, wmin 0");
        return box;
    }

    /** Adds a tick box in its own line. */
    protected final PlainCheckBox addBox(String name, String key, boolean selected) {
        PlainCheckBox box = new PlainCheckBox(words.of(key), selected);
        box.setName(name);
        box.setMnemonic(words.mnemonic(key));
        box.setOpaque(false);
        box.addActionListener(e -> clearProblem());
        add(box, "span");
        return box;
    }

    /** Reads what was typed. */
    protected interface Reading<T> {
        T read() throws Problem;
    }

    /** Checks what was typed. */
    protected interface Check {
        void run() throws Problem;
    }

    /** Reads what was typed into a field; marks the field if it is wrong. */
    protected final <T> T read(JTextComponent field, Reading<T> reading) throws Problem {
        try {
            return reading.read();
        } catch (Problem problem) {
            throw mark(problem, field);
        }
    }

    /** Checks what was typed into a field; marks the field if it is wrong. */
    protected final void check(JTextComponent field, Check check) throws Problem {
        read(field, () -> {
            check.run();
            return null;
        });
    }

    /** Reads a whole number; marks the field if it holds none. */
    protected final int number(PlainTextField field, int least, int most) throws Problem {
        return read(field, () -> WholeNumber.parse(field.getText(), least, most));
    }

    /** Adds the line for problems and the buttons, below everything else. */
    protected final void addButtons(String name) {
        addButtons(name, "ui.reply.apply");
    }

    /** Adds the line for problems and the buttons, with these words on the button that applies. */
    protected final void addButtons(String name, String key) {
        PlainButton apply = button(name + "ApplyButton", key, this::applyAndClose);
        Controls.setPrimary(apply, true);
        PlainButton cancel = button(name + "CancelButton", "ui.reply.cancel", this::leave);
        FormShortcuts.enter(cancel, WHEN_FOCUSED, this::leave);
        if (failure.getParent() == null) {
            add(failure, "span");
        }
        add(apply, "span, split 2, ax right, h 28!");
        add(cancel, "h 28!");
    }

    /** Adds the line for problems to a part of the form, rather than right above the buttons. */
    protected final void addProblemLine(JPanel part) {
        part.add(failure);
    }

    /** Makes Enter in a box apply the form while its list is closed; in the open list it chooses. */
    protected final <T> PlainComboBox<T> enterApplies(PlainComboBox<T> box) {
        FormShortcuts.enterWhile(box, () -> !box.isPopupVisible(), this::applyAndClose);
        return box;
    }

    /** Makes a button of the form. */
    protected final PlainButton button(String name, String key, Runnable command) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.addActionListener(e -> command.run());
        return button;
    }

    /** Marks the field with the problem, and returns the problem to be thrown. */
    protected final Problem mark(Problem problem, JTextComponent field) {
        outline(field);
        field.requestFocusInWindow();
        if (problem.position() >= 0 && problem.position() <= field.getText().length()) {
            field.setCaretPosition(problem.position());
        } else {
            field.selectAll();
        }
        return problem;
    }

    /** Draws the outline of a field as wrong until the problem is removed; the keyboard stays where it is. */
    protected final void outline(JTextComponent field) {
        wrong = field;
        field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
    }

    /** Removes the problem, because the fields have changed. */
    protected final void clearProblem() {
        failure.say("");
        if (wrong != null) {
            wrong.putClientProperty(FlatClientProperties.OUTLINE, null);
            wrong = null;
        }
        fit();
    }
}
