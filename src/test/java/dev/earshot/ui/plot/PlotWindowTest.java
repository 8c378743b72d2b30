package dev.earshot.ui.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.settings.Settings;
import dev.earshot.ui.Dialogs;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Color;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Numbers of real messages are plotted, looked at and saved in the window of plots. */
class PlotWindowTest extends WindowTest {
    private Socket first;
    private Socket second;

    @BeforeEach
    void open() throws IOException {
        int port = ui.listen();
        first = ui.connect(port);
        second = ui.connect(port);
        says(first, "T=20.5 H=40\nhello\nT=21 H=41\n");
        await().until(() -> ui.session.log().rowCount() == 6);
        says(second, "T=-3 H=77\n");
        await().until(() -> TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getRowCount() == 7));
        TestWindow.run(() -> ui.window.workspace().windows().plots().openPlot());
    }

    @AfterEach
    void close() throws IOException {
        first.close();
        second.close();
    }

    private static void says(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
    }

    private PlotWindow window() {
        return (PlotWindow) Stream.of(ui.window.getOwnedWindows())
                .filter(Window::isShowing)
                .filter(PlotWindow.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private <T extends Component> T find(String name) {
        return TestWindow.onEdt(() -> {
            T found = TestWindow.find(window(), name);
            assertThat(found).as(name).isNotNull();
            return found;
        });
    }

    private void click(String button) {
        EventQueue.invokeLater(this.<JButton>find(button)::doClick);
    }

    private void openForm() {
        TestWindow.run(this.<JButton>find("plotAddButton")::doClick);
        await().until(() -> TestWindow.onEdt(() -> TestWindow.find(window(), "plotExpressionField")) != null);
    }

    /** @param client index of the choice, 0 for a line each */
    private void add(String expression, int client) {
        openForm();
        TestWindow.run(() -> {
            this.<JComboBox<?>>find("plotSourceBox").setSelectedIndex(0);
            this.<JTextField>find("plotExpressionField").setText(expression);
            this.<JComboBox<?>>find("plotClientBox").setSelectedIndex(client);
            this.<JButton>find("plotSeriesApplyButton").doClick();
        });
    }

    private List<SeriesEntry> entries() {
        return TestWindow.onEdt(() -> {
            JList<SeriesEntry> list = find("plotSeriesList");
            return Stream.iterate(0, i -> i < list.getModel().getSize(), i -> i + 1)
                    .map(list.getModel()::getElementAt)
                    .toList();
        });
    }

    private void awaitStates(String... states) {
        await().untilAsserted(() ->
                assertThat(entries()).extracting(SeriesEntry::state).containsExactly(states));
    }

    private PlotPicture awaitPicture(int lines) {
        PlotCanvas canvas = find("plotCanvas");
        await().until(() -> TestWindow.onEdt(
                () -> canvas.picture() != null && canvas.picture().lines().size() == lines));
        return TestWindow.onEdt(canvas::picture);
    }

    private String notice(String name) {
        return TestWindow.onEdt(() -> this.<JTextArea>find(name).getText());
    }

    @Test
    void aSeriesHasALineForEachClientAndGrows() throws IOException {
        add("T=(-?[\\d.]+)", 0);
        awaitStates("3 numbers", "2 numbers, last 21", "1 number, last -3");
        assertThat(entries().get(1).title()).isEqualTo("127.0.0.1:" + first.getLocalPort());
        awaitPicture(2);
        says(second, "T=-4.25\n");
        awaitStates("4 numbers", "2 numbers, last 21", "2 numbers, last -4.25");
    }

    @Test
    void onlyNumbersAreCountedAsNumbers() throws IOException {
        add("(hello)|nothing", 1);
        awaitStates("1 match is no number");
        add("T=(\\S+)", 0);
        awaitStates("1 match is no number", "3 numbers", "2 numbers, last 21", "1 number, last -3");
        says(first, "T=error\nhello\n");
        awaitStates("2 matches are no number", "3 numbers", "2 of 3 are numbers, last 21", "1 number, last -3");
    }

    @Test
    void seriesAreThereAgainAtTheNextStart() throws IOException {
        add("T=(-?[\\d.]+)", 0);
        add("H=([\\d.]+)", 1);
        add("nothing", 1);
        TestWindow.run(() -> {
            this.<JList<?>>find("plotSeriesList").setSelectedIndex(entries().size() - 1);
            this.<JButton>find("plotRemoveButton").doClick();
        });
        close();
        ui.close();
        ui = new TestWindow(folder);
        int port = ui.listen();
        first = ui.connect(port);
        second = ui.connect(port);
        says(first, "T=1 H=2\n");
        TestWindow.run(() -> ui.window.workspace().windows().plots().openPlot());
        awaitStates("1 number, last 1", "1 number, last 1", "1 number, last 2");
        assertThat(entries())
                .extracting(SeriesEntry::title)
                .containsExactly("T=(-?[\\d.]+)", "127.0.0.1:" + first.getLocalPort(), "H=([\\d.]+)");
    }

    @Test
    void theFormTellsWhatTheExpressionFinds() {
        openForm();
        TestWindow.run(() -> this.<JComboBox<?>>find("plotSourceBox").setSelectedIndex(0));
        type("T=(-?[\\d.]+)");
        await().until(() -> notice("plotSeriesPreview").equals("Finds -3 in row 7"));
        type("X=(\\d+)");
        await().until(() -> notice("plotSeriesPreview").equals("Finds nothing in the latest 4 messages"));
        type("T=(");
        await().until(() -> notice("plotSeriesPreview").contains("wrong at position"));
        TestWindow.run(this.<JButton>find("plotSeriesApplyButton")::doClick);
        assertThat(notice("plotSeriesProblem")).contains("wrong at position");
        assertThat(entries()).isEmpty();
    }

    @Test
    void theSeriesSurviveAnotherLanguage() {
        add("T=(-?[\\d.]+)", 1);
        awaitStates("3 numbers, last -3");
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        await().until(() -> TestWindow.onEdt(() -> Stream.of(ui.window.getOwnedWindows())
                .anyMatch(window -> window instanceof PlotWindow && window.isShowing())));
        awaitStates("3 个数值，最新 -3");
        assertThat(TestWindow.onEdt(() -> window().getTitle())).contains("曲线图");
    }

    @Test
    void aFieldIsPlottedByItsName() {
        openForm();
        TestWindow.run(() -> this.<JComboBox<?>>find("plotSourceBox").setSelectedIndex(1));
        type("H *");
        await().until(() -> notice("plotSeriesPreview").contains("missing at the end"));
        type("H * 2");
        await().until(() -> notice("plotSeriesPreview").equals("Finds 154 in row 7"));
        TestWindow.run(this.<JButton>find("plotSeriesApplyButton")::doClick);
        awaitStates("3 numbers", "2 numbers, last 82", "1 number, last 154");
    }

    @Test
    void theFieldsOfTheSelectedMessageAreOffered() {
        TestWindow.run(() -> {
            JTable log = TestWindow.find(ui.window, "messageLog");
            log.setRowSelectionInterval(log.getRowCount() - 1, log.getRowCount() - 1);
        });
        TestWindow.run(this.<JButton>find("plotAddButton")::doClick);
        await().until(() -> TestWindow.onEdt(() -> TestWindow.find(window(), "plotFieldBox") != null));
        assertThat(this.<JComboBox<?>>find("plotSourceBox").getSelectedIndex()).isEqualTo(1);
        TestWindow.run(() -> this.<JComboBox<?>>find("plotFieldBox").setSelectedItem("H"));
        assertThat(this.<JTextField>find("plotExpressionField").getText()).isEqualTo("H");
        TestWindow.run(this.<JButton>find("plotSeriesApplyButton")::doClick);
        awaitStates("3 numbers", "2 numbers, last 41", "1 number, last 77");
    }

    @Test
    void withoutASelectedMessageTheNewestOneIsProposed() throws IOException {
        TestWindow.run(() -> TestWindow.<JTable>find(ui.window, "messageLog").clearSelection());
        openForm();
        assertThat(this.<JTextField>find("plotExpressionField").getText()).isEqualTo("T");
        TestWindow.run(this.<JButton>find("plotSeriesApplyButton")::doClick);
        await().until(() -> entries().size() > 1);
        first.getOutputStream().write("voltage 3.30\n".getBytes(UTF_8));
        await().until(() -> ui.messages().contains("voltage 3.30"));
        openForm();
        assertThat(this.<JTextField>find("plotExpressionField").getText()).isEqualTo("^voltage ([-+]?[\\d.]+)");
    }

    private void type(String expression) {
        TestWindow.run(() -> this.<JTextField>find("plotExpressionField").setText(expression));
    }

    @Test
    void aSeriesIsChangedAndRemoved() {
        add("T=(-?[\\d.]+)", 1);
        awaitStates("3 numbers, last -3");
        TestWindow.run(() -> this.<JList<?>>find("plotSeriesList").setSelectedIndex(0));
        TestWindow.run(this.<JButton>find("plotEditButton")::doClick);
        TestWindow.run(() -> {
            this.<JTextField>find("plotExpressionField").setText("H=(\\d+)");
            this.<JComboBox<?>>find("plotAxisBox").setSelectedIndex(1);
            this.<JButton>find("plotSeriesApplyButton").doClick();
        });
        awaitStates("3 numbers, last 77");
        await().until(() -> {
            PlotPicture picture = awaitPicture(1);
            return picture.axes().get(0).id() == 1 && !picture.axes().get(0).left();
        });
        TestWindow.run(() -> this.<JList<?>>find("plotSeriesList").setSelectedIndex(0));
        TestWindow.run(this.<JButton>find("plotRemoveButton")::doClick);
        assertThat(entries()).isEmpty();
    }

    private void mouse(int id, double x, double y, int modifiers, int clicks) {
        PlotCanvas canvas = find("plotCanvas");
        int button = id == MouseEvent.MOUSE_MOVED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1;
        TestWindow.run(() -> canvas.dispatchEvent(
                new MouseEvent(canvas, id, 0, modifiers, (int) x, (int) y, clicks, false, button)));
    }

    private void clickAt(double x, double y) {
        mouse(MouseEvent.MOUSE_PRESSED, x, y, InputEvent.BUTTON1_DOWN_MASK, 1);
        mouse(MouseEvent.MOUSE_RELEASED, x, y, 0, 1);
    }

    @Test
    void aClickOnAPointGoesToItsRowAndARowIsMarkedInThePlot() {
        add("T=(-?[\\d.]+)", 1);
        awaitStates("3 numbers, last -3");
        PlotPicture picture = awaitPicture(1);
        PlotCanvas canvas = find("plotCanvas");
        PlottedLine line = TestWindow.onEdt(() -> canvas.lines().get(0));
        double x = picture.x(line.points().time(2));
        double y = picture.y(line.points().value(2), picture.scale(line.axis()));
        mouse(MouseEvent.MOUSE_MOVED, x - 3, y - 2, 0, 0);
        assertThat(TestWindow.onEdt(canvas.overlay()::hoverText))
                .contains("-3", "127.0.0.1:" + second.getLocalPort(), "T=(-?[\\d.]+)", "Row 7");
        clickAt(x - 3, y - 2);
        assertThat(TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getSelectedRow())
                        .intValue())
                .isEqualTo(6);
    }

    @Test
    void thePointAtThePointerIsFoundAgainInEachPicture() throws IOException {
        add("T=(-?[\\d.]+)", 1);
        awaitStates("3 numbers, last -3");
        PlotPicture picture = awaitPicture(1);
        PlotCanvas canvas = find("plotCanvas");
        int right = picture.area().x() + picture.area().width();
        mouse(
                MouseEvent.MOUSE_MOVED,
                right - 1,
                picture.area().y() + picture.area().height() - 1,
                0,
                0);
        await().until(() -> TestWindow.onEdt(canvas.overlay()::hoverText).contains("-3"));
        says(second, "T=-9\n");
        awaitStates("4 numbers, last -9");
        await().until(() -> TestWindow.onEdt(canvas.overlay()::hoverText).contains("-9"));
        mouse(MouseEvent.MOUSE_EXITED, 0, 0, 0, 0);
        says(second, "T=-10\n");
        awaitStates("5 numbers, last -10");
        await().until(() ->
                TestWindow.onEdt(() -> canvas.lines().get(0).points().size()) == 5);
        assertThat(TestWindow.onEdt(canvas.overlay()::hoverText)).isEmpty();
    }

    @Test
    void timesAreNeverCutOffAtTheEdges() {
        add("T=(-?[\\d.]+)", 1);
        awaitStates("3 numbers, last -3");
        awaitPicture(1);
        PlotCanvas canvas = find("plotCanvas");
        TestWindow.run(() -> canvas.zoom(3, 300));
        for (int i = 0; i < 12; i++) {
            PlotPicture before = TestWindow.onEdt(canvas::picture);
            TestWindow.run(() -> canvas.pan(15, 0));
            await().until(() -> TestWindow.onEdt(canvas::picture).from() != before.from());
            PlotPicture picture = TestWindow.onEdt(canvas::picture);
            int area = picture.area().x();
            assertThat(picture.times()).isNotEmpty().allSatisfy(time -> {
                int half = TestWindow.onEdt(
                        () -> canvas.getFontMetrics(PlotCanvas.textFont()).stringWidth(time.label()) / 2);
                assertThat(area + time.labelAt()).isBetween((double) half, (double) picture.width() - half);
            });
        }
    }

    @Test
    void theChosenSeriesIsDrawnInFrontOfTheOthers() {
        add("T=(-?[\\d.]+)", 1);
        add("(?:T)=(-?[\\d.]+)", 1);
        awaitStates("3 numbers, last -3", "3 numbers, last -3");
        awaitPicture(2);
        assertThat(colorOfLastPoint()).as("the later one covers the other").isEqualTo(lineColor(1));
        TestWindow.run(() -> this.<JList<?>>find("plotSeriesList").setSelectedIndex(0));
        assertThat(colorOfLastPoint()).isEqualTo(lineColor(0));
    }

    private static Color lineColor(int number) {
        return TestWindow.onEdt(() -> PlotColors.present().line(number));
    }

    private Color colorOfLastPoint() {
        PlotCanvas canvas = find("plotCanvas");
        return TestWindow.onEdt(() -> {
            PlotPicture.Line line = canvas.picture().lines().get(0);
            int last = line.xs().length - 1;
            BufferedImage image = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
            canvas.paint(image.getGraphics());
            return new Color(image.getRGB((int) line.xs()[last], (int) line.ys()[last]));
        });
    }

    @Test
    void thePlotIsZoomedAndMoved() {
        add("T=(-?[\\d.]+)", 1);
        awaitStates("3 numbers, last -3");
        PlotPicture whole = awaitPicture(1);
        PlotCanvas canvas = find("plotCanvas");
        int x = whole.area().x() + whole.area().width() / 2;
        int y = whole.area().y() + whole.area().height() / 2;
        TestWindow.run(() -> canvas.dispatchEvent(new MouseWheelEvent(
                canvas, MouseEvent.MOUSE_WHEEL, 0, 0, x, y, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 1, -3)));
        await().until(() -> width(awaitPicture(1)) < width(whole) / 1.9);
        long from = awaitPicture(1).from();
        mouse(MouseEvent.MOUSE_PRESSED, x, y, InputEvent.BUTTON1_DOWN_MASK, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, x + 50, y, InputEvent.BUTTON1_DOWN_MASK, 1);
        mouse(MouseEvent.MOUSE_RELEASED, x + 50, y, 0, 1);
        await().until(() -> awaitPicture(1).from() < from);
        TestWindow.run(() -> canvas.zoomTo(new Rectangle(x - 20, y - 20, 40, 40)));
        await().until(() -> width(awaitPicture(1)) < width(whole) / 10);
        mouse(MouseEvent.MOUSE_PRESSED, x, whole.area().y() + 1, InputEvent.BUTTON1_DOWN_MASK, 2);
        mouse(MouseEvent.MOUSE_RELEASED, x, whole.area().y() + 1, 0, 2);
        await().until(() -> width(awaitPicture(1)) == width(whole));
    }

    private static long width(PlotPicture picture) {
        return picture.to() - picture.from();
    }

    private Path save(String item, String name) {
        await().until(() -> TestWindow.onEdt(this.<JButton>find("plotExportButton")::isEnabled));
        JMenuItem chosen = TestWindow.onEdt(
                () -> { // at once: the menu closes when a dialog gives the keyboard back
                    this.<JButton>find("plotExportButton").doClick();
                    for (MenuElement open :
                            MenuSelectionManager.defaultManager().getSelectedPath()) {
                        if (open instanceof JPopupMenu menu) {
                            return TestWindow.find(menu, item);
                        }
                    }
                    throw new AssertionError("no menu");
                });
        Dialogs.click(chosen);
        JFileChooser chooser = Dialogs.chooser();
        Path file = folder.resolve(name);
        EventQueue.invokeLater(() -> {
            chooser.setSelectedFile(file.toFile());
            chooser.approveSelection();
        });
        await().until(() -> TestWindow.onEdt(
                        () -> this.<JLabel>find("plotStatus").getText())
                .contains(name));
        return file;
    }

    @Test
    void thePlotIsSavedAsCsvSvgAndPng() throws Exception {
        add("T=(-?[\\d.]+)", 0);
        awaitStates("3 numbers", "2 numbers, last 21", "1 number, last -3");
        PlotPicture picture = awaitPicture(2);
        List<String> csv = Files.readAllLines(save("ui.plot.export.csv", "points.csv"));
        assertThat(csv).hasSize(4);
        assertThat(csv.get(0)).isEqualTo("\uFEFFtime,epoch_ns,series,client,value,row");
        assertThat(csv.get(1)).endsWith(",T=(-?[\\d.]+),127.0.0.1:" + first.getLocalPort() + ",20.5,4");
        assertThat(csv.get(3)).endsWith(",127.0.0.1:" + second.getLocalPort() + ",-3.0,7");

        Path svg = save("ui.plot.export.svg", "plot.svg");
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(svg)));
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo(String.valueOf(picture.width()));
        NodeList lines = document.getElementsByTagName("polyline");
        assertThat(lines.getLength()).isEqualTo(1); // the other client has a single point
        String[] points = lines.item(0)
                .getAttributes()
                .getNamedItem("points")
                .getNodeValue()
                .split(" ");
        PlotPicture.Line line = picture.lines().get(0);
        assertThat(points).hasSize(line.xs().length);
        assertThat(Double.parseDouble(points[0].split(",")[1])).isCloseTo(line.ys()[0], within());
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(3);

        BufferedImage png = ImageIO.read(save("ui.plot.export.png", "plot.png").toFile());
        assertThat(png.getWidth()).isEqualTo(2 * picture.width());
        assertThat(png.getHeight()).isGreaterThan(2 * picture.height());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.06);
    }
}
