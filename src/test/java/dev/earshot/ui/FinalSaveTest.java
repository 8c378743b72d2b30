package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Tests the end of the program when the settings cannot be written: a folder has their name. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class FinalSaveTest {
    @TempDir
    private Path folder;

    private Path file;
    private Settings settings;

    @BeforeEach
    void blockTheFile() throws Exception {
        file = folder.resolve("settings.properties");
        settings = new Settings(file);
        settings.put(Settings.NAME, "boiler");
        Theme.install(settings);
        Files.createDirectory(file);
    }

    private Thread end() {
        Thread end = new Thread(() -> new FinalSave(settings, new Words(Locale.ENGLISH)).run());
        end.start();
        return end;
    }

    @Test
    void theUserCanClearTheWayAndTryAgain() throws Exception {
        Thread end = end();
        Dialogs.answer("settings.properties", "Try again");
        await().until(Dialogs::any); // still in the way
        Files.delete(file);
        Dialogs.answer("settings.properties", "Try again");
        end.join();
        assertThat(new Settings(file).get(Settings.NAME)).isEqualTo("boiler");
    }

    @Test
    void theUserCanGiveUp() throws Exception {
        Thread end = end();
        Dialogs.answer("settings.properties", "Quit without saving");
        end.join();
        assertThat(file).isEmptyDirectory();
    }
}
