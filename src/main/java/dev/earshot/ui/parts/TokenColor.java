package dev.earshot.ui.parts;

import java.awt.Color;

/** A colour that follows the theme, for components that keep their foreground. */
public final class TokenColor extends Color {
    private final Token token;

    public TokenColor(Token token) {
        super(token.color().getRGB(), true);
        this.token = token;
    }

    @Override
    public int getRGB() {
        return token == null ? super.getRGB() : token.color().getRGB();
    }
}
