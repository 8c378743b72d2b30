package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.fields.MessageLayout;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.net.Background;
import dev.earshot.session.LayoutBook;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.EditorWindow;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.util.List;
import java.util.function.LongSupplier;
import javax.swing.Timer;

/** The window in which the user's layouts are edited; it is made when it is first opened. Confined to the EDT. */
public final class LayoutWindow implements LayoutStore.Listener {
    private static final int LOOK_MILLIS = 250;

    private final LayoutStore store;
    private final LayoutEditor editor;
    private final LayoutValues values;
    private final EditorWindow window;
    private final Timer timer = new Timer(LOOK_MILLIS, e -> look());

    /** @param selected returns the number of the selected row, whose values are shown; less than 0 for none */
    public LayoutWindow(Session session, Settings settings, Words words, Frame owner, LongSupplier selected) {
        LayoutBook book = session.log().layouts();
        store = new LayoutStore(book, this);
        editor = new LayoutEditor(words, book.file().toString(), store::save);
        values = new LayoutValues(session, selected, (shown, row) -> editor.showValues(shown));
        window = new EditorWindow(
                owner,
                "layoutWindow",
                "fields",
                editor,
                new EditorWindow.Place(
                        settings, WindowKeys.LAYOUT_WINDOW, new Dimension(700, 420), new Dimension(1180, 600)));
        window.showTitle(words.of("ui.layouts.window"));
        store.open();
        Background.run("layouts", () -> {
            List<MessageLayout> builtIn = LayoutList.readBuiltIn();
            EventQueue.invokeLater(() -> editor.builtIn(builtIn));
        });
    }

    /** Shows the window, or brings it to the front. */
    public void open() {
        window.open();
        timer.start();
    }

    /** Shows the window in place of one that was open, and leaves the keyboard where it is. */
    public void openAgain() {
        window.replacesOpenOne();
        open();
    }

    /** Whether the window is shown. */
    public boolean isVisible() {
        return window.isVisible();
    }

    /** Looks for another selected message, as long as the window is shown. */
    private void look() {
        if (window.isVisible()) {
            values.refresh(editor.present());
        } else {
            timer.stop();
        }
    }

    /** Closes the window for good. */
    public void end() {
        timer.stop();
        window.leave();
        window.dispose();
        store.close();
        values.close();
    }

    @Override
    public void loaded(LayoutDocument document) {
        editor.load(document);
        values.forget();
    }

    @Override
    public void broken(String text) {
        editor.showBroken(text);
    }

    @Override
    public void failed(Problem problem) {
        editor.showFailure(problem);
    }
}
