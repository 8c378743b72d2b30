package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Lamp;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainTabbedPane;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** The row of tabs, hidden while there is only one, with the selected tab's content below it. */
final class TabStrip extends PlainTabbedPane {

    /** Carries out what a person does with the tabs. */
    interface Listener {
        /** Hides this tab's activity, for another tab is about to be shown. */
        void leaving(SessionTab tab);

        /** Shows this tab, which has been selected. */
        void chosen(SessionTab tab);

        void newTab();

        void close(SessionTab tab);

        void rename(SessionTab tab);

        /** The order of the tabs has changed. */
        void moved();

        /** Opens the menu of a tab at this point of the strip. */
        void openMenu(SessionTab tab, int x, int y);
    }

    private final transient Listener listener;
    private final PlainButton plus = new PlainButton(TabShortcuts.NEW.drawing());
    private final JPanel trailing = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
    private final transient KeyEventDispatcher keys = this::nextByKey;
    private transient Words words;
    private TabNameField nameField; // null while no name is typed
    private boolean silent;

    TabStrip(Words words, Listener listener) {
        super(TOP, SCROLL_TAB_LAYOUT);
        this.listener = listener;
        setName("tabs");
        setRequestFocusEnabled(false); // a click on a tab leaves the focus inside the tab
        putClientProperty(FlatClientProperties.TABBED_PANE_HIDE_TAB_AREA_WITH_ONE_TAB, true);
        putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, true);
        BiConsumer<JTabbedPane, Integer> close = (pane, index) -> listener.close(at(index));
        putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_CALLBACK, close);
        Controls.styleTool(plus, "newTabButton");
        plus.addActionListener(e -> listener.newTab());
        trailing.setOpaque(false);
        trailing.add(plus);
        setWords(words);
        addChangeListener(e -> {
            if (!silent && getSelectedIndex() >= 0) {
                listener.chosen(selected());
            }
        });
        TabMouse mouse = new TabMouse(this, listener);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        TabShortcuts.ON_TABS.bind(this, WHEN_FOCUSED, this);
    }

    /** Shows its texts in another language. */
    void setWords(Words other) {
        words = other;
        String tip = other.of("ui.tab.new.tip", TabShortcuts.NEW.keyName());
        plus.setToolTipText(tip);
        plus.getAccessibleContext().setAccessibleName(tip);
        String close = other.of("ui.tab.close.tip", TabShortcuts.CLOSE.keyName());
        putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_TOOLTIPTEXT, close);
        getAccessibleContext().setAccessibleName(other.of("ui.tabs"));
    }

    SessionTab selected() {
        return (SessionTab) getSelectedComponent();
    }

    List<SessionTab> tabs() {
        List<SessionTab> tabs = new ArrayList<>();
        for (int i = 0; i < getTabCount(); i++) {
            tabs.add(at(i));
        }
        return tabs;
    }

    SessionTab at(int index) {
        return (SessionTab) getComponentAt(index);
    }

    /** Adds the first tabs without telling the listener; {@link #begin} comes next. */
    void fill(List<SessionTab> tabs) {
        silent = true;
        tabs.forEach(tab -> insert(tab, getTabCount()));
        silent = false;
    }

    /** Selects the first tab to show, and tells the listener. */
    void begin(SessionTab selected) {
        silent = true;
        setSelectedComponent(selected);
        silent = false;
        update(selected);
        listener.chosen(selected);
    }

    void insert(SessionTab tab, int index) {
        insert(tab, new TabLabel(), index);
        update(tab);
    }

    private void insert(SessionTab tab, TabLabel label, int index) {
        insertTab(tab.title(words), null, tab, null, index);
        setTabComponentAt(index, label);
        showIfSeveral();
    }

    /** Shows the strip if there are several tabs. A hidden strip must not have the focus. */
    private void showIfSeveral() {
        boolean several = getTabCount() > 1;
        setFocusable(several);
        // The strip does not hide as long as it has this component.
        putClientProperty(FlatClientProperties.TABBED_PANE_TRAILING_COMPONENT, several ? trailing : null);
        for (int i = 0; i < getTabCount(); i++) {
            getTabComponentAt(i).setVisible(several); // else it would be seen although the strip is hidden
        }
    }

    void removeTab(SessionTab tab) {
        if (nameField != null) {
            nameField.cancel();
        }
        remove(tab);
        showIfSeveral();
    }

    /** Updates the title, the lamp and the tool tip of a tab. */
    void update(SessionTab tab) {
        int index = indexOfComponent(tab);
        String title = tab.title(words);
        if (getTabComponentAt(index) instanceof TabLabel label) {
            label.show(title, Lamp.of(tab.status().state()), tab != selected() && tab.hasNews());
        }
        if (!title.equals(getTitleAt(index))) {
            setTitleAt(index, title);
            EventQueue.invokeLater(this::keepSelectedInView); // once the tabs have their new widths
        }
        String tip = tab.tip(words);
        if (!tip.equals(getToolTipTextAt(index))) {
            setToolTipTextAt(index, tip);
        }
    }

    /** Scrolls the tabs back to the selected one, which a longer title of another may have pushed out of view. */
    private void keepSelectedInView() {
        int index = getSelectedIndex();
        if (index >= 0 && getTabComponentAt(index) instanceof TabLabel label) {
            validate();
            Rectangle tab = SwingUtilities.convertRectangle(this, getBoundsAt(index), label);
            label.scrollRectToVisible(tab);
        }
    }

    /** Lets the person type another name for a tab, in a field over it, so that no tab moves. */
    void rename(SessionTab tab, Consumer<String> done) {
        if (nameField != null) {
            return;
        }
        setSelectedComponent(tab);
        nameField = new TabNameField(words, tab, name -> {
            nameField = null;
            if (name != null) {
                done.accept(name);
            }
            tab.focus();
        });
        nameField.openOver((JComponent) getTabComponentAt(indexOfComponent(tab)));
    }

    /**
     * Selects the next tab, and after the last one the first.
     *
     * @param step 1 for the tab to the right, -1 for the one to the left
     */
    void next(int step) {
        setSelectedIndex(Math.floorMod(getSelectedIndex() + step, getTabCount()));
    }

    /** Moves a tab to another place, unless its name is being typed. */
    void move(SessionTab tab, int to) {
        if (nameField != null || !(getTabComponentAt(indexOfComponent(tab)) instanceof TabLabel label)) {
            return;
        }
        silent = true;
        try {
            remove(tab);
            insert(tab, label, to);
            update(tab);
            setSelectedComponent(tab);
        } finally {
            silent = false;
        }
        listener.moved();
    }

    /** Tells the old tab first: once it is hidden, the component that had the focus is no longer known. */
    @Override
    public void setSelectedIndex(int index) {
        if (!silent && getSelectedIndex() >= 0 && index != getSelectedIndex()) {
            listener.leaving(selected());
        }
        super.setSelectedIndex(index);
    }

    @Override
    public void addNotify() {
        super.addNotify();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keys);
    }

    @Override
    public void removeNotify() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keys);
        super.removeNotify();
    }

    /** Handles the keys before any component: Ctrl+Tab would move the focus, and Ctrl+Page Down scroll sideways. */
    private boolean nextByKey(KeyEvent e) {
        return e.getID() == KeyEvent.KEY_PRESSED
                && getTabCount() > 1
                && SwingUtilities.getWindowAncestor(this)
                        == KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusedWindow()
                && TabShortcuts.OTHER_TAB.run(KeyStroke.getKeyStrokeForEvent(e), this);
    }

    void renameSelected() {
        listener.rename(selected());
    }

    void menuByKey() {
        Rectangle tab = getBoundsAt(getSelectedIndex());
        listener.openMenu(selected(), tab.x, tab.y + tab.height);
    }
}
