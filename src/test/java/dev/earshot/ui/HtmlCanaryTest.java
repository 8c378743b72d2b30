package dev.earshot.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.net.UnknownNote;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.settings.SendKeys;
import dev.earshot.session.settings.Settings;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.ListCellRenderer;
import javax.swing.border.TitledBorder;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.TableCellRenderer;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives everything a name that is an HTML page with a picture, opens whatever the window has, and watches that nothing
 * is rendered as a page and nobody asks for the picture.
 */
@Tag("gui")
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class HtmlCanaryTest {
    /** What ends the session, the window or the seeded state, or leaves the program. */
    private static final Pattern LEFT_ALONE = Pattern.compile(
            "(?i).*(quit|close|stop|disconnect|abort|clear|delete|remove|listen|restart|reset|duplicate|english|中文).*");

    /** How often buttons of the same name are clicked, such as those of several tabs. */
    private static final int ALIKE = 2;

    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final Set<String> pages = new TreeSet<>();
    private final Set<Component> clicked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Integer> clicks = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<Window> painted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<JComponent, Set<String>> tips = new IdentityHashMap<>();
    private final JList<Object> listOfBox = new JList<>();
    private HttpServer canary;
    private TestWindow ui;
    private String page;

    private final AWTEventListener dialogs = event -> {
        if (event.getID() == WindowEvent.WINDOW_OPENED
                && event.getSource() instanceof Dialog dialog
                && dialog.isModal()) {
            EventQueue.invokeLater(() -> {
                look(dialog);
                dialog.dispose();
            });
        }
    };

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        assumeTrue(Display.present());
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            fetched.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        canary.start();
        page = "<html><img src=http://127.0.0.1:" + canary.getAddress().getPort() + "/x>";
        seed(folder);
        ui = new TestWindow(folder);
        Toolkit.getDefaultToolkit().addAWTEventListener(dialogs, AWTEvent.WINDOW_EVENT_MASK);
    }

    /** Writes files of earlier runs in which every name is a page. */
    private void seed(Path folder) throws IOException {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        settings.put(SendKeys.NICK, page);
        settings.save();
        Files.writeString(
                folder.resolve("settings.properties"),
                Files.readString(folder.resolve("settings.properties")) + "client.name.127.0.0.1="
                        + page.replace(":", "\\:") + "\n");
        Files.writeString(folder.resolve("quick-sends.json"), """
            {"format": "earshot quick sends 1", "quickSends": [
              {"name": "PAGE", "text": "PAGE"}, {"text": "PAGE", "reply": {"contains": "PAGE"}}]}
            """.replace("PAGE", page));
        Files.writeString(folder.resolve("replies.json"), """
            {"format": "earshot replies 1", "endOn": "PAGE", "answer": {"kind": "rules", "rules": [
              {"name": "PAGE", "match": {"contains": "zzz"}, "answer": {"text": "PAGE"}, "state": "PAGE",
               "nextState": "PAGE"},
              {"name": "PAGE", "match": {"expression": "("}, "answer": {"text": "${"}}]}}
            """.replace("PAGE", page));
        Files.writeString(folder.resolve("framings.json"), """
            {"format": "earshot framings 1", "framings": [
              {"name": "page", "title": "PAGE", "titleZh": "PAGE", "source": "PAGE", "framing": "fixed:7"}]}
            """.replace("PAGE", page));
    }

    /** Opens a capture from elsewhere, whose notes, targets and sources are pages, in another tab. */
    @Test
    void nothingOfACaptureFromElsewhereIsRenderedAsAPage(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("other.pcapng");
        InetSocketAddress local = new InetSocketAddress("127.0.0.1", 8080);
        Peer peer = new Peer(1, local, new InetSocketAddress("127.0.0.1", 50_001));
        try (Journal journal = JournalFactory.create(file, folder, Framing.LINES, (event, time) -> {})) {
            journal.on(new Event.Opened(local, "relay", page));
            journal.on(new Event.Joined(peer));
            journal.on(new Event.Note(peer, new UnknownNote(page), List.of(page)));
            journal.on(new Event.Sending(
                    peer,
                    (page + "\n").getBytes(US_ASCII),
                    0,
                    page.length() + 1,
                    true,
                    new Origin(OriginKind.RULE, page)));
            journal.on(new Event.Left(peer, Event.Reason.FAILED, 0, page));
        }
        CaptureStore.StoredCapture capture = new CaptureStore.StoredCapture(List.of(file));
        TestWindow.run(() -> ui.window.openCapture(capture));
        Session opened = ui.sessions.open(capture, Framing.LINES, new TaskProgress());
        TestWindow.run(() -> ui.openingDone.accept(opened));
        await().until(() -> TestWindow.onEdt(() -> showingLog(ui.window).getRowCount()) == 5);
        explore();
        assertNoPages();
    }

    private static JTable showingLog(Container in) {
        for (Component child : in.getComponents()) {
            if (child.isShowing() && "messageLog".equals(child.getName())) {
                return (JTable) child;
            }
            JTable deeper = child instanceof Container container ? showingLog(container) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    @AfterEach
    void end() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(dialogs);
        if (ui != null) {
            ui.close();
        }
        if (canary != null) {
            canary.stop(0);
        }
    }

    @Test
    void noNameIsRenderedAsAPageAnywhere() throws Exception {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write((page + "\n" + page + " " + page + "\n").getBytes(US_ASCII));
            await().until(() -> ui.messages().contains(page));
            TestWindow.run(() -> {
                ui.<JTextComponent>find("sendBox").setText(page);
                ui.<JTable>find("messageLog").setRowSelectionInterval(0, 0);
            });
            explore();
        }
        assertNoPages();
    }

    @Test
    void theWatchKnowsAPageWhereThereIsOne() {
        TestWindow.run(() -> {
            JFrame frame = new JFrame();
            JLabel label = new JLabel(page);
            label.setName("page");
            frame.add(label);
            frame.pack();
            look(frame);
            frame.dispose();
        });
        assertThat(pages).anyMatch(found -> found.contains("JLabel page"));
        await().until(() -> fetched.contains("/x"));
    }

    private void assertNoPages() {
        assertThat(seen)
                .as("what has been looked at")
                .hasSizeGreaterThan(150)
                .contains("LogTable messageLog", "ClientBox clientBox", "FramingPicker framingBox")
                .contains("ExtrasForm extrasForm", "PlainList quickList", "PlainFileChooser null");
        assertThat(pages).as("components that render HTML").isEmpty();
        assertThat(fetched).isEmpty();
    }

    /** Clicks everything that can be clicked, also what appears by that, and looks at all windows each time. */
    private void explore() {
        TestWindow.run(() -> look());
        for (int step = 0; step < 400; step++) {
            AbstractButton next = TestWindow.onEdt(this::next);
            if (next == null) {
                break;
            }
            TestWindow.run(() -> {
                next.doClick(0);
                look();
            });
            settle();
        }
        TestWindow.run(() -> {
            for (Window window : Window.getWindows()) {
                openMenus(window);
            }
            painted.clear();
            look();
        });
        settle();
    }

    /** Lets tasks end that were begun on the EDT, such as showing a dialog. */
    private static void settle() {
        TestWindow.run(() -> {});
        await().until(() -> TestWindow.onEdt(() -> {
            for (Window window : Window.getWindows()) {
                if (window.isShowing() && window instanceof Dialog dialog && dialog.isModal()) {
                    return false;
                }
            }
            return true;
        }));
    }

    private AbstractButton next() {
        for (Window window : Window.getWindows()) {
            AbstractButton found = window.isShowing() ? next(window) : null;
            if (found != null) {
                clicked.add(found);
                return found;
            }
        }
        return null;
    }

    private AbstractButton next(Container in) {
        for (Component child : in.getComponents()) {
            if (child instanceof AbstractButton button && isToBeClicked(button)) {
                return button;
            }
            AbstractButton deeper = null;
            if (child instanceof JMenu menu && child.isEnabled()) {
                deeper = next(menu.getPopupMenu());
            } else if (child instanceof Container container && (child.isVisible() || child instanceof JPopupMenu)) {
                deeper = next(container);
            }
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private boolean isToBeClicked(AbstractButton button) {
        boolean usable = button.isEnabled() && button.isVisible() && !(button instanceof JMenu);
        String names = button.getName() + " " + button.getText() + " " + button.getToolTipText();
        return usable
                && !clicked.contains(button)
                && !LEFT_ALONE.matcher(names).matches()
                && clicks.merge(names, 1, Integer::sum) <= ALIKE;
    }

    /** Asks every component for its menu, as the right button does. */
    private static void openMenus(Container in) {
        for (Component child : in.getComponents()) {
            if (child.isShowing() && child.getMouseListeners().length > 0) {
                child.dispatchEvent(new MouseEvent(child, MouseEvent.MOUSE_PRESSED, 0, 0, 5, 5, 1, true, 3));
                child.dispatchEvent(new MouseEvent(child, MouseEvent.MOUSE_RELEASED, 0, 0, 5, 5, 1, true, 3));
            }
            if (child instanceof Container container) {
                openMenus(container);
            }
        }
    }

    private void look() {
        for (Window window : Window.getWindows()) {
            if (window.isShowing()) {
                look(window);
            }
        }
    }

    private void look(Window window) {
        window.validate();
        if (painted.add(window)) { // what changes in it later is painted on the display
            paint(window);
        }
        lookAt(window);
    }

    private static void paint(Window window) {
        BufferedImage image = new BufferedImage(
                Math.max(1, window.getWidth()), Math.max(1, window.getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        window.paint(g);
        g.dispose();
    }

    private void lookAt(Component component) {
        if (component instanceof JComponent part) {
            check(part, part);
            checkTip(part, part.getToolTipText());
            if (part.getComponentPopupMenu() != null) {
                lookAt(part.getComponentPopupMenu());
            }
            lookInside(part);
        }
        if (component instanceof Container container) {
            List.of(container.getComponents()).forEach(this::lookAt);
        }
        if (component instanceof JMenu menu) {
            lookAt(menu.getPopupMenu());
        }
    }

    private void lookInside(JComponent part) {
        if (part instanceof JTable table) {
            for (int row = 0; row < table.getRowCount(); row++) {
                for (int column = 0; column < table.getColumnCount(); column++) {
                    TableCellRenderer renderer = table.getCellRenderer(row, column);
                    check(table, table.prepareRenderer(renderer, row, column));
                    checkTip(table, tipAt(table, table.getCellRect(row, column, false)));
                }
            }
        } else if (part instanceof JList<?> list) {
            lookAtList(list, part);
        } else if (part instanceof JComboBox<?> box) {
            lookAtBox(box);
        }
    }

    private <E> void lookAtList(JList<E> list, JComponent part) {
        ListCellRenderer<? super E> renderer = list.getCellRenderer();
        for (int i = 0; i < Math.min(50, list.getModel().getSize()); i++) {
            check(
                    part,
                    renderer.getListCellRendererComponent(list, list.getModel().getElementAt(i), i, false, false));
            checkTip(part, tipAt(list, list.getCellBounds(i, i)));
        }
    }

    private <E> void lookAtBox(JComboBox<E> box) {
        @SuppressWarnings("unchecked") // renderers ask it for colours
        JList<E> list = (JList<E>) listOfBox;
        for (int i = 0; i < Math.min(50, box.getItemCount()); i++) {
            check(box, box.getRenderer().getListCellRendererComponent(list, box.getItemAt(i), i, false, false));
        }
    }

    private static String tipAt(JComponent part, Rectangle cell) {
        if (cell == null) {
            return null;
        }
        return part.getToolTipText(new MouseEvent(
                part, MouseEvent.MOUSE_MOVED, 0, 0, (int) cell.getCenterX(), (int) cell.getCenterY(), 0, false));
    }

    private void checkTip(JComponent part, String text) {
        if (text != null && tips.computeIfAbsent(part, any -> new HashSet<>()).add(text)) {
            JToolTip tip = part.createToolTip();
            tip.setTipText(text);
            check(part, tip);
        }
    }

    /** Notes a component that would render a page, and the border of one that might. */
    private void check(JComponent owner, Component shown) {
        seen.add(owner.getClass().getSimpleName() + " " + owner.getName());
        List<Component> parts = new ArrayList<>(List.of(shown));
        if (shown instanceof Container container) {
            parts.addAll(List.of(container.getComponents()));
        }
        for (Component one : parts) {
            if (one instanceof JComponent part) {
                boolean isPage = part.getClientProperty(BasicHTML.propertyKey) != null;
                boolean mayBe = part.getBorder() instanceof TitledBorder border
                        && String.valueOf(border.getTitle()).startsWith("<html>");
                if (isPage || mayBe) {
                    pages.add(owner.getClass() + " " + owner.getName() + ": "
                            + (part instanceof JLabel label ? label.getText() : part.getClass()));
                }
            }
        }
    }
}
