package dev.earshot.ui.parts;

import dev.earshot.session.settings.Settings;

/** A part of the window whose look depends on the settings of the View menu. Used on the EDT. */
public interface ViewPart {

    /** Takes over the settings of {@link dev.earshot.session.settings.WindowKeys}. */
    void viewChanged(Settings settings);
}
