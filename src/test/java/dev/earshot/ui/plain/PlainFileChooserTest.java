package dev.earshot.ui.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.Display;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.Theme;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.filechooser.FileFilter;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that names of files and folders that look like HTML fetch nothing in any view of the dialog. */
@Tag("gui")
class PlainFileChooserTest {
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private HttpServer canary;
    private JFrame frame;

    @BeforeEach
    void begin(@TempDir Path settings) throws IOException {
        assumeTrue(Display.present());
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            fetched.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        canary.start();
        Theme.install(new Settings(settings.resolve("settings.properties")));
    }

    @AfterEach
    void end() {
        if (frame != null) {
            TestWindow.run(frame::dispose);
        }
        canary.stop(0);
    }

    @Test
    void namesOfFilesAndFoldersAreNotRenderedAsHtml(@TempDir Path parent) throws IOException {
        JFileChooser chooser = open(hostileFolder(parent));
        chooser(chooser, "viewTypeList");
        chooser(chooser, "viewTypeDetails");
        chooser(chooser, "viewTypeList");
        TestWindow.run(chooser::updateUI);
        chooser(chooser, "viewTypeDetails");
        proveThatTheServerIsAsked();
        assertThat(fetched).containsOnly("/control");
    }

    @Test
    void theChoiceOfAllFilesIsInTheLanguageOfTheDialog() {
        TestWindow.run(() -> {
            Locale before = JComponent.getDefaultLocale();
            JComponent.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
            PlainFileChooser chooser = new PlainFileChooser("").only("JSON", "json");
            chooser.updateUI();
            JComponent.setDefaultLocale(before);
            assertThat(chooser.getChoosableFileFilters())
                    .extracting(FileFilter::getDescription)
                    .containsExactlyInAnyOrder("所有文件", "JSON");
            assertThat(chooser.getFileFilter().getDescription()).isEqualTo("JSON");
        });
    }

    private Path hostileFolder(Path parent) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(page("folder")));
        Files.createDirectory(folder.resolve(page("inner")));
        Files.writeString(folder.resolve(page("file")), "x");
        return folder;
    }

    /**
     * Returns a file name that is an HTML page. Its slashes are entities, because file names cannot contain slashes.
     */
    private String page(String picture) {
        String slash = "&#47;";
        return "<html><img src=http:" + slash + slash + "127.0.0.1:"
                + canary.getAddress().getPort() + slash + picture + ">";
    }

    private JFileChooser open(Path folder) {
        return TestWindow.onEdt(() -> {
            JFileChooser chooser = new PlainFileChooser("Open");
            chooser.setCurrentDirectory(folder.toFile());
            frame = new JFrame();
            frame.add(chooser);
            frame.pack();
            frame.setVisible(true);
            return chooser;
        });
    }

    /** Shows the files in this view and paints it. */
    private void chooser(JFileChooser chooser, String way) {
        TestWindow.run(() -> perform(chooser, way));
        await().until(() -> TestWindow.onEdt(() -> rows(chooser)) == 2);
        TestWindow.run(() -> {
            frame.validate();
            paint(frame);
            assertNoPages(chooser);
        });
    }

    private static void perform(Container in, String way) {
        for (Component child : in.getComponents()) {
            Action action =
                    child instanceof JComponent part ? part.getActionMap().get(way) : null;
            if (action != null) {
                action.actionPerformed(null);
            } else if (child instanceof Container container) {
                perform(container, way);
            }
        }
    }

    private static int rows(Container in) {
        for (Component child : in.getComponents()) {
            int rows = child instanceof JTable table
                    ? table.getRowCount()
                    : child instanceof JList<?> list
                            ? list.getModel().getSize()
                            : child instanceof Container container ? rows(container) : 0;
            if (rows > 0) {
                return rows;
            }
        }
        return 0;
    }

    private static void assertNoPages(Container in) {
        for (Component child : in.getComponents()) {
            if (child instanceof JComponent part) {
                assertThat(part.getClientProperty(BasicHTML.propertyKey)).isNull();
            }
            if (child instanceof Container container) {
                assertNoPages(container);
            }
        }
    }

    /** Paints an ordinary label, whose picture the server is asked for. */
    private void proveThatTheServerIsAsked() {
        TestWindow.run(() -> {
            JLabel control = new JLabel(page("control"));
            control.setSize(control.getPreferredSize());
            paint(control);
        });
        await().until(() -> fetched.contains("/control"));
    }

    private static void paint(Component component) {
        BufferedImage image = new BufferedImage(
                Math.max(1, component.getWidth()), Math.max(1, component.getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        component.paint(g);
        g.dispose();
    }
}
