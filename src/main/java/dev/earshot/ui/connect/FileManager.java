package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import java.awt.Desktop;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The desktop's own program for folders, where there is one. Asking for it may take a while: a thread of its own does. */
final class FileManager {
    private boolean asked;
    private volatile boolean there;

    /** Whether there is one; false until that is known. On the EDT. */
    boolean isThere() {
        if (!asked) {
            asked = true;
            Background.run(
                    "file manager",
                    () -> there =
                            Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN));
        }
        return there;
    }

    /** Shows a folder in it; {@code failed} is told on the EDT why not. */
    void open(Path folder, Consumer<Problem> failed) {
        Background.run("file manager", () -> {
            try {
                Desktop.getDesktop().open(folder.toFile());
            } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
                Problem why = new Problem("problem.tftp.folder", -1, folder.toString(), String.valueOf(e.getMessage()));
                EventQueue.invokeLater(() -> failed.accept(why));
            }
        });
    }
}
