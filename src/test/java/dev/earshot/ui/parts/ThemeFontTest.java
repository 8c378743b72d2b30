package dev.earshot.ui.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatSystemProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The size of the font where the desktop names none. */
class ThemeFontTest {

    /** Prints the size in a Java machine of its own, as the scale is read only once. */
    static final class Main {
        public static void main(String[] args) {
            System.out.print(Theme.fontSize());
        }
    }

    private static String size(String scale) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(java, scale, "-Djava.awt.headless=true", "-cp", classes, Main.class.getName());
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void itFollowsTheScaleThatIsSet() throws IOException {
        assertThat(size("-Dearshot.none=2")).isEqualTo("13");
        assertThat(size("-D" + FlatSystemProperties.UI_SCALE + "=2")).isEqualTo("26");
    }
}
