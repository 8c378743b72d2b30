package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.SystemInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Finds out whether the desktop is dark. Starts a small program of the desktop and waits for it: never on the EDT. */
public final class SystemTheme {
    private SystemTheme() {}

    /** Whether the desktop uses a dark theme. May take a second for each program that is asked. */
    public static boolean isDark() {
        if (SystemInfo.isWindows) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            return answer("reg", "query", key, "/v", "AppsUseLightTheme").contains("0x0");
        }
        if (SystemInfo.isMacOS) {
            return answer("defaults", "read", "-g", "AppleInterfaceStyle").contains("dark");
        }
        return answer("gsettings", "get", "org.gnome.desktop.interface", "color-scheme")
                        .contains("dark")
                || SystemInfo.isKDE
                        && answer("kreadconfig5", "--group", "General", "--key", "ColorScheme")
                                .contains("dark");
    }

    /** Returns the output of a program in lower case; empty if it is missing or takes too long. */
    private static String answer(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            // This desktop has no such program.
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
