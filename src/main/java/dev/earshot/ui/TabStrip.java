package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Lamp;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainTabbedPane;
import java.awt.FlowLayout;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** The tabs beside each other, hidden while there is only one; below them what the chosen one holds. */
final class TabStrip extends PlainTabbedPane {

    /** Who is told what a person does here. */
    interface Listener {
        /** Another tab is about to be shown. */
        void leaving(SessionTab tab);

        /** It is shown now. */
        void chosen(SessionTab tab);

        void newTab();

        void close(SessionTab tab);

        void rename(SessionTab tab);

        /** The order is another one. */
        void moved();

        /** What can be done with this tab is asked for at this place of the strip. */
        void menu(SessionTab tab, int x, int y);
    }

    private final transient Listener listener;
    private final PlainButton plus = new PlainButton(TabShortcuts.NEW.drawing());
    private final JPanel trailing = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
    private final transient KeyEventDispatcher keys = this::nextByKey;
    private transient Words words;
    private boolean moving;

    TabStrip(Words words, Listener listener) {
        super(TOP, SCROLL_TAB_LAYOUT);
        this.listener = listener;
        setName("tabs");
        setRequestFocusEnabled(false); // a click on a tab leaves the keyboard to what is in it
        putClientProperty(FlatClientProperties.TABBED_PANE_HIDE_TAB_AREA_WITH_ONE_TAB, true);
        putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, true);
        BiConsumer<JTabbedPane, Integer> close = (pane, index) -> listener.close(at(index));
        putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_CALLBACK, close);
        Controls.styleTool(plus, "newTabButton");
        plus.addActionListener(e -> listener.newTab());
        trailing.setOpaque(false);
        trailing.add(plus);
        words(words);
        addChangeListener(e -> {
            if (!moving && getSelectedIndex() >= 0) {
                listener.chosen(selected());
            }
        });
        TabMouse mouse = new TabMouse(this, listener);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        TabShortcuts.ON_TABS.bind(this, WHEN_FOCUSED, this);
    }

    /** Speaks another language from now on. */
    void words(Words now) {
        words = now;
        String tip = now.of("ui.tab.new.tip", TabShortcuts.NEW.keyName());
        plus.setToolTipText(tip);
        plus.getAccessibleContext().setAccessibleName(tip);
        String close = now.of("ui.tab.close.tip", TabShortcuts.CLOSE.keyName());
        putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_TOOLTIPTEXT, close);
        getAccessibleContext().setAccessibleName(now.of("ui.tabs"));
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

    /** Has these tabs at first, and nobody is told; {@link #begin} comes next. */
    void fill(List<SessionTab> tabs) {
        moving = true;
        tabs.forEach(tab -> insert(tab, getTabCount()));
        moving = false;
    }

    void begin(SessionTab selected) {
        moving = true;
        setSelectedComponent(selected);
        moving = false;
        show(selected);
        listener.chosen(selected);
    }

    void insert(SessionTab tab, int index) {
        insert(tab, new TabLabel(), index);
        show(tab);
    }

    private void insert(SessionTab tab, TabLabel label, int index) {
        insertTab(tab.title(words), null, tab, null, index);
        setTabComponentAt(index, label);
        showOrHide();
    }

    /** With one tab there is nothing to be seen that could have the keyboard. */
    private void showOrHide() {
        boolean several = getTabCount() > 1;
        setFocusable(several);
        // As long as it has this component, the strip does not hide.
        putClientProperty(FlatClientProperties.TABBED_PANE_TRAILING_COMPONENT, several ? trailing : null);
        for (int i = 0; i < getTabCount(); i++) {
            getTabComponentAt(i).setVisible(several); // it would look out of the strip that is not there
        }
    }

    void removeTab(SessionTab tab) {
        remove(tab);
        showOrHide();
    }

    /** Takes over what the tab is called now and how it stands. */
    void show(SessionTab tab) {
        int index = indexOfComponent(tab);
        String title = tab.title(words);
        if (getTabComponentAt(index) instanceof TabLabel label) {
            label.show(title, Lamp.of(tab.status().state()), tab != selected() && tab.hasNews());
        }
        if (!title.equals(getTitleAt(index))) {
            setTitleAt(index, title);
        }
        String tip = tab.tip(words);
        if (!tip.equals(getToolTipTextAt(index))) {
            setToolTipTextAt(index, tip);
        }
    }

    /** Lets the person type another name. */
    void rename(SessionTab tab, Consumer<String> done) {
        int index = indexOfComponent(tab);
        if (!(getTabComponentAt(index) instanceof TabLabel label)) {
            return;
        }
        setSelectedComponent(tab);
        TabNameField field = new TabNameField(words, tab, name -> {
            setTabComponentAt(indexOfComponent(tab), label);
            if (name != null) {
                done.accept(name);
            }
            tab.focus();
        });
        setTabComponentAt(index, field);
        field.requestFocusInWindow();
    }

    /** @param step 1 for the tab to the right, -1 for the one to the left; round and round */
    void next(int step) {
        setSelectedIndex(Math.floorMod(getSelectedIndex() + step, getTabCount()));
    }

    /** Puts it into another place, unless its name is being typed. */
    void move(SessionTab tab, int to) {
        if (!(getTabComponentAt(indexOfComponent(tab)) instanceof TabLabel label)) {
            return;
        }
        moving = true;
        try {
            remove(tab);
            insert(tab, label, to);
            show(tab);
            setSelectedComponent(tab);
        } finally {
            moving = false;
        }
        listener.moved();
    }

    /** The tab that goes is asked first: once it is hidden, nobody knows where in it the keyboard was. */
    @Override
    public void setSelectedIndex(int index) {
        if (!moving && getSelectedIndex() >= 0 && index != getSelectedIndex()) {
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

    /** Before anybody else: Ctrl+Tab would move the keyboard, and Ctrl+Page down scroll sideways. */
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
        listener.menu(selected(), tab.x, tab.y + tab.height);
    }
}
