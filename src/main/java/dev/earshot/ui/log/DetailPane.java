package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.WindowKeys;
import dev.earshot.session.Words;
import dev.earshot.session.view.HexDumpText;
import dev.earshot.ui.parts.ClipboardText;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Insets;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter;
import javax.swing.text.Document;
import net.miginfocom.swing.MigLayout;

/** Shows one message in full, as text and as a hex dump. The thread {@code detail} reads and formats it. */
final class DetailPane extends JPanel {
    /** The fewest bytes in a line of the dump. */
    private static final int LEAST_COLUMNS = 4;

    private final transient Session session;
    private final transient Words words;
    private final transient Consumer<String> say;
    private final transient ExecutorService worker = Background.worker("detail");
    private final PlainLabel header = new PlainLabel();
    private final PlainLabel note = new PlainLabel(Icons.of("mark", 14, Token.NOTE));
    private final JTextArea text = area("detailText");
    private final JTextArea hex = area("detailHex");
    private final JScrollPane hexScroll = Controls.scroll(hex);
    private int textSize = WindowKeys.FONT_SIZE.fallback();
    private boolean wraps = WindowKeys.WRAP_DETAIL.fallback();
    private int wantedColumns = 16;
    private int columns = 16;
    private long shown = -1;
    private int request;

    /** @param say takes messages for the status line */
    DetailPane(Session session, Words words, Consumer<String> say) {
        super(new BorderLayout());
        this.session = session;
        this.words = words;
        this.say = say;
        text.getAccessibleContext().setAccessibleName(words.of("ui.detail.text"));
        hex.getAccessibleContext().setAccessibleName(words.of("ui.detail.hex"));
        header.setName("detailHeader");
        header.setForeground(new TokenColor(Token.MUTED));
        note.setName("detailNote");
        note.setForeground(new TokenColor(Token.NOTE));
        note.setVisible(false);
        PlainButton copy = new Controls(words)
                .tool("detailCopyButton", Icons.of("copy", 16, Token.ICON), words.of("ui.detail.copy"));
        copy.addActionListener(e -> copyText());
        // The divider above adds 4 px of the same colour.
        JPanel top = new JPanel(new MigLayout("insets 0 12 0 12, hidemode 3", "[grow, fill][24!]", "[24!]"));
        top.setBorder(Hairline.bottom());
        top.add(header, "split 2, growx, pushx, wmin 0");
        top.add(note, "wmin 40, wmax 50%");
        top.add(copy, "w 24!, h 22!");
        JPanel right = new JPanel(new BorderLayout());
        right.add(new Line(), BorderLayout.WEST);
        right.add(hexScroll);
        add(top, BorderLayout.NORTH);
        JScrollPane textScroll = Controls.scroll(text);
        FocusRing.set(textScroll, text);
        FocusRing.set(hexScroll, hex);
        add(textScroll);
        add(right, BorderLayout.EAST);
        updateUI();
    }

    /**
     * Shows a row.
     *
     * @param number of the row in the whole log
     */
    void show(long number) {
        if (number == shown) {
            return;
        }
        shown = number;
        load();
    }

    /** Reads the shown message again, because its encoding or the search has changed. */
    void reload() {
        load();
    }

    void focus() {
        text.requestFocusInWindow();
    }

    void forget() {
        shown = -1;
        request++;
    }

    /**
     * Sets the width of the hex dump, which is less where large text leaves no room for it.
     *
     * @param bytesALine 16, or 8 in a narrow window
     */
    void columns(int bytesALine) {
        wantedColumns = bytesALine;
        if (fitHex()) {
            load();
        }
    }

    void close() {
        worker.shutdown();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (hexScroll != null) {
            header.setFont(Theme.sans(12));
            note.setFont(Theme.sans(12));
            text.setFont(Theme.mono(textSize));
            hex.setFont(Theme.mono(textSize));
            fitHex();
        }
    }

    /** Takes over the size of text, and whether long lines are wrapped. */
    void viewChanged(Settings settings) {
        wraps = settings.get(WindowKeys.WRAP_DETAIL);
        textSize = settings.get(WindowKeys.FONT_SIZE);
        updateUI();
        load();
    }

    /** Fits the dump into three quarters of the pane; returns whether it has other lines now. */
    private boolean fitHex() {
        int most = getWidth() == 0 ? Integer.MAX_VALUE : getWidth() * 3 / 4;
        int before = columns;
        columns = wantedColumns;
        while (columns > LEAST_COLUMNS && hexWidth() > most) {
            columns /= 2;
        }
        Dimension size = new Dimension(Math.min(hexWidth(), most), UIScale.scale(60));
        if (!size.equals(hexScroll.getPreferredSize())) {
            hexScroll.setPreferredSize(size);
            revalidate();
        }
        return columns != before;
    }

    private int hexWidth() {
        Insets margin = hex.getMargin();
        return charWidth() * HexDumpText.width(columns) + margin.left + margin.right + UIScale.scale(12);
    }

    private int charWidth() {
        return hex.getFontMetrics(hex.getFont()).charWidth('0');
    }

    private void load() {
        if (shown < 0) {
            return;
        }
        int mine = ++request;
        long number = shown;
        int bytesALine = columns;
        int wide = Math.max(40, text.getWidth() / Math.max(1, charWidth()) - 4);
        worker.execute(() -> {
            DetailText read = DetailText.read(session, number, bytesALine, wide, words);
            EventQueue.invokeLater(() -> {
                if (mine == request) {
                    put(read);
                }
            });
        });
    }

    private void put(DetailText read) {
        header.setText(read.header());
        header.setToolTipText(read.header());
        note.setText(read.note());
        note.setToolTipText(read.note());
        note.setVisible(!read.note().isEmpty());
        // One that wraps by itself is slow where lines are long: those were broken before.
        text.setLineWrap(wraps && !read.broken());
        put(text, read.text(), read.textHits());
        put(hex, read.hex(), read.hexHits());
    }

    private static void put(JTextArea area, Document document, int[] hits) {
        area.getHighlighter().removeAllHighlights();
        area.setDocument(document);
        area.setCaretPosition(0);
        DefaultHighlighter.DefaultHighlightPainter painter =
                new DefaultHighlighter.DefaultHighlightPainter(new TokenColor(Token.HIT));
        try {
            for (int i = 0; i < hits.length; i += 2) {
                area.getHighlighter().addHighlight(hits[i], hits[i + 1], painter);
            }
        } catch (BadLocationException e) {
            throw new AssertionError("Hits are within what was made with them", e);
        }
    }

    private void copyText() {
        ClipboardText.put(text.getText()).ifPresent(why -> say.accept(words.of("ui.copy.failed", why)));
    }

    private static JTextArea area(String name) {
        JTextArea area = new JTextArea();
        area.setName(name);
        area.setEditable(false);
        area.setBackground(new TokenColor(Token.TABLE));
        area.setMargin(new Insets(UIScale.scale(8), UIScale.scale(12), UIScale.scale(8), UIScale.scale(12)));
        area.setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return area;
    }

    /** The line between text and hex. */
    private static final class Line extends JPanel {
        Line() {
            setPreferredSize(new Dimension(1, 1));
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(Token.LINE.color());
            g.fillRect(0, 0, getWidth(), getHeight());
        }
    }
}
