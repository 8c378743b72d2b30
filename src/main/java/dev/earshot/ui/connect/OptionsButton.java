package dev.earshot.ui.connect;

import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import java.util.List;

/** Opens the form of an endpoint's options, and shows whether one of them is unusual or wrong. */
final class OptionsButton extends FormButton<PopoverForm> {
    private final transient Words words;
    private final transient EndpointFields fields;

    /**
     * Creates a button, which is invisible where the fields have no options.
     *
     * @param applied is run each time the form was applied
     */
    OptionsButton(Words words, EndpointFields fields, Runnable applied) {
        super("connectOptionsButton", "options", "options", fields.options(), applied);
        this.words = words;
        this.fields = fields;
        showChosen();
    }

    @Override
    void showChosen() {
        List<String> chosen = fields.chosenOptions();
        showState(
                !chosen.isEmpty(),
                chosen.isEmpty()
                        ? words.of("ui.connect.options")
                        : words.of("ui.connect.options.now", String.join(words.of("ui.comma"), chosen)));
    }
}
