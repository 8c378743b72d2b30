package dev.earshot.ui;

import dev.earshot.session.CaptureStore;
import dev.earshot.session.KeptSession;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainMenuItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** Fills a menu with the kept sessions, which are read in the background each time it is shown. */
final class RecentMenu implements MenuListener {
    private final PlainMenu menu;
    private final Words words;
    private final Program program;
    private final Consumer<CaptureStore.StoredCapture> open;

    /** @param open opens the capture of the chosen session */
    RecentMenu(PlainMenu menu, Words words, Program program, Consumer<CaptureStore.StoredCapture> open) {
        this.menu = menu;
        this.words = words;
        this.program = program;
        this.open = open;
        menu.setName("ui.menu.recent");
        say("ui.recent.reading");
        menu.addMenuListener(this);
    }

    @Override
    public void menuSelected(MenuEvent e) {
        program.keptSessions(this::show);
    }

    private void show(List<KeptSession> kept) {
        menu.removeAll();
        if (kept.isEmpty()) {
            say("ui.recent.none");
        }
        for (int i = 0; i < kept.size(); i++) {
            KeptSession session = kept.get(i);
            PlainMenuItem item = new PlainMenuItem(session.describe(words));
            item.setName("recent." + i);
            item.addActionListener(e -> open.accept(session.capture()));
            menu.add(item);
        }
        if (menu.isPopupMenuVisible()) {
            menu.getPopupMenu().pack();
            selectFirst();
        }
    }

    /** Selects the first session, so that the arrow keys and Enter go on from there. */
    private void selectFirst() {
        List<MenuElement> path =
                new ArrayList<>(List.of(MenuSelectionManager.defaultManager().getSelectedPath()));
        int here = path.indexOf(menu.getPopupMenu());
        if (here >= 0 && menu.getItemCount() > 0) {
            path.subList(here + 1, path.size()).clear();
            path.add(menu.getItem(0));
            MenuSelectionManager.defaultManager().setSelectedPath(path.toArray(MenuElement[]::new));
        }
    }

    private void say(String key) {
        PlainMenuItem item = new PlainMenuItem(words.of(key));
        item.setName(key);
        item.setEnabled(false);
        menu.add(item);
    }

    @Override
    public void menuDeselected(MenuEvent e) {}

    @Override
    public void menuCanceled(MenuEvent e) {}
}
