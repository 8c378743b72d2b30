package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;

/**
 * Opens the forms in which a person describes marked bytes or a marked text of a message as fields. Confined to the
 * EDT.
 */
public final class FieldCommands {
    private final Session session;
    private final Words words;
    private final Consumer<String> say;

    /** @param say takes messages for the status line */
    public FieldCommands(Session session, Words words, Consumer<String> say) {
        this.session = session;
        this.words = words;
        this.say = say;
    }

    /**
     * Asks for the description of some bytes as a field.
     *
     * @param row the number of the message in the whole log
     * @param from index of the first byte in the message
     * @param to index behind the last one
     * @param anchor the component at which the question opens
     */
    public void describeBytes(long row, int from, int to, JComponent anchor) {
        open(row, from, to, anchor, described -> new FieldForm(session, described, words, say));
    }

    /**
     * Asks for the description of texts by a regular expression.
     *
     * @param row the number of the message in the whole log
     * @param marked the part of its text that is marked; may be empty
     * @param anchor the component at which the question opens
     */
    public void describeText(long row, String marked, JComponent anchor) {
        open(row, 0, 1, anchor, described -> new LineForm(session, described, marked, words, say));
    }

    private void open(long row, int from, int to, JComponent anchor, Function<DescribedMessage, LayoutForm> form) {
        Background.run("layouts", () -> {
            try {
                DescribedMessage described = DescribedMessage.read(session, row, from, to);
                EventQueue.invokeLater(() -> {
                    if (anchor.isShowing()) {
                        form.apply(described).show(anchor);
                    }
                });
            } catch (Problem problem) {
                EventQueue.invokeLater(() -> say.accept(words.of(problem)));
            } catch (IOException | IndexOutOfBoundsException e) {
                EventQueue.invokeLater(() -> say.accept(words.of("ui.row.unreadable", String.valueOf(e.getMessage()))));
            }
        });
    }
}
