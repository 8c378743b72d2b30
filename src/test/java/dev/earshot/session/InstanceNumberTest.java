package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceNumberTest {
    @TempDir
    private Path folder;

    @Test
    void eachTakesTheLowestNumberThatIsFree() {
        Settings settings = new Settings(folder.resolve("new/settings.properties"));
        assertThat(InstanceNumber.take(settings)).isEqualTo(1);
        assertThat(InstanceNumber.take(settings)).isEqualTo(2);
        assertThat(InstanceNumber.take(new Settings(folder.resolve("settings.properties"))))
                .isEqualTo(1);
    }
}
