package dev.earshot.ui;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A test with a window of its own for each method; skipped where there is no display. */
@Tag("gui")
@ExtendWith(Display.class)
public abstract class WindowTest {
    /** The folder of the settings and captures. */
    @TempDir
    protected Path folder;

    protected TestWindow ui;

    @BeforeEach
    protected final void openWindow() throws IOException {
        ui = new TestWindow(folder);
    }

    @AfterEach
    protected final void closeWindow() {
        ui.close();
    }
}
