package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.net.UncaughtErrors;
import dev.earshot.session.words.Words;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The bars about the whole program, which the selected tab shows above its log. */
final class WindowBars extends JPanel {
    private final ErrorBar errors;
    private final ProblemBar problems = new ProblemBar();

    /** @param say shows why a report could not be copied, if so */
    WindowBars(Consumer<String> say) {
        super(new MigLayout("insets 0, gap 0, wrap, fillx, hidemode 3", "[grow, fill]"));
        errors = new ErrorBar(UncaughtErrors.ALL, say);
        add(errors);
        add(problems);
    }

    /** Shows what has happened since, in these words. */
    void refresh(Words words) {
        errors.refresh(words);
        problems.refresh(words);
    }

    /** Shows why something failed, until the person dismisses it. */
    void fail(Problem problem, Words words) {
        problems.show(problem, words);
    }

    /** Offers to open the captures of sessions that ended unexpectedly. */
    void offerRecovery(Words words, int sessions, long bytes, Runnable open, Runnable dismiss) {
        add(new RecoveryBar(words, sessions, bytes, open, dismiss));
        revalidate();
    }
}
