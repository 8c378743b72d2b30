package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPreset;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.plain.PlainComboBox;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.swing.ComboBoxModel;
import javax.swing.DefaultComboBoxModel;

/** A box that picks the framing of a protocol. Typing the beginning of its name, or of a word of its title,
 * goes to an entry. */
final class ProtocolBox extends PlainComboBox<Optional<FramingPreset>> {
    private static final long PAUSE_NANOS = 1_000_000_000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_ROWS = 12;

    private final transient Words words;
    private FramingPresets presets = FramingPresets.builtIn();
    private List<FramingPreset> distinct = List.of(); // the usual ones first
    private boolean showing;

    /** @param picked takes each protocol that a person picks, or that none of them was picked */
    ProtocolBox(Words words, Consumer<Optional<FramingPreset>> picked) {
        this.words = words;
        setName("framingProtocolBox");
        setMaximumRowCount(MOST_ROWS);
        Controls.setRenderer(this, this::print);
        setKeySelectionManager(new WordSearch());
        offer(presets);
        addActionListener(e -> {
            if (!showing) {
                picked.accept(chosen());
            }
        });
    }

    /** Offers these presets, ordered by their titles. */
    void offer(FramingPresets known) {
        presets = known;
        distinct = PresetChoices.distinct(known);
        DefaultComboBoxModel<Optional<FramingPreset>> choices = new DefaultComboBoxModel<>();
        choices.addElement(Optional.empty());
        Collator order = Collator.getInstance(words.isChinese() ? Locale.CHINESE : Locale.ENGLISH);
        distinct.stream()
                .sorted(Comparator.comparing(preset -> PresetChoices.title(words, preset), order))
                .forEach(preset -> choices.addElement(Optional.of(preset)));
        showing = true;
        setModel(choices);
        showing = false;
    }

    /** Shows the protocol with this framing. If several have it, the one that a person picked stays. */
    void show(Framing framing) {
        if (chosen().filter(preset -> preset.framing().equals(framing)).isEmpty()) {
            showing = true;
            setSelectedItem(PresetChoices.find(presets, framing));
            showing = false;
        }
    }

    /** Returns the protocol that is shown. */
    Optional<FramingPreset> chosen() {
        return getSelectedIndex() < 0 ? Optional.empty() : getItemAt(getSelectedIndex());
    }

    private String print(Optional<FramingPreset> preset) {
        return preset.map(one -> PresetChoices.title(words, one)).orElse(words.of("ui.framing.protocol.none"));
    }

    /** Returns the index of the entry whose name begins as typed. Else it is one with such a word, or -1. */
    int find(String typed) {
        String sought = typed.toLowerCase(Locale.ROOT);
        int named = find(preset -> preset.name().startsWith(sought));
        return named >= 0
                ? named
                : find(preset -> BETWEEN_WORDS
                        .splitAsStream(PresetChoices.title(words, preset).toLowerCase(Locale.ROOT))
                        .anyMatch(word -> word.startsWith(sought)));
    }

    private int find(Predicate<FramingPreset> fits) {
        return distinct.stream()
                .filter(fits)
                .findFirst()
                .map(preset -> ((DefaultComboBoxModel<?>) getModel()).getIndexOf(Optional.of(preset)))
                .orElse(-1);
    }

    /** Puts typed keys together; after a pause, a new word begins. */
    private final class WordSearch implements KeySelectionManager {
        private String typed = "";
        private long typedAt = System.nanoTime();

        @Override
        public int selectionForKey(char key, ComboBoxModel<?> model) {
            long now = System.nanoTime();
            typed = now - typedAt < PAUSE_NANOS ? typed + key : Character.toString(key);
            typedAt = now;
            return find(typed);
        }
    }
}
