package dev.earshot.ui;

import dev.earshot.journal.storage.CaptureState;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A red line that says why the capture is not saved on the disk, or not whole; hidden while all is well. */
final class CaptureBar extends JPanel {
    private final Words words;
    private final PlainLabel label = new PlainLabel();

    CaptureBar(Words words) {
        super(new MigLayout("insets 5 12 5 12", "[grow, fill]", "[20!]"));
        this.words = words;
        setName("captureBar");
        setBorder(Hairline.bottom());
        setBackground(new TokenColor(Token.ERROR_ROW));
        label.setName("captureLabel");
        label.setIcon(Icons.of("reset", 16, Token.ERROR));
        label.setIconTextGap(6);
        label.setForeground(new TokenColor(Token.ERROR));
        add(label, "wmin 0");
        setVisible(false);
    }

    /** Shows what is wrong with the capture, or hides the bar. */
    void show(CaptureState state) {
        String text = text(state);
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setToolTipText(text.isEmpty() ? null : text);
            label.getAccessibleContext().setAccessibleName(text);
            setVisible(!text.isEmpty());
        }
    }

    private String text(CaptureState state) {
        if (state.kind() == CaptureState.Kind.KEPT) {
            return "";
        } else if (state.kind() == CaptureState.Kind.DAMAGED) {
            return words.of("ui.capture.damaged", state.why(), FigureText.bytes(state.notKept()));
        } else if (state.inMemory() == 0) {
            return words.of("ui.capture.deleted", state.why());
        }
        String key = state.kind() == CaptureState.Kind.GONE ? "ui.capture.gone" : "ui.capture.failing";
        String memory = state.notKept() == 0
                ? words.of("ui.capture.memory", FigureText.bytes(state.inMemory()))
                : words.of("ui.capture.lost", FigureText.bytes(state.inMemory()), FigureText.bytes(state.notKept()));
        return words.of(key, state.why()) + memory;
    }
}
