package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPreset;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the framing presets to choose from, finds the one of a framing, and gives its title. */
final class PresetChoices {
    private PresetChoices() {}

    /** Returns the presets without second names for one of them. */
    static List<FramingPreset> distinct(FramingPresets presets) {
        Set<List<Object>> seen = new HashSet<>();
        List<FramingPreset> distinct = new ArrayList<>(presets.all());
        distinct.removeIf(preset -> !seen.add(List.of(preset.title(), preset.framing())));
        return distinct;
    }

    /** Returns the preset with this framing; nothing if several protocols have it, for nobody knows which is meant. */
    static Optional<FramingPreset> find(FramingPresets presets, Framing framing) {
        List<FramingPreset> found = distinct(presets).stream()
                .filter(preset -> preset.framing().equals(framing))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Returns what the preset is for, in the language of the words. */
    static String title(Words words, FramingPreset preset) {
        return words.isChinese() ? preset.chineseTitle() : preset.title();
    }
}
