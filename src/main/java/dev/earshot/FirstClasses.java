package dev.earshot;

import dev.earshot.net.Background;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of the window on a thread of its own, while the main thread still sets up the screen and the look.
 * They are listed in {@code first-classes.txt} in the order in which a start needs them. A test compares that list with
 * a real start, and writes it anew.
 */
final class FirstClasses {
    private FirstClasses() {}

    /** Begins to load them, and returns at once. */
    static void load() {
        Background.run("classes", FirstClasses::loadAll);
    }

    private static void loadAll() {
        try (InputStream list = FirstClasses.class.getResourceAsStream("first-classes.txt")) {
            BufferedReader names = new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII));
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                load(name);
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(FirstClasses.class).info("list of classes: {}", e.toString());
        }
    }

    /**
     * Loads a class without initialising it. Another Java may lack it, or have it elsewhere; then the start does
     * without.
     */
    private static void load(String name) {
        try {
            Class.forName(name, false, FirstClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return;
        }
    }
}
