package dev.earshot.ui.parts;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.Graphics;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The panel in the place of an empty log. It tells what to do next and offers a command to try. */
public final class EmptyState extends JPanel {

    /**
     * The texts of the panel.
     *
     * @param heading what to do next
     * @param about what happens then
     * @param command of a terminal that tries it; empty for none
     * @param hint more that is useful to know
     * @param link another thing to do; null for none
     */
    public record Content(String heading, String about, String command, String hint, Link link) {}

    /** A text that can be clicked. */
    public record Link(String text, Runnable follow) {}

    /** The height that the texts and the drawing need, in unscaled pixels. */
    private static final int HEIGHT_OF_ALL = 250;

    /** The height that all texts need. */
    private static final int HEIGHT_OF_TEXTS = 160;

    private static final int HEIGHT_OF_LINK = 26;

    private final Words words;
    private final transient Consumer<String> say;
    private final PlainLabel drawing = new PlainLabel(Icons.of("app", 48, Token.SENT));
    private final PlainLabel heading = new PlainLabel();
    private final PlainLabel about = muted();
    private final PlainTextField command = new PlainTextField();
    private final PlainButton link;
    private final PlainLabel hint = muted();
    private transient Content shown;

    /** @param say takes messages for the status line */
    public EmptyState(Words words, Consumer<String> say) {
        super(new MigLayout("insets 24, wrap 1, gap 0, hidemode 3", "[grow, center]", "push[][][][][][]push"));
        this.words = words;
        this.say = say;
        command.setEditable(false);
        command.setName("tryCommand");
        command.getAccessibleContext().setAccessibleName(words.of("ui.empty.command"));
        command.setBackground(new TokenColor(Token.WINDOW));
        Controls controls = new Controls(words);
        PlainButton copy =
                controls.tool("copyCommandButton", Icons.of("copy", 16, Token.ICON), words.of("ui.empty.copy"));
        copy.addActionListener(e -> copyCommand());
        link = controls.quiet("emptyLink", () -> shown.link().follow().run());
        command.putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, copy);
        add(drawing);
        add(heading, "gaptop 12, wmin 0");
        add(about, "gaptop 6, wmin 0");
        add(command, "gaptop 12, w 300:pref:480, h 34!");
        add(link, "gaptop 6");
        add(hint, "gaptop 24, wmin 0");
        updateUI();
    }

    public void show(Content content) {
        if (!content.equals(shown)) {
            shown = content;
            heading.setText(content.heading());
            about.setText(content.about());
            command.setText(content.command());
            command.setVisible(!content.command().isEmpty());
            command.setCaretPosition(0);
            hint.setText(content.hint());
            link.setVisible(content.link() != null);
            link.setText(content.link() == null ? "" : content.link().text());
        }
    }

    /** Hides the drawing where its room is needed for the texts, and the hint where it would be cut off. */
    @Override
    public void doLayout() {
        int texts = HEIGHT_OF_TEXTS + (link.isVisible() ? HEIGHT_OF_LINK : 0);
        drawing.setVisible(getHeight() >= UIScale.scale(HEIGHT_OF_ALL));
        hint.setVisible(getHeight() >= UIScale.scale(texts));
        super.doLayout();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (command != null) {
            heading.setFont(Theme.sans(17));
            command.setFont(Theme.mono(13));
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Token.TABLE.color());
        g.fillRect(0, 0, getWidth(), getHeight());
    }

    private static PlainLabel muted() {
        PlainLabel label = new PlainLabel();
        label.setForeground(new TokenColor(Token.MUTED));
        return label;
    }

    private void copyCommand() {
        ClipboardText.put(command.getText()).ifPresent(why -> say.accept(words.of("ui.copy.failed", why)));
    }
}
