package dev.earshot.ui.log.detail;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainToggleButton;
import java.awt.Insets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The line above the detail of a message: where it came from, its note, and what is shown of it. */
final class DetailHeader extends JPanel {
    private final PlainLabel facts = new PlainLabel();
    private final PlainLabel note = new PlainLabel(Icons.of("mark", 14, Token.NOTE));
    private final Map<DetailPart, PlainToggleButton> parts = new EnumMap<>(DetailPart.class);

    /**
     * @param copy copies the text
     * @param chosen takes the part that a person has chosen
     */
    DetailHeader(Words words, Runnable copy, Consumer<DetailPart> chosen) {
        super(new MigLayout("insets 0 12 0 12, hidemode 3, gap 8 0", "[grow, fill][][24!]", "[24!]"));
        facts.setName("detailHeader");
        facts.setForeground(new TokenColor(Token.MUTED));
        note.setName("detailNote");
        note.setForeground(new TokenColor(Token.NOTE));
        note.setVisible(false);
        PlainButton copyButton = new Controls(words)
                .tool("detailCopyButton", Icons.of("copy", 16, Token.ICON), words.of("ui.detail.copy"));
        copyButton.addActionListener(e -> copy.run());
        setBorder(Hairline.bottom());
        add(facts, "split 2, growx, pushx, wmin 0");
        add(note, "wmin 40, wmax 50%");
        JPanel choice = new JPanel(new MigLayout("insets 0, gap 2 0, hidemode 3", "", "[22!]"));
        choice.setOpaque(false);
        ButtonGroup group = new ButtonGroup();
        for (DetailPart part : DetailPart.values()) {
            PlainToggleButton button = button(words, part);
            button.addActionListener(e -> chosen.accept(part));
            group.add(button);
            parts.put(part, button);
            choice.add(button, "h 20!");
        }
        add(choice);
        add(copyButton, "w 24!, h 22!");
        updateUI();
    }

    private static PlainToggleButton button(Words words, DetailPart part) {
        String id = part.name().toLowerCase(Locale.ROOT);
        PlainToggleButton button = new PlainToggleButton(words.of("ui.detail.part." + id));
        button.setName("detailPart." + id);
        button.setToolTipText(words.of("ui.detail.part." + id + ".tip"));
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        button.setMargin(new Insets(1, 6, 1, 6));
        button.setVisible(false);
        return button;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (parts != null) {
            facts.setFont(Theme.sans(12));
            note.setFont(Theme.sans(12));
            parts.values().forEach(button -> button.setFont(Theme.sans(12)));
        }
    }

    /** Adds a button on the left of the others. */
    void addButton(PlainButton button) {
        add(button, "cell 0 0, h 22!", 2);
    }

    void show(String newFacts, String newNote) {
        facts.setText(newFacts);
        facts.setToolTipText(newFacts);
        note.setText(newNote);
        note.setToolTipText(newNote);
        note.setVisible(!newNote.isEmpty());
    }

    /** Offers these parts of the message, of which one is shown; a single one needs no buttons. */
    void offer(Set<DetailPart> offered, DetailPart shown) {
        parts.forEach((part, button) -> {
            button.setVisible(offered.size() > 1 && offered.contains(part));
            button.setSelected(part == shown);
        });
    }
}
