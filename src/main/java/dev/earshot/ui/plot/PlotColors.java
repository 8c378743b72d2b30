package dev.earshot.ui.plot;

import dev.earshot.ui.parts.Token;
import java.awt.Color;

/**
 * The colours of a plot, read from the present theme on the EDT. Those of lines follow Okabe and Ito, "Color Universal
 * Design" (2008), darker on a light ground, so that they are told apart by people who do not see all colours.
 */
record PlotColors(
        Color ground, Color grid, Color frame, Color text, Color muted, Color note, Color row, Color[] lines) {
    private static final int[] ON_LIGHT = {
        0x1f5cb0, 0xb8500b, 0x0b7d5c, 0xa83279, 0x6b5900, 0x2f8fc4, 0x7a3db8, 0x5a6370
    };
    private static final int[] ON_DARK = {0x6ea8f5, 0xf0955a, 0x45c9a0, 0xe58bc2, 0xe6d04a, 0x7fd3f7, 0xbd97f5, 0xa9b3bf
    };

    /** Returns the colours of the present theme. */
    static PlotColors present() {
        Color ground = Token.TABLE.color();
        boolean dark = ground.getRed() + ground.getGreen() + ground.getBlue() < 3 * 128;
        int[] values = dark ? ON_DARK : ON_LIGHT;
        Color[] lines = new Color[values.length];
        for (int i = 0; i < values.length; i++) {
            lines[i] = new Color(values[i]);
        }
        return new PlotColors(
                plain(ground),
                plain(Token.LINE.color()),
                plain(Token.CONTROL.color()),
                plain(Token.TEXT.color()),
                plain(Token.MUTED.color()),
                plain(Token.NOTE.color()),
                plain(Token.SENT.color()),
                lines);
    }

    /** A colour of a theme may change its value; this one does not. */
    private static Color plain(Color color) {
        return new Color(color.getRGB(), true);
    }

    Color line(int number) {
        return lines[Math.floorMod(number, lines.length)];
    }
}
