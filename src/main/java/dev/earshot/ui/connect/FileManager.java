package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import java.awt.Desktop;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Shows folders in the file manager of the desktop. Runs on a thread of its own, for that may take a while. */
final class FileManager {
    private boolean asked;
    private volatile boolean available;

    /** Whether the desktop has a file manager; false until that is known. On the EDT. */
    boolean isAvailable() {
        if (!asked) {
            asked = true;
            Background.run(
                    "file manager",
                    () -> available =
                            Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN));
        }
        return available;
    }

    /** Shows a folder; {@code failed} is told on the EDT if that is not possible. */
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
