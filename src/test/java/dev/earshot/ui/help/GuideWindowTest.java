package dev.earshot.ui.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.Display;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.Theme;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.BadLocationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("gui")
class GuideWindowTest {
    @TempDir
    private Path folder;

    private JFrame owner;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Display.present());
        EventQueue.invokeAndWait(() -> {
            Theme.install(new Settings(folder.resolve("settings.properties")));
            owner = new JFrame();
            owner.pack();
        });
    }

    @AfterEach
    void close() throws Exception {
        if (owner != null) {
            EventQueue.invokeAndWait(owner::dispose);
        }
    }

    @Test
    void everyPageIsShownInBothLanguages() throws Exception {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            EventQueue.invokeAndWait(() -> GuideWindow.open(owner, new Words(language)));
            JList<?> contents = part("guideContents", JList.class);
            assertThat(contents.getModel().getSize()).isGreaterThan(10);
            assertThat(TestWindow.onEdt(() -> inset(contents))).isEqualTo(UIScale.scale(12));
            for (int i = 0; i < contents.getModel().getSize(); i++) {
                int index = i;
                EventQueue.invokeAndWait(() -> contents.setSelectedIndex(index));
                String file = ((GuidePages.Page) contents.getModel().getElementAt(i)).file();
                String heading =
                        Files.readAllLines(Path.of("src/docs/guide", file)).get(0);
                assertThat(shown()).startsWith(heading.substring("# ".length())).doesNotContain("](");
            }
        }
    }

    @Test
    void aLinkLeadsToItsPageAndToAFile() throws Exception {
        EventQueue.invokeAndWait(() -> GuideWindow.openAt("find", owner, new Words(Locale.ENGLISH)));
        assertThat(shown()).startsWith("Filter and find");
        follow("templates.md");
        assertThat(shown()).startsWith("Templates of answers");
        assertThat(part("guideContents", JList.class).getSelectedValue()).hasToString("Templates of answers");
        follow("../replies/modbus.json");
        assertThat(shown()).startsWith("{").contains("earshot rules 1");
    }

    @Test
    void anOpenGuideStaysAtItsPageInAnotherLanguage() throws Exception {
        EventQueue.invokeAndWait(() -> GuideWindow.openAt("find", owner, new Words(Locale.ENGLISH)));
        EventQueue.invokeAndWait(() -> GuideWindow.translate(owner, new Words(Locale.CHINESE)));
        assertThat(shown()).startsWith("筛选和查找");
        assertThat(part("guideContents", JList.class).getSelectedValue()).hasToString("筛选和查找");
        assertThat(((JDialog) part("guidePage", JEditorPane.class).getTopLevelAncestor()).getTitle())
                .isEqualTo(new Words(Locale.CHINESE).of("ui.guide.title"));
    }

    @Test
    void anOpenGuideStaysAtItsPlaceInAnotherTheme() throws Exception {
        EventQueue.invokeAndWait(() -> GuideWindow.openAt("find", owner, new Words(Locale.ENGLISH)));
        JEditorPane page = part("guidePage", JEditorPane.class);
        int[] place = new int[2];
        EventQueue.invokeAndWait(() -> {
            page.setCaretPosition(page.getDocument().getLength() / 2); // as by a click
            page.scrollRectToVisible(new Rectangle(0, 500, 1, page.getVisibleRect().height));
            place[0] = page.getVisibleRect().y;
            Settings settings = new Settings(folder.resolve("settings.properties"));
            settings.put(Settings.LOOK, Settings.Look.DARK);
            Theme.install(settings);
            SwingUtilities.updateComponentTreeUI(page.getTopLevelAncestor());
        });
        EventQueue.invokeAndWait(() -> {}); // what comes later
        EventQueue.invokeAndWait(() -> place[1] = page.getVisibleRect().y);
        assertThat(place[0]).isGreaterThan(400);
        assertThat(place[1]).isEqualTo(place[0]);
        follow("templates.md");
        EventQueue.invokeAndWait(() -> place[1] = page.getVisibleRect().y);
        assertThat(place[1]).as("another page").isLessThan(10);
    }

    @Test
    void thereIsOneWindowAtATime() throws Exception {
        EventQueue.invokeAndWait(() -> GuideWindow.open(owner, new Words(Locale.ENGLISH)));
        EventQueue.invokeAndWait(() -> GuideWindow.openAt("find", owner, new Words(Locale.ENGLISH)));
        assertThat(Stream.of(owner.getOwnedWindows()).filter(Window::isDisplayable))
                .hasSize(1);
    }

    @Test
    void aLineThatEndsInChineseGoesOnWithoutABlank() {
        assertThat(GuideHtml.page("先比较，\n再查找\n**差异**")).contains("<p>先比较，再查找<strong>差异</strong></p>");
        assertThat(GuideHtml.page("比较\nGBK\n文本\nof two\nlines")).contains("<p>比较\nGBK\n文本\nof two\nlines</p>");
        assertThat(GuideHtml.page("```\n第一行\n第二行\n```")).contains("第一行\n第二行");
    }

    /** Returns the space before the first entry, as before other texts at the edge of a window. */
    private static <T> int inset(JList<T> list) {
        Component cell = list.getCellRenderer()
                .getListCellRendererComponent(list, list.getModel().getElementAt(0), 0, false, false);
        return ((JComponent) cell).getInsets().left;
    }

    private void follow(String link) throws InterruptedException, InvocationTargetException {
        JEditorPane page = part("guidePage", JEditorPane.class);
        EventQueue.invokeAndWait(() ->
                page.fireHyperlinkUpdate(new HyperlinkEvent(page, HyperlinkEvent.EventType.ACTIVATED, null, link)));
    }

    private String shown() throws InterruptedException, InvocationTargetException {
        String[] text = new String[1];
        EventQueue.invokeAndWait(() -> {
            JEditorPane page = part("guidePage", JEditorPane.class);
            try {
                text[0] = page.getDocument().getText(0, page.getDocument().getLength());
            } catch (BadLocationException e) {
                throw new AssertionError(e);
            }
        });
        return text[0].strip();
    }

    private <C extends Component> C part(String name, Class<C> type) {
        return Stream.of(owner.getOwnedWindows())
                .filter(Window::isDisplayable)
                .flatMap(window -> within(window))
                .filter(each -> name.equals(each.getName()))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> within(Component component) {
        Stream<Component> children = component instanceof Container container
                ? Stream.of(container.getComponents()).flatMap(GuideWindowTest::within)
                : Stream.empty();
        return Stream.concat(Stream.of(component), children);
    }
}
