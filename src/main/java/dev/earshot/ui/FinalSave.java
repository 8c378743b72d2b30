package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.Question;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the settings when the program ends. If that fails, the user can make room and try again. Not on the EDT. */
record FinalSave(Settings settings, Words words) {
    private static final Logger log = LoggerFactory.getLogger(FinalSave.class);

    /** Saves, and asks until it succeeds or the user gives up. */
    void run() {
        Optional<Problem> failed = settings.save();
        while (failed.isPresent() && wantsAnotherTry(failed.get())) {
            failed = settings.save();
        }
    }

    private boolean wantsAnotherTry(Problem why) {
        boolean[] again = new boolean[1];
        try {
            EventQueue.invokeAndWait(() -> again[0] = !new Question(null, words.of("ui.menu.quit"), words.of(why))
                    .confirmRisk(words.of("ui.quit.unsaved"), words.of("ui.quit.again")));
        } catch (InterruptedException | InvocationTargetException e) {
            log.error("asking about settings that were not saved", e);
        }
        return again[0];
    }
}
