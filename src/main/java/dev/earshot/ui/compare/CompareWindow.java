package dev.earshot.ui.compare;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.compare.ComparedMessage;
import dev.earshot.session.compare.ComparisonText;
import dev.earshot.session.compare.MessageComparison;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ClipboardText;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.SideWindow;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTabbedPane;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import net.miginfocom.swing.MigLayout;

/**
 * A window with two messages side by side, in text, bytes and fields, and with their differences. Confined to the EDT.
 */
final class CompareWindow extends SideWindow {
    private static final Dimension LEAST = new Dimension(520, 320);
    private static final Dimension USUAL = new Dimension(1080, 560);

    private final transient Words words;
    private final transient CompareJob job;
    private final PlainTabbedPane tabs = new PlainTabbedPane(JTabbedPane.TOP, JTabbedPane.SCROLL_TAB_LAYOUT);
    private final PlainLabel status = new PlainLabel();
    private final PlainComboBox<MessageComparison.Alignment> alignment;
    private final Map<MessageComparison.Form, CompareTable> tables = new EnumMap<>(MessageComparison.Form.class);
    private transient Set<MessageComparison.Form> rough = Set.of();
    private transient ComparedMessage left;
    private transient ComparedMessage right;

    CompareWindow(Frame owner, Settings settings, Words words, ComparedMessage left, ComparedMessage right) {
        super(owner, "compareWindow", "compare", new Place(settings, WindowKeys.COMPARE_WINDOW, LEAST, USUAL));
        setTitle(words.of("ui.compare.title"));
        this.words = words;
        this.left = left;
        this.right = right;
        job = new CompareJob(words, this::show);
        Controls controls = new Controls(words);
        alignment = controls.box(
                "compareAlignmentBox",
                "ui.compare.alignment",
                one -> words.of("ui.compare.alignment." + one.name().toLowerCase(Locale.ROOT)),
                List.of(MessageComparison.Alignment.values()));
        alignment.addActionListener(e -> compare());
        begin(content(controls));
        tabs.addChangeListener(e -> showStatus());
        CompareShortcuts.IN_WINDOW.bind(getRootPane(), JComponent.WHEN_IN_FOCUSED_WINDOW, this);
        tabs.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                compare();
            }
        });
    }

    private JPanel content(Controls controls) {
        status.setName("compareStatus");
        status.setForeground(new TokenColor(Token.MUTED));
        JPanel bar = new JPanel(new MigLayout("insets 6 12 6 12, gap 8", "[][][grow, fill][][]", "[28!]"));
        bar.add(controls.tool("comparePreviousButton", "ui.compare.previous", CompareShortcuts.PREVIOUS, this));
        bar.add(controls.tool("compareNextButton", "ui.compare.next", CompareShortcuts.NEXT, this));
        bar.add(status, "wmin 0");
        bar.add(alignment);
        bar.add(controls.quiet("compareSwapButton", "ui.compare.swap", this::swap), "split 2");
        bar.add(controls.quiet("compareCopyButton", "ui.compare.copy", this::copy));
        tabs.setName("compareTabs");
        JPanel content = new JPanel(new MigLayout("insets 0, gap 0", "[grow, fill]", "[][grow, fill]"));
        content.add(bar, "wrap");
        content.add(tabs);
        return content;
    }

    /** Shows the window, and begins to compare. */
    void open() {
        status.setText(words.of("ui.compare.running"));
        setVisible(true);
        compare();
    }

    /** Opens the same comparison in other words in place of this window. */
    void translate(Frame owner, Settings settings, Words other) {
        leave();
        CompareWindow translated = new CompareWindow(owner, settings, other, left, right);
        translated.replacesOpenOne();
        translated.open();
    }

    private void compare() {
        if (tabs.getWidth() > 0 && isVisible()) {
            int charWidth = tabs.getFontMetrics(Theme.mono(12)).charWidth('0');
            int room = tabs.getWidth() - UIScale.scale(14); // for the bar at the right
            job.start(
                    left,
                    right,
                    (MessageComparison.Alignment) alignment.getSelectedItem(),
                    CompareTable.columns(room, charWidth));
        }
    }

    private void show(CompareJob.Result result) {
        boolean isFirst = tables.isEmpty();
        for (MessageComparison.Form form : MessageComparison.Form.values()) {
            if (result.lines().containsKey(form)) {
                table(form).show(result.lines().get(form));
                String key = "ui.compare." + form.name().toLowerCase(Locale.ROOT);
                int differences = result.lines().get(form).differences();
                tabs.setTitleAt(indexOf(form), words.of("ui.compare.tab", words.of(key), differences));
            }
        }
        if (isFirst) {
            choose(result);
        }
        rough = result.rough();
        showStatus();
    }

    private void choose(CompareJob.Result result) {
        MessageComparison.Form form = tables.containsKey(MessageComparison.Form.FIELDS) && !result.isLegible()
                ? MessageComparison.Form.FIELDS
                : result.isLegible() ? MessageComparison.Form.TEXT : MessageComparison.Form.HEX;
        tabs.setSelectedIndex(indexOf(form));
        table(form).requestFocusInWindow();
    }

    private int indexOf(MessageComparison.Form form) {
        return List.copyOf(tables.keySet()).indexOf(form);
    }

    private CompareTable table(MessageComparison.Form form) {
        CompareTable known = tables.get(form);
        if (known != null) {
            return known;
        }
        CompareTable made = new CompareTable(form, words, left.heading(words), right.heading(words));
        tables.put(form, made);
        made.getSelectionModel().addListSelectionListener(e -> showStatus());
        JScrollPane scroll = Controls.scroll(made);
        FocusRing.set(scroll, made);
        tabs.addTab(words.of("ui.compare." + form.name().toLowerCase(Locale.ROOT)), scroll);
        return made;
    }

    private CompareTable shown() {
        int index = tabs.getSelectedIndex();
        return index < 0 ? null : List.copyOf(tables.values()).get(index);
    }

    private void showStatus() {
        CompareTable table = shown();
        if (table == null || table.lines() == null) {
            return;
        }
        int all = table.lines().differences();
        MessageComparison.Form form = List.copyOf(tables.keySet()).get(tabs.getSelectedIndex());
        String text = table.difference() < 0 || all == 0
                ? words.of("ui.compare.count", all)
                : words.of("ui.compare.at", table.difference() + 1, all);
        status.setText(rough.contains(form) ? words.of("ui.compare.rough", text) : text);
        status.setToolTipText(status.getText());
        alignment.setVisible(form == MessageComparison.Form.HEX);
    }

    /** Goes to the next difference, or with -1 to the one before. */
    void go(int step) {
        CompareTable table = shown();
        if (table != null) {
            table.go(step);
            showStatus();
        }
    }

    private void swap() {
        ComparedMessage before = left;
        left = right;
        right = before;
        tables.values().forEach(table -> table.showHeadings(left.heading(words), right.heading(words)));
        compare();
    }

    private void copy() {
        CompareTable table = shown();
        if (table != null && table.lines() != null) {
            String text = ComparisonText.of(left.heading(words), right.heading(words), table.lines());
            status.setText(ClipboardText.put(text)
                    .map(why -> words.of("ui.copy.failed", why))
                    .orElseGet(() -> words.of("ui.compare.copied", table.lines().size())));
        }
    }

    @Override
    protected void leave() {
        job.close();
        super.leave();
        dispose();
    }
}
