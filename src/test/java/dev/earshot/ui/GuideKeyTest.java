package dev.earshot.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.net.Origin;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.session.Lens;
import dev.earshot.session.compare.ComparedMessage;
import dev.earshot.session.words.Words;
import dev.earshot.ui.compare.Comparisons;
import dev.earshot.ui.parts.SideWindow;
import dev.earshot.ui.send.SendShortcuts;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JList;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

/** F1 opens the guide, also in the windows beside the main one, and there at the page about them. */
class GuideKeyTest extends WindowTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    @Test
    void eachSideWindowOpensTheGuideAtItsPage() {
        TestWindow.run(this::openSideWindows);
        Map<String, String> pages = new HashMap<>();
        TestWindow.run(() -> {
            for (Window window : ui.window.getOwnedWindows()) {
                if (window instanceof SideWindow side && side.isShowing()) {
                    side.getRootPane()
                            .getActionForKeyStroke(KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0))
                            .actionPerformed(null);
                    pages.put(side.getName(), guidePage());
                }
            }
        });
        assertThat(pages)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "rulesWindow", "Answer by itself",
                        "quickWindow", "Send",
                        "statisticsWindow", "Statistics",
                        "plotWindow", "Plots, and the timeline of clients",
                        "layoutWindow", "Describe the fields of messages",
                        "compareWindow", "Compare two messages"));
    }

    @Test
    void theSheetOfKeysOpensTheGuideAtThem() {
        TestWindow.run(() -> {
            KeySheet.open(ui.window, ENGLISH);
            dialog("keySheet")
                    .getRootPane()
                    .getActionForKeyStroke(KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0))
                    .actionPerformed(null);
            assertThat(guidePage()).isEqualTo("Keys");
        });
    }

    private void openSideWindows() {
        Workspace workspace = ui.window.workspace();
        ui.<JComboBox<?>>find("replyBox").setSelectedItem(RulesAnswer.KIND); // opens the rules in a later task
        SendShortcuts.EDIT_QUICK.run(workspace.sendTools(), 0);
        workspace.windows().openStatistics();
        workspace.windows().plots().openPlot();
        workspace.windows().openLayouts();
        new Comparisons().compare(message("one"), message("two"), ui.window, ui.window.settings(), ENGLISH);
    }

    private static ComparedMessage message(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        Row row = new Row(0, Row.Kind.RECEIVED, 0, 1, null, null, 0, bytes.length, bytes, Origin.PERSON);
        return new ComparedMessage(row, new Lens(Encoding.UTF_8, peer -> Encoding.UTF_8), "a client");
    }

    private String guidePage() {
        return String.valueOf(TestWindow.<JList<?>>find(dialog("guide").getRootPane(), "guideContents")
                .getSelectedValue());
    }

    private JDialog dialog(String name) {
        return Stream.of(ui.window.getOwnedWindows())
                .filter(window -> name.equals(window.getName()) && window.isShowing())
                .map(JDialog.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
