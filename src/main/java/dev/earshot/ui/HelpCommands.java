package dev.earshot.ui;

import dev.earshot.session.words.Words;
import dev.earshot.ui.help.GuideWindow;
import dev.earshot.ui.plain.Question;
import java.util.function.Supplier;
import javax.swing.JFrame;

/** Opens the windows of the Help menu. Confined to the EDT. */
final class HelpCommands {
    private final JFrame window;
    private final Supplier<Words> words;

    HelpCommands(JFrame window, Supplier<Words> words) {
        this.window = window;
        this.words = words;
    }

    void openGuide() {
        GuideWindow.open(window, words.get());
    }

    /** Opens the guide at a page, named without the ending of its file. */
    void openGuide(String page) {
        GuideWindow.openAt(page, window, words.get());
    }

    void openKeys() {
        KeySheet.open(window, words.get());
    }

    void showVersion() {
        Words now = words.get();
        String version = HelpCommands.class.getPackage().getImplementationVersion();
        String text = now.of("ui.about", version == null ? "" : version, System.getProperty("java.version"));
        new Question(window, now.of("ui.menu.about"), text).show();
    }

    /** Shows the open windows in the present language. */
    void translate() {
        GuideWindow.translate(window, words.get());
        KeySheet.translate(window, words.get());
    }
}
