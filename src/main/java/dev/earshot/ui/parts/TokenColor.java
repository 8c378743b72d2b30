package dev.earshot.ui.parts;

import java.awt.Color;

/** The colour of a token that follows the theme by itself, for components that keep their foreground. */
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
