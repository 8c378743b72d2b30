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

/** The window of a {@link ListEditor}, which stays open beside the main window and comes back where it was. */
public final class EditorWindow extends JDialog {
    private final ListEditor<?, ?> editor;
    private final transient Place place;

    /**
     * Where the window was, and how large it is at first.
     *
     * @param least in pixels before scaling, as {@code usual} is
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

    /** Shows this title, unless it does already. */
    public void showTitle(String title) {
        if (!title.equals(getTitle())) {
            setTitle(title);
        }
    }

    /** Shows it, with the keyboard in it. */
    public void open() {
        setVisible(true);
        toFront();
        editor.begin();
    }

    /** Ends editing, remembers where it was and hides it; not while something wrong is typed that the editor keeps. */
    public void leave() {
        if (editor.leave()) {
            FrameState.remember(this, place.settings, place.key);
            setVisible(false);
        }
    }
}
