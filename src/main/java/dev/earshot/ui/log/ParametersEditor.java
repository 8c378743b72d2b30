package dev.earshot.ui.log;

import dev.earshot.codec.Framing;
import dev.earshot.session.Words;
import javax.swing.text.JTextComponent;

/** Edits the parameters of any kind of framing as one text. */
final class ParametersEditor implements FramingEditor {

    @Override
    public String brief(Words words, Framing framing) {
        return words.of("ui.framing." + framing.kind().id());
    }

    @Override
    public String inFull(Words words, Framing framing) {
        return brief(words, framing) + " " + parameters(framing);
    }

    @Override
    public Reader addFields(FramingForm form, Framing proposed) {
        JTextComponent text =
                form.addTextField("framingParametersField", "ui.framing.parameters", parameters(proposed));
        return () -> Framing.parse(proposed.kind().id() + ":" + text.getText());
    }

    private static String parameters(Framing framing) {
        return framing.toString().substring(framing.kind().id().length() + 1);
    }
}
