package dev.earshot.ui.help;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.session.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** The pages of the guide in one language. They are resources of this package, in Markdown. */
final class GuidePages {
    private static final String INDEX = "README";
    private static final String FOLDER = "guide/";
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| \\[([^\\]]+)\\]\\(([\\w.-]+\\.md)\\)");

    private final String ending;

    GuidePages(Words words) {
        ending = words.isChinese() ? ".zh.md" : ".md";
    }

    /**
     * A page of the guide.
     *
     * @param file name of its file
     * @param title as the contents of the guide name it
     */
    record Page(String file, String title) {
        @Override
        public String toString() {
            return title;
        }
    }

    /** Returns the pages in the order of the guide's contents. */
    List<Page> all() {
        return LISTED.matcher(text(FOLDER + INDEX + ending))
                .results()
                .map(line -> new Page(line.group(2), line.group(1)))
                .toList();
    }

    /** Returns the file of a page, such as {@code find.zh.md} for {@code find}. */
    String file(String page) {
        return page + ending;
    }

    /** Reads a page by the name of its file. */
    static String page(String file) {
        return text(FOLDER + file);
    }

    /** Reads a file beside the guide, to which its pages link. */
    static String attachment(String name) {
        return text(name);
    }

    private static String text(String name) {
        try (InputStream in = GuidePages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The guide has no " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
