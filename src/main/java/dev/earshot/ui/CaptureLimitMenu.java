package dev.earshot.ui;

import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainRadioButtonMenuItem;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import javax.swing.ButtonGroup;

/** Fills a menu with the sizes to which captures can be limited. */
final class CaptureLimitMenu {
    private static final int[] MEBIBYTES = {256, 1024, 4096, 16_384, 65_536};

    private CaptureLimitMenu() {}

    /** Adds the limits to a menu; {@code chosen} takes the limit in MiB, or 0 for one that suits the disk. */
    static PlainMenu fill(PlainMenu menu, Words words, Settings settings, IntConsumer chosen) {
        int present = settings.get(Settings.CAPTURE_LIMIT);
        TreeSet<Integer> offered = new TreeSet<>();
        offered.add(0);
        offered.add(present); // it may have been written into the file by hand
        for (int mebibytes : MEBIBYTES) {
            offered.add(mebibytes);
        }
        ButtonGroup group = new ButtonGroup();
        for (int mebibytes : offered) {
            PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem(
                    mebibytes == 0 ? words.of("ui.cap.automatic") : FigureText.roughBytes((long) mebibytes << 20));
            item.setName("ui.cap." + mebibytes);
            item.setSelected(mebibytes == present);
            item.addActionListener(e -> chosen.accept(mebibytes));
            group.add(item);
            menu.add(item);
        }
        return menu;
    }
}
