package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.SettingKey;
import dev.earshot.session.Settings;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JDialog;

/** The window of a {@link ListEditor}. It stays open beside the main window and opens again at its last place. */
public final class EditorWindow extends JDialog {
    private final ListEditor<?, ?> editor;
    private final transient Place place;

    /**
     * The setting of its place, and its sizes.
     *
     * @param key of the place where the window was
     * @param least smallest size, in pixels before scaling
     * @param usual first size, in pixels before scaling
     */
    public record Place(Settings settings, SettingKey<List<Integer>> key, Dimension least, Dimension usual) {}

    public EditorWindow(Frame owner, String name, ListEditor<?, ?> editor, Place place) {
        super(owner, false);
        this.editor = editor;
        this.place = place;
        setName(name);
        setContentPane(editor);
        setMinimumSize(UIScale.scale(place.least));
        FrameState.restore(this, place.settings, place.key, UIScale.scale(place.usual));
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                leave();
            }
        });
        FormShortcuts.escape(getRootPane(), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::leave);
    }

    /** Sets the title, if it has changed. */
    public void showTitle(String title) {
        if (!title.equals(getTitle())) {
            setTitle(title);
        }
    }

    /** Shows the window and gives the table the keyboard. */
    public void open() {
        setVisible(true);
        toFront();
        editor.begin();
    }

    /** Ends editing, remembers the place and hides the window. Does nothing while the editor keeps a wrong text. */
    public void leave() {
        if (editor.leave()) {
            FrameState.remember(this, place.settings, place.key);
            setVisible(false);
        }
    }
}
