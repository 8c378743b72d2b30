package dev.earshot.ui.parts;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.FlatSystemProperties;
import com.formdev.flatlaf.util.FontUtils;
import com.formdev.flatlaf.util.SystemInfo;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.Background;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import java.awt.Component;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.UIManager;

/** Installs the light or dark look and feel with its fonts. */
public final class Theme {
    private static final List<String> FAMILIES = List.of("Noto Sans CJK SC", "Noto Sans", "WenQuanYi Micro Hei");
    private static final int SIZE = 13;
    private static final ConcurrentHashMap<Integer, Font> mono = new ConcurrentHashMap<>();
    private static volatile FutureTask<Void> monoFont;

    private Theme() {}

    /** Installs the look and feel, before the first component is made. May be slow, because it may ask the desktop. */
    public static void install(Settings settings) {
        antialias();
        Settings.Look look = settings.get(Settings.LOOK);
        FutureTask<Boolean> dark = new FutureTask<>(() -> look == Settings.Look.SYSTEM && SystemTheme.isDark());
        Background.run("theme", dark);
        monoFont = new FutureTask<>(() -> MonoFont.install(settings.beside("fonts")), null);
        Background.run("font", monoFont);
        FlatLaf.registerCustomDefaultsSource("dev.earshot.ui");
        boolean ownFrame = SystemInfo.isLinux && !settings.get(WindowKeys.DESKTOP_FRAME);
        JFrame.setDefaultLookAndFeelDecorated(ownFrame);
        JDialog.setDefaultLookAndFeelDecorated(ownFrame);
        setUp(look, await(dark));
        // Not before: the defaults would begin with those of Swing's own look, with a hundred classes that nobody
        // needs.
        font().ifPresent(font -> UIManager.put("defaultFont", font));
    }

    private static <V> V await(FutureTask<V> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes the colours of all windows. Called on the EDT, so the desktop is asked before. */
    public static void change(Settings.Look look, boolean systemDark) {
        setUp(look, systemDark);
        // An editable box takes its field out and puts it back, which moves the keyboard elsewhere.
        Component keyboard =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        FlatLaf.updateUI();
        if (keyboard != null) {
            keyboard.requestFocusInWindow();
        }
    }

    /** Returns the font for machine text. Its Chinese characters come from a second font of the composite. */
    public static Font mono(int size) {
        if (monoFont != null) {
            await(monoFont);
        }
        return mono.computeIfAbsent(
                UIScale.scale(size), scaled -> FontUtils.getCompositeFont(MonoFont.FAMILY, Font.PLAIN, scaled));
    }

    /** Returns the font for human text at this size; 13 is the usual one. */
    public static Font sans(int size) {
        Font base = UIManager.getFont("defaultFont");
        return base.deriveFont(base.getSize2D() * size / 13f);
    }

    private static void setUp(Settings.Look look, boolean systemDark) {
        if (look == Settings.Look.DARK || look == Settings.Look.SYSTEM && systemDark) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
    }

    /** Returns the size of the usual font; without a set scale, the scale follows from it. */
    static int fontSize() {
        return System.getProperty(FlatSystemProperties.UI_SCALE) == null ? SIZE : UIScale.scale(SIZE);
    }

    /** Returns the first good font that is installed; none if the desktop has a font of its own. */
    private static Optional<Font> font() {
        if (!SystemInfo.isLinux || Toolkit.getDefaultToolkit().getDesktopProperty("gnome.Gtk/FontName") != null) {
            return Optional.empty();
        }
        for (String family : FAMILIES) {
            if (isInstalled(family)) {
                return Optional.of(FontUtils.getCompositeFont(family, Font.PLAIN, fontSize()));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a font of this family is installed, by its English name in any language. A list of all would be made from
     * all files of fonts.
     */
    private static boolean isInstalled(String family) {
        return new Font(family, Font.PLAIN, SIZE).getFamily(Locale.ROOT).equals(family);
    }

    /** Switches antialiasing on. Must come before the first use of the toolkit for text, which reads this only once. */
    private static void antialias() {
        if (SystemInfo.isLinux && System.getProperty("awt.useSystemAAFontSettings") == null) {
            System.setProperty("awt.useSystemAAFontSettings", "on");
        }
    }
}
