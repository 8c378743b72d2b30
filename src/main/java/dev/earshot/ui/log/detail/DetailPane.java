package dev.earshot.ui.log.detail;

import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.dissection.Tshark;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.view.FieldNode;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ClipboardText;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.Theme;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/**
 * Shows one message in full, as text, as fields and as a hex dump. A field that is chosen marks its bytes in the dump,
 * and bytes that are chosen there choose their field. The thread {@code detail} reads and formats. Confined to the EDT.
 */
public final class DetailPane extends JPanel {
    private final transient Session session;
    private final transient Words words;
    private final transient Consumer<String> say;
    private final transient ExecutorService worker = Background.worker("detail");
    private final DetailHeader header;
    private final DetailArea text;
    private final HexArea hex;
    private final DetailBody body;
    private final transient DetailParts parts;
    private final transient DetailMarks marks;
    private volatile boolean hasWireshark;
    private int textSize = WindowKeys.FONT_SIZE.fallback();
    private boolean wraps = WindowKeys.WRAP_DETAIL.fallback();
    private int wantedColumns = 16;
    private transient Widths widths = new Widths(16, 16);
    private int columns = 16;
    private long shown = -1;
    private int request;

    /**
     * The most bytes that a line of the dump may have.
     *
     * @param alone beside a text
     * @param withFields beside a text and fields
     */
    record Widths(int alone, int withFields) {
        int of(boolean hasFields) {
            return hasFields ? withFields : alone;
        }
    }

    /** @param say takes messages for the status line */
    public DetailPane(Session session, Settings settings, Words words, Consumer<String> say) {
        super(new BorderLayout());
        this.session = session;
        this.words = words;
        this.say = say;
        header = new DetailHeader(words, this::copyText, this::choose);
        text = new DetailArea("detailText", words.of("ui.detail.text"));
        hex = new HexArea(words.of("ui.detail.hex"));
        hex.onChosen(this::chooseField);
        JScrollPane textScroll = Controls.scroll(text);
        JScrollPane hexScroll = Controls.scroll(hex);
        FocusRing.set(textScroll, text);
        FocusRing.set(hexScroll, hex);
        body = new DetailBody(textScroll, hexScroll);
        parts = new DetailParts(session, settings, words, body, this::fieldChosen, say);
        marks = new DetailMarks(hex, text, () -> shown, words);
        header.addButton(marks.button());
        setName("detailPane");
        add(header, BorderLayout.NORTH);
        add(body);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                refit();
            }
        });
        updateUI();
    }

    /**
     * Shows a row.
     *
     * @param number of the row in the whole log
     */
    public void show(long number) {
        if (number != shown) {
            shown = number;
            load();
        }
    }

    /** Reads the shown message again, because its encoding, its view or the search has changed. */
    public void reload() {
        load();
    }

    /** Puts the focus on the part of the message that is shown. */
    public void focus() {
        parts.focusable(text).requestFocusInWindow();
    }

    /** Keeps nothing of the shown row, whose log has gone; what is still being read of it is not shown. */
    public void forget() {
        shown = -1;
        request++;
        parts.forget();
    }

    /**
     * Returns the bytes of the message that are marked in the hex dump: a beginning and an end; null without bytes. A
     * single byte is the one at the caret.
     */
    int[] markedBytes() {
        return hex.marked();
    }

    /** Sets what carries out the commands on marked parts of the message. */
    public void actions(MarkActions actions) {
        marks.actions(actions);
        parts.onPlot(actions::plotField);
    }

    /**
     * Sets the width of the hex dump, which is less where large text leaves no room for it.
     *
     * @param bytesALine 16, or 8 in a narrow window
     */
    public void columns(int bytesALine) {
        wantedColumns = bytesALine;
        refit();
    }

    private void refit() {
        if (fitHex()) {
            load();
        }
    }

    /** Ends the threads. The pane then shows nothing new. */
    public void close() {
        forget(); // a last change of the size must not have it read
        worker.shutdown();
        parts.close();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (parts != null) {
            text.setFont(Theme.mono(textSize));
            hex.setFont(Theme.mono(textSize));
            parts.setTextSize(textSize);
            fitHex();
        }
    }

    /** Takes over the size of text, and whether long lines are wrapped. */
    public void viewChanged(Settings changed) {
        wraps = changed.get(WindowKeys.WRAP_DETAIL);
        textSize = changed.get(WindowKeys.FONT_SIZE);
        updateUI();
        load();
    }

    /** Fits the dump into three quarters of the pane, or half of it beside fields; returns whether its lines change. */
    private boolean fitHex() {
        Widths before = widths;
        int room = getWidth() == 0 ? Integer.MAX_VALUE : getWidth();
        widths = new Widths(hex.columns(wantedColumns, room / 4 * 3), hex.columns(wantedColumns, room / 2));
        body.setHexWidth(hex.width(columns));
        return !widths.equals(before);
    }

    private void load() {
        if (shown < 0 || worker.isShutdown()) { // a closed tab may still be refreshed
            return;
        }
        int mine = ++request;
        long number = shown;
        Widths most = new Widths(widths.of(parts.isBesideText(false)), widths.of(parts.isBesideText(true)));
        int wide = Math.max(
                40,
                body.textWidth()
                                / Math.max(
                                        1, text.getFontMetrics(text.getFont()).charWidth('0'))
                        - 4);
        worker.execute(() -> {
            hasWireshark = hasWireshark || Tshark.find().isPresent();
            DetailText read = DetailText.read(session, number, most, wide, words);
            EventQueue.invokeLater(() -> {
                if (mine == request) {
                    put(read);
                }
            });
        });
    }

    private void put(DetailText read) {
        header.show(read.header(), read.note());
        // One that wraps by itself is slow where lines are long: those were broken before.
        text.setLineWrap(wraps && !read.broken());
        text.show(read.text(), read.textHits());
        columns = read.places().columns();
        hex.show(read.hex(), read.places(), read.hexHits());
        body.setHexWidth(hex.width(columns));
        parts.show(header, read.places().length() > 0 ? shown : -1, read.fields(), hasWireshark);
    }

    /** Shows this part of messages from now on. */
    public void choose(DetailPart chosen) {
        parts.want(chosen);
        load();
    }

    private void fieldChosen(FieldNode field) {
        if (field == null) {
            hex.mark(-1, -1, false);
        } else {
            hex.mark(field.from(), field.to(), !hex.isFocusOwner());
        }
    }

    private void chooseField(int from, int to) {
        parts.choose(from, to);
    }

    private void copyText() {
        ClipboardText.put(text.getText()).ifPresent(why -> say.accept(words.of("ui.copy.failed", why)));
    }
}
