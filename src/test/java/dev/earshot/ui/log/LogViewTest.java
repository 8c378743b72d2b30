package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.journal.export.RowRange;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JViewport;
import javax.swing.KeyStroke;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that scrolling and selecting work in logs of any length as in short ones. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class LogViewTest {
    private static final int WINDOW = 1 << 20;
    private static final int SMALL_WINDOW = 400;

    @TempDir
    private Path folder;

    private JFrame frame;
    private SyntheticLog source;
    private LogTableModel model;
    private LogTable table;
    private LogView view;
    private LogSelection selection;
    private boolean following = true;

    @BeforeEach
    void look() {
        Theme.install(new Settings(folder.resolve("settings.properties")));
    }

    private JPanel growing;

    @AfterEach
    void close() {
        TestWindow.run(frame::dispose);
    }

    private void show(long rows, int window) {
        TestWindow.run(() -> {
            Words words = new Words(Locale.ENGLISH);
            source = new SyntheticLog(rows);
            model = new LogTableModel(source, words, window);
            table = new LogTable(model, words, now -> following = now);
            view = table.view();
            selection = table.selection();
            growing = new JPanel();
            growing.setVisible(false);
            LogPane pane = new LogPane(table, growing, new EmptyState(words, said -> {}), new JPanel(), new JPanel());
            frame = new JFrame();
            frame.add(pane);
            frame.setSize(700, 500);
            frame.setVisible(true);
            pane.showLog(true);
            model.refresh();
        });
        TestWindow.run(() -> {}); // until it is laid out
    }

    @Test
    void rowsThatComeAreNotPaintedWithTheHeaderAboveThem() {
        show(1_000, WINDOW);
        TestWindow.run(() -> {
            JComponent scroll = (JComponent) table.getParent().getParent();
            RepaintManager painting = RepaintManager.currentManager(scroll);
            painting.validateInvalidComponents();
            painting.paintDirtyRegions();
            source.end += 1_000;
            model.refresh();
            Rectangle dirty = painting.getDirtyRegion(scroll);
            assertThat(dirty.height).isPositive();
            assertThat(dirty.y).isEqualTo(table.getTableHeader().getHeight());
        });
    }

    @Test
    void eachRowIsPaintedOnItsBackgroundAndNothingBelowTheLast() {
        show(3, WINDOW);
        TestWindow.run(() -> {
            selection.select(1, 1);
            BufferedImage image = new BufferedImage(table.getWidth(), table.getHeight(), BufferedImage.TYPE_INT_RGB);
            table.paint(image.getGraphics());
            int plain = Token.TABLE.color().getRGB();
            assertThat(colors(image, 0)).contains(plain).hasSizeGreaterThan(5);
            Token ground = table.isFocusOwner() ? Token.SELECTION : Token.SELECTION_INACTIVE;
            assertThat(colors(image, 1)).contains(ground.color().getRGB()).doesNotContain(plain);
            assertThat(colors(image, 3)).containsOnly(plain);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 2_000_000})
    void aGrowingLineStandsBelowTheLastRowWhichStaysInView(long rows) {
        show(rows, WINDOW);
        TestWindow.run(() -> growing.setVisible(true));
        TestWindow.run(() -> {}); // until it is laid out
        TestWindow.run(() -> {
            int last = table.getRowCount() - 1;
            Rectangle cell = table.getCellRect(last, 0, true);
            assertThat(table.getVisibleRect()).matches(seen -> seen.contains(cell));
            int below = SwingUtilities.convertPoint(table, 0, cell.y + cell.height, growing.getParent()).y;
            assertThat(growing.getY()).isEqualTo(below);
            assertThat(growing.getY() + growing.getHeight())
                    .isLessThanOrEqualTo(growing.getParent().getHeight());
            assertThat(view.following()).isTrue();
        });
    }

    private Set<Integer> colors(BufferedImage image, int row) {
        Set<Integer> colors = new HashSet<>();
        for (int y = row * table.getRowHeight(); y < (row + 1) * table.getRowHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, y));
            }
        }
        return colors;
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 1000, 2_000_000, 150_000_000, 3_000_000_000L})
    void keysAndBarReachTheFirstAndTheLastRow(long rows) {
        show(rows, WINDOW);
        TestWindow.run(() -> {
            assertSeen(rows - 1);
            press("ctrl HOME");
            assertSeen(0);
            assertThat(selection.ranges()).containsExactly(new RowRange(0, 0));
            press("ctrl END");
            assertSeen(rows - 1);
            assertThat(selection.ranges()).containsExactly(new RowRange(rows - 1, rows - 1));
            JScrollBar bar = view.bar();
            bar.setValue(0);
            assertSeen(0);
            assertThat(following).isEqualTo(rows < 10);
            bar.setValue(bar.getMaximum());
            assertSeen(rows - 1);
            assertThat(following).isTrue();
            press("HOME");
            assertSeen(0);
            press("END");
            assertSeen(rows - 1);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {5000, 2_000_000, 150_000_000, 3_000_000_000L})
    void theBarCoversAllRows(long rows) {
        show(rows, WINDOW);
        TestWindow.run(() -> {
            JScrollBar bar = view.bar();
            int room = bar.getMaximum() - bar.getVisibleAmount();
            long step = Math.max(1, rows / room + 1);
            Random random = new Random(1);
            for (int i = 0; i < 200; i++) {
                long place = random.nextLong(rows - 100);
                view.showAt(place, 0);
                assertThat(view.firstPlace()).isEqualTo(place);
                assertSeen(place);
                assertThat((double) bar.getValue() / room)
                        .isCloseTo((double) place / (rows - view.wholeRows()), within(2.0 / room));
                int value = random.nextInt(room);
                bar.setValue(value);
                assertThat(bar.getValue()).isEqualTo(value);
                double expected = (double) value / room * (rows - view.wholeRows());
                assertThat((double) view.firstPlace()).isCloseTo(expected, within(2.0 * step));
                assertSeen(view.firstPlace() + 1);
            }
        });
    }

    @Test
    void scrollingInSmallStepsShowsEveryRow() {
        show(20_000, SMALL_WINDOW);
        TestWindow.run(() -> {
            view.scroll(0);
            long top = 0;
            while (!following) {
                assertThat(view.shift(0)).isEqualTo(-top);
                assertSeen(top / table.getRowHeight() + 1);
                top = Math.min(
                        top + 333, 20_000L * table.getRowHeight() - viewport().getHeight());
                wheel(333);
            }
            assertSeen(19_999);
            for (int i = 0; i < 20_000 * table.getRowHeight() / 500 + 10; i++) {
                wheel(-500);
            }
            assertSeen(0);
        });
    }

    /** Scrolls as the scroll pane does for the mouse wheel: it moves the viewport without knowing of windows. */
    private void wheel(int pixels) {
        Point at = viewport().getViewPosition();
        int most = table.getHeight() - viewport().getHeight();
        at.y = Math.max(0, Math.min(most, at.y + pixels));
        viewport().setViewPosition(at);
    }

    @Test
    void aSelectionSpansAllWindowsAndStays() {
        show(3_000_000_000L, WINDOW);
        TestWindow.run(() -> {
            click(10, false, false);
            click(2_500_000_000L, false, true);
            assertThat(selection.ranges()).containsExactly(new RowRange(10, 2_500_000_000L));
            assertThat(selection.count()).isEqualTo(2_499_999_991L);
            click(100, true, false);
            click(2_900_000_000L, true, false);
            assertThat(selection.ranges())
                    .containsExactly(
                            new RowRange(10, 99),
                            new RowRange(101, 2_500_000_000L),
                            new RowRange(2_900_000_000L, 2_900_000_000L));
            view.showAt(98, 0);
            assertThat(table.isRowSelected(model.viewRow(99))).isTrue();
            assertThat(table.isRowSelected(model.viewRow(100))).isFalse();
            assertThat(table.isRowSelected(model.viewRow(101))).isTrue();
            int before = source.reads;
            press("ctrl A");
            assertThat(selection.ranges()).containsExactly(new RowRange(0, 2_999_999_999L));
            assertThat(source.reads - before).isZero();
            press("shift UP");
            press("shift DOWN");
            press("shift DOWN");
            assertThat(selection.count()).isGreaterThan(2_999_999_990L);
        });
    }

    @Test
    void keysContinueFromTheLeadRowWhereverItIs() {
        show(150_000_000, SMALL_WINDOW);
        TestWindow.run(() -> {
            click(75_000_000, false, false);
            view.scroll(0);
            press("DOWN");
            assertThat(selection.ranges()).containsExactly(new RowRange(75_000_001, 75_000_001));
            assertSeen(75_000_001);
            for (int i = 0; i < 1000; i++) {
                press("DOWN");
            }
            assertSeen(75_001_001);
            press("PAGE_UP");
            long page = 75_001_001 - view.wholeRows();
            assertThat(selection.lead()).isEqualTo(page);
            assertSeen(page);
            press("ctrl shift HOME");
            assertThat(selection.count()).isEqualTo(page + 1);
            press("ctrl shift END");
            assertThat(selection.ranges()).containsExactly(new RowRange(page, 149_999_999));
        });
    }

    @Test
    void theTailIsFollowedHoweverManyRowsCome() {
        show(0, SMALL_WINDOW);
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            TestWindow.run(() -> {
                source.end += random.nextLong(i(random));
                model.refresh();
                if (source.end > 0) {
                    assertSeen(source.end - 1);
                }
                assertThat(model.getRowCount()).isLessThanOrEqualTo(SMALL_WINDOW);
            });
        }
        assertThat(following).isTrue();
        TestWindow.run(() -> {
            while (model.getRowCount() < SMALL_WINDOW) { // until the window is exactly full
                source.end++;
                model.refresh();
            }
            source.end += 3;
            model.refresh();
            assertSeen(source.end - 1);
            assertThat(view.bar().getMaximum()).isEqualTo(Math.min(2_000_000_000L, source.end * table.getRowHeight()));
            view.scroll(view.firstPlace() * table.getRowHeight() - 1000);
            long top = view.firstPlace();
            source.end += 1_000_000;
            model.refresh();
            assertThat(view.firstPlace()).isEqualTo(top);
            assertSeen(top + 1);
        });
    }

    private static long i(Random random) {
        return random.nextBoolean() ? 20 : 1_000_000;
    }

    @ParameterizedTest
    @ValueSource(ints = {SMALL_WINDOW, WINDOW})
    void whenTheOldestRowsAreRemovedTheViewAndTheNumbersStay(int window) {
        show(100_000, window);
        TestWindow.run(() -> {
            click(60_000, false, false);
            view.follow(false);
            view.showAt(59_995, 5);
            Rectangle cell = cell(60_000);
            for (long first = 100; first <= 59_900; first += 1300) {
                source.first = first;
                source.end += 77;
                model.refresh();
                assertThat(cell(60_000)).isEqualTo(cell);
                assertSeen(60_000);
                assertThat(selection.ranges()).containsExactly(new RowRange(60_000, 60_000));
                assertThat(model.rows().removed()).isEqualTo(first);
            }
            source.first = 60_010;
            model.refresh();
            assertThat(view.firstPlace()).isEqualTo(60_010);
            assertSeen(60_010);
            assertThat(selection.isSelectionEmpty()).isTrue();
            assertThat(following).isFalse();
            press("ctrl A");
            source.first = 70_000;
            model.refresh();
            assertThat(selection.ranges()).containsExactly(new RowRange(70_000, source.end - 1));
            view.scroll(0);
            assertSeen(70_000);
            view.follow(true);
            source.first = source.end - 3;
            model.refresh();
            assertSeen(source.end - 1);
            assertSeen(source.end - 3);
        });
    }

    @Test
    void draggingTheBarContinuesWhenRowsCome() {
        show(10_000, SMALL_WINDOW);
        TestWindow.run(() -> {
            JScrollBar bar = view.bar();
            bar.setValueIsAdjusting(true);
            bar.setValue(bar.getMaximum() / 2);
            long top = view.firstPlace();
            source.end = 1_000_000;
            model.refresh();
            bar.setValueIsAdjusting(false);
            assertThat(view.firstPlace()).isEqualTo(top);
            assertThat((double) bar.getValue() / bar.getMaximum()).isCloseTo(0.005, within(0.001));
        });
    }

    private JViewport viewport() {
        return (JViewport) table.getParent();
    }

    /** Asserts that a row is in the window, is visible and shows its number. */
    private void assertSeen(long place) {
        int row = model.viewRow(place);
        assertThat(row).as("row %d in the window", place).isNotNegative();
        assertThat(viewport().getViewRect().intersects(table.getCellRect(row, 0, true)))
                .as("row %d from %d on", place, view.firstPlace())
                .isTrue();
        assertThat(table.getValueAt(row, LogTableColumn.MESSAGE.ordinal())).isEqualTo(Long.toString(place));
        assertThat(row * (long) table.getRowHeight() - viewport().getViewPosition().y)
                .isEqualTo(view.shift(place));
    }

    /** Returns the bounds of the first cell of a row, relative to the view. */
    private Rectangle cell(long place) {
        Rectangle cell = table.getCellRect(model.viewRow(place), 0, true);
        cell.translate(0, -viewport().getViewPosition().y);
        return cell;
    }

    private void click(long place, boolean toggle, boolean extend) {
        view.bringIntoView(place);
        table.changeSelection(model.viewRow(place), 0, toggle, extend);
    }

    private void press(String key) {
        Object action =
                table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(KeyStroke.getKeyStroke(key));
        table.getActionMap().get(action).actionPerformed(new ActionEvent(table, ActionEvent.ACTION_PERFORMED, key));
    }

    @Test
    void paintingReadsOnlyVisibleRows() {
        show(3_000_000_000L, WINDOW);
        TestWindow.run(() -> {
            press("ctrl A");
            source.reads = 0;
            view.scroll(2_000_000_000L * table.getRowHeight());
            frame.paint(new BufferedImage(700, 500, BufferedImage.TYPE_INT_RGB).getGraphics());
            assertThat(source.reads).isLessThan(50);
        });
    }
}
