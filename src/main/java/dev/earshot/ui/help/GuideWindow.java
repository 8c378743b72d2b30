package dev.earshot.ui.help;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.Background;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ClipboardText;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainList;
import dev.earshot.ui.plain.PlainListCell;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Desktop;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.event.HyperlinkEvent;
import org.slf4j.LoggerFactory;

/** A window with the guide: its contents on the left, a page on the right. It needs no network. */
public final class GuideWindow extends JDialog {
    private static final String NAME = "guide";
    private static final Dimension SIZE = new Dimension(960, 680);
    private static final int CONTENTS_WIDTH = 260;
    private static final int ROW_HEIGHT = 26;
    private static final String ATTACHMENTS = "../replies/";

    private final PlainList<GuidePages.Page> contents = new PlainList<>(new DefaultListModel<>());
    private final GuidePane pane = new GuidePane();
    private final PlainLabel status = new PlainLabel();
    private transient GuidePages pages;
    private transient Words words;

    /** Opens the guide at its first page, in place of one that is open already. */
    public static void open(Window parent, Words words) {
        GuidePages pages = new GuidePages(words);
        open(parent, words, pages, pages.all().get(0).file());
    }

    /** Opens the guide at a page, named without the ending of its file, such as {@code find}. */
    public static void openAt(String page, Window parent, Words words) {
        GuidePages pages = new GuidePages(words);
        open(parent, words, pages, pages.file(page));
    }

    /** Shows an open guide in another language, at the same page. */
    public static void translate(Window parent, Words words) {
        opened(parent).forEach(window -> ((GuideWindow) window).setWords(words, new GuidePages(words)));
    }

    private static void open(Window parent, Words words, GuidePages pages, String file) {
        opened(parent).forEach(Window::dispose);
        GuideWindow window = new GuideWindow(parent, words, pages);
        window.choose(file);
        window.setVisible(true);
    }

    private static Stream<Window> opened(Window parent) {
        return Stream.of(parent.getOwnedWindows())
                .filter(window -> NAME.equals(window.getName()) && window.isDisplayable());
    }

    private GuideWindow(Window parent, Words words, GuidePages pages) {
        super(parent);
        setName(NAME);
        setWords(words, pages);
        contents.setName("guideContents");
        contents.setFixedCellHeight(UIScale.scale(ROW_HEIGHT));
        contents.setBorder(BorderFactory.createEmptyBorder(UIScale.scale(ROW_HEIGHT) / 2, 0, 0, 0));
        contents.setCellRenderer(new Heading());
        contents.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        contents.addListSelectionListener(e -> showSelected());
        pane.addHyperlinkListener(this::follow);
        JScrollPane left = Controls.scroll(contents);
        left.setPreferredSize(UIScale.scale(new Dimension(CONTENTS_WIDTH, 0)));
        add(left, BorderLayout.LINE_START);
        add(Controls.scroll(pane));
        status.setName("guideStatus");
        status.setVisible(false);
        add(status, BorderLayout.PAGE_END);
        FormShortcuts.escape(getRootPane(), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::dispose);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        Rectangle screen = parent.getGraphicsConfiguration().getBounds();
        Dimension size = UIScale.scale(SIZE);
        setSize(Math.min(size.width, screen.width), Math.min(size.height, screen.height));
        setLocationRelativeTo(parent);
    }

    private void setWords(Words other, GuidePages translated) {
        words = other;
        pages = translated;
        setTitle(words.of("ui.guide.title"));
        contents.getAccessibleContext().setAccessibleName(words.of("ui.guide.contents"));
        status.setVisible(false);
        int shown = contents.getSelectedIndex();
        DefaultListModel<GuidePages.Page> model = new DefaultListModel<>();
        pages.all().forEach(model::addElement);
        contents.setModel(model);
        contents.setSelectedIndex(shown);
    }

    private void choose(String file) {
        List<GuidePages.Page> all = pages.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).file().equals(file)) {
                contents.setSelectedIndex(i);
                contents.ensureIndexIsVisible(i);
            }
        }
    }

    private void showSelected() {
        GuidePages.Page page = contents.getSelectedValue();
        if (page != null) {
            pane.show(() -> GuideHtml.page(GuidePages.page(page.file())));
        }
    }

    private void follow(HyperlinkEvent e) {
        if (e.getEventType() != HyperlinkEvent.EventType.ACTIVATED) {
            return;
        }
        String target = e.getDescription();
        if (target.startsWith("http")) {
            Background.run("browse", () -> browse(target));
        } else if (target.startsWith(ATTACHMENTS)) {
            contents.clearSelection();
            pane.show(() -> GuideHtml.file(GuidePages.attachment(target.substring("../".length()))));
        } else {
            choose(target.replaceAll("#.*", ""));
        }
    }

    private void browse(String address) {
        try {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(URI.create(address));
                return;
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(GuideWindow.class).warn("No browser for {}", address, e);
        }
        SwingUtilities.invokeLater(() -> {
            boolean copied = ClipboardText.put(address).isEmpty();
            status.setText(words.of(copied ? "ui.guide.copied" : "ui.guide.nobrowser", address));
            status.setVisible(true);
        });
    }

    /** Draws the heading of a page, as far from the edge as the texts of other windows. */
    private static final class Heading extends PlainListCell {
        private static final int INSET = 12;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object page, int index, boolean isSelected, boolean cellHasFocus) {
            super.getListCellRendererComponent(list, page, index, isSelected, cellHasFocus);
            setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(INSET), 0, UIScale.scale(INSET)));
            return this;
        }
    }
}
