package dev.earshot.ui.connect;

import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import java.util.function.Supplier;
import javax.swing.Icon;

/** A button that opens a form about the endpoint, and shows whether its choices are the usual ones or wrong. */
abstract class FormButton<F extends PopoverForm> extends PlainButton {
    private final transient Icon usual;
    private final transient Icon changed;
    private final transient Icon wrong;
    private final transient Supplier<F> forms;
    private final transient Runnable applied;
    private F form;

    /**
     * Creates a button, which is invisible if there is no form.
     *
     * @param forms makes the form; null if there is none
     * @param applied is run each time the form was applied
     */
    FormButton(String name, String usualIcon, String changedIcon, Supplier<F> forms, Runnable applied) {
        super(Icons.of(usualIcon, 16, Token.ICON));
        usual = getIcon();
        changed = Icons.of(changedIcon, 16, Token.SENT);
        wrong = Icons.of(changedIcon, 16, Token.ERROR);
        this.forms = forms;
        this.applied = applied;
        Controls.styleTool(this, name);
        setVisible(forms != null);
        addActionListener(e -> openForm());
    }

    /** Shows by its icon and tool tip what is chosen in the form. */
    abstract void showChosen();

    /** Shows that a problem can be solved in the form. */
    final void showWrong() {
        setIcon(wrong);
        requestFocusInWindow();
    }

    final void showState(boolean unusual, String tip) {
        setIcon(unusual ? changed : usual);
        setToolTipText(tip);
        getAccessibleContext().setAccessibleName(tip);
    }

    /** Adds to a form that was just made what its button does for it. */
    void prepare(F made) {}

    /** Opens the form, with the text that was typed and neither applied nor cancelled the last time. */
    private void openForm() {
        if (form == null || form.isDone()) {
            form = forms.get();
            form.whenApplied(applied);
            prepare(form);
        }
        form.open(this);
    }

    @Override
    public void removeNotify() {
        if (form != null) {
            form.close();
        }
        super.removeNotify();
    }
}
