package dev.earshot.ui.connect;

import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.Token;
import java.util.List;
import javax.swing.Icon;

/** Opens the form of an endpoint's options, and shows whether one of them is unusual or wrong. */
final class OptionsButton extends PlainButton {
    private static final Icon DEFAULT = Icons.of("options", 16, Token.ICON);
    private static final Icon CHANGED = Icons.of("options", 16, Token.SENT);
    private static final Icon WRONG = Icons.of("options", 16, Token.ERROR);

    private final transient Words words;
    private final transient EndpointFields fields;
    private final transient Runnable applied;
    private PopoverForm form;

    /**
     * Creates a button, which is invisible where the fields have no options.
     *
     * @param applied is run each time the form was applied
     */
    OptionsButton(Words words, EndpointFields fields, Runnable applied) {
        super(DEFAULT);
        this.words = words;
        this.fields = fields;
        this.applied = applied;
        Controls.styleTool(this, "connectOptionsButton");
        setVisible(fields.options() != null);
        addActionListener(e -> openForm());
        showChosen();
    }

    /** Shows by its icon and tool tip which options differ from the defaults. */
    void showChosen() {
        List<String> chosen = fields.chosenOptions();
        String tip = chosen.isEmpty()
                ? words.of("ui.connect.options")
                : words.of("ui.connect.options.now", String.join(words.of("ui.comma"), chosen));
        setIcon(chosen.isEmpty() ? DEFAULT : CHANGED);
        setToolTipText(tip);
        getAccessibleContext().setAccessibleName(tip);
    }

    /** Shows that a problem can be solved in the form. */
    void showWrong() {
        setIcon(WRONG);
        requestFocusInWindow();
    }

    /** Opens the form, with the text that was typed and neither applied nor cancelled the last time. */
    private void openForm() {
        if (form == null || form.isDone()) {
            form = fields.options().get();
            form.whenApplied(applied);
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
