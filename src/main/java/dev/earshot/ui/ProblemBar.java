package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.parts.WrappedText;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A bar that tells why something failed, such as opening a capture or a profile, until the person dismisses it. */
final class ProblemBar extends JPanel {
    private static final int MOST = 5;

    private final transient List<Problem> problems = new ArrayList<>(); // the latest first
    private final WrappedText text = new WrappedText("problemText", Token.ERROR);
    private final PlainLabel icon = new PlainLabel(Icons.of("reset", 14, Token.ERROR));
    private final PlainButton dismiss = new PlainButton("");
    private transient Words shownWords;

    ProblemBar() {
        super(new MigLayout("insets 5 12 5 12, gap 8", "[][grow, fill][]", "[28::, center]"));
        setName("problemBar");
        setBorder(Hairline.bottom());
        setBackground(new TokenColor(Token.ERROR_ROW));
        setVisible(false);
        dismiss.setName("problemDismissButton");
        dismiss.addActionListener(e -> dismiss());
        add(icon);
        add(text, "wmin 0");
        add(dismiss, "h 28!");
    }

    /** Shows this problem, and how many before it have not been dismissed. */
    void show(Problem problem, Words words) {
        problems.removeIf(known -> known.toLine().equals(problem.toLine()));
        problems.add(0, problem);
        if (problems.size() > MOST) {
            problems.remove(MOST);
        }
        shownWords = null;
        refresh(words);
    }

    /** Shows the problems in another language, if it has changed. */
    void refresh(Words words) {
        if (words == shownWords) {
            return;
        }
        shownWords = words;
        if (!problems.isEmpty()) {
            String latest = words.of(problems.get(0));
            text.setText(problems.size() == 1 ? latest : words.of("ui.problem.more", latest, problems.size() - 1));
            icon.setToolTipText(problems.stream().map(words::of).collect(Collectors.joining(" | ")));
            dismiss.setText(words.of("ui.recovery.dismiss"));
            dismiss.setMnemonic(words.mnemonic("ui.recovery.dismiss"));
        }
        setVisible(!problems.isEmpty());
    }

    private void dismiss() {
        problems.remove(0);
        Words words = shownWords;
        shownWords = null;
        refresh(words);
    }
}
