package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.session.words.Words;
import dev.earshot.ui.compare.CompareShortcuts;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.ListShortcuts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the tables of commands. Needs a display, for the system defines the menu key. */
@Tag("gui")
class WindowShortcutsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    @BeforeEach
    void needsDisplay() {
        assumeTrue(Display.present());
    }

    @Test
    void noTwoCommandsOfAPlaceHaveTheSameKey() {
        Map<String, Set<KeyStroke>> taken = new HashMap<>();
        for (CommandTable<?> table : WindowShortcuts.ALL) {
            Set<KeyStroke> here = taken.computeIfAbsent(table.place(), place -> new HashSet<>());
            for (Command<?> command : table.commands()) {
                for (KeyStroke stroke : command.strokes()) {
                    assertThat(here.add(stroke))
                            .as("%s in %s", stroke, table.place())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void keysOfTheWholeWindowAreNotUsedByAnyPart() {
        Set<KeyStroke> everywhere = new HashSet<>();
        Set<KeyStroke> somewhere = new HashSet<>();
        for (CommandTable<?> table : WindowShortcuts.ALL) {
            if (table == ListShortcuts.IN_LIST || table == CompareShortcuts.IN_WINDOW) {
                continue; // in a window of their own
            }
            Set<KeyStroke> strokes = table.place().equals("ui.keys.window") ? everywhere : somewhere;
            table.commands().forEach(command -> strokes.addAll(command.strokes()));
        }
        assertThat(somewhere).doesNotContainAnyElementsOf(everywhere);
    }

    @Test
    void everyCommandHasAKeyAndWordsInBothLanguages() {
        for (CommandTable<?> table : WindowShortcuts.ALL) {
            for (Command<?> command : table.commands()) {
                assertThat(command.strokes()).as(command.key()).isNotEmpty();
                for (Locale language : LANGUAGES) {
                    assertThat(new Words(language).of(command.key())).isNotEqualTo(command.key());
                    assertThat(new Words(language).of(table.place())).isNotEqualTo(table.place());
                }
            }
        }
    }

    @Test
    void theGuideListsTheKeysInBothLanguages() throws IOException {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Words words = new Words(language);
            List<String> rows = new ArrayList<>();
            for (CommandTable<?> table : WindowShortcuts.ALL) {
                for (Command<?> command : table.commands()) {
                    rows.add("| " + command.keyNames() + " | " + words.of(command.key()) + " |");
                }
            }
            String file = words.isChinese() ? "keys.zh.md" : "keys.md";
            assertThat(Files.readAllLines(Path.of("src/docs/guide", file)).stream()
                            .filter(line -> line.startsWith("| ") && !line.matches("\\| (---|key|按键) .*")))
                    .as(file)
                    .containsExactlyElementsOf(rows);
        }
    }
}
