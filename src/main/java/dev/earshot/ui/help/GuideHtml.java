package dev.earshot.ui.help;

import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns a page of the guide into HTML in the colours and fonts of the theme, within what Swing can show. */
final class GuideHtml {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final String SOFT_BREAK = "\u2028"; // the end of a line in the file, where the text goes on
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).softbreak(SOFT_BREAK).build();

    /** The end of a line between two Chinese characters, which no blank separates. */
    private static final Pattern CHINESE_BREAK =
            Pattern.compile("(?<=[\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}\\p{InHalfwidth_and_Fullwidth_Forms}])"
                    + SOFT_BREAK + "(?=(</?[a-z]+>)*[\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}])");

    private GuideHtml() {}

    /** Converts Markdown. */
    static String page(String markdown) {
        String html = RENDERER.render(PARSER.parse(markdown));
        return document(CHINESE_BREAK
                .matcher(html)
                .replaceAll("")
                .replace(SOFT_BREAK, "\n")
                .replaceAll("<p><img [^>]*></p>\n", "") // what the pictures show is beside the guide
                .replace("<table>", "<table cellspacing=\"0\" cellpadding=\"4\" border=\"1\">"));
    }

    /** Shows a file as it is. */
    static String file(String text) {
        return document("<pre>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</pre>");
    }

    private static String document(String body) {
        Font font = Theme.sans(13);
        int size = font.getSize();
        return String.format(
                Locale.ROOT,
                """
            <html><head><style>
            body { font-family: '%s'; font-size: %dpx; color: %s; margin: 4px 24px 24px 24px }
            h1 { font-size: %dpx } h2 { font-size: %dpx; margin-top: 20px }
            a { color: %s } code { font-family: Monospaced; font-size: %dpx; color: %s }
            pre { font-family: Monospaced; font-size: %dpx; background-color: %s; padding: 8px; margin: 8px 0px }
            table, td, th { border-style: solid; border-color: %s } th { text-align: left }
            li { margin-top: 3px }
            </style></head><body>%s</body></html>
            """,
                font.getFamily(),
                size,
                css(Token.TEXT),
                size * 3 / 2,
                size * 5 / 4,
                css(Token.SENT),
                size - 1,
                css(Token.RECEIVED),
                size - 1,
                css(Token.WINDOW),
                css(Token.LINE),
                body);
    }

    private static String css(Token token) {
        Color color = token.color();
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }
}
