package dev.earshot.ui;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import javax.swing.Icon;

/** Finds the drawings, in the colour of a token at the time of painting. */
final class Icons {
    private Icons() {}

    /** @param size of the square, in pixels of an unscaled screen */
    static Icon of(String name, int size, Token token) {
        FlatSVGIcon icon = new FlatSVGIcon("dev/earshot/ui/" + name + ".svg", size, size);
        icon.setColorFilter(new FlatSVGIcon.ColorFilter(black -> token.color()));
        return icon;
    }
}
