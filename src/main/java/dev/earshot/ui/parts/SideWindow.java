package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JDialog;

/**
 * A window beside the main one, which opens at its last place. Esc and its close button leave it, F1 opens its page of
 * the guide. Confined to the EDT.
 */
public abstract class SideWindow extends JDialog {
    private static final Command<Runnable> GUIDE = Command.unlisted(Runnable::run, Keys.plain(KeyEvent.VK_F1));

    private final transient Place place;

    /**
     * The setting of its place, and its sizes.
     *
     * @param key of the place where the window was
     * @param least smallest size, in pixels before scaling
     * @param usual first size, in pixels before scaling
     */
    public record Place(Settings settings, SettingKey<List<Integer>> key, Dimension least, Dimension usual) {}

    /**
     * Creates a window without content; see {@link #begin}.
     *
     * @param page of the guide about it, as {@link GuideHost} names it
     */
    @SuppressWarnings("this-escape") // what is called here is overridden by nobody
    protected SideWindow(Frame owner, String name, String page, Place place) {
        super(owner, false);
        this.place = place;
        setName(name);
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                leave();
            }
        });
        FormShortcuts.escape(getRootPane(), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::leave);
        bindGuide(this, page);
    }

    /** Makes F1 in a dialog open this page of the guide, if the owner of the dialog can show it. */
    public static void bindGuide(JDialog dialog, String page) {
        if (dialog.getOwner() instanceof GuideHost host) {
            Runnable guide = () -> host.openGuide(page);
            GUIDE.bind(dialog.getRootPane(), JComponent.WHEN_IN_FOCUSED_WINDOW, () -> guide);
        }
    }

    /** Puts the content into the window, and the window to its last place. */
    protected final void begin(Container content) {
        setContentPane(content);
        setMinimumSize(UIScale.scale(place.least));
        FrameState.restore(this, place.settings, place.key, UIScale.scale(place.usual));
    }

    /** Leaves the keyboard where it is when this window is first shown, for it only replaces one that was open. */
    public final void replacesOpenOne() {
        setAutoRequestFocus(false);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent e) {
                setAutoRequestFocus(true);
            }
        });
    }

    /** Remembers the place and hides the window. */
    protected void leave() {
        FrameState.remember(this, place.settings, place.key);
        setVisible(false);
    }
}
