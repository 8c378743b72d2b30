package dev.earshot.session.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request or response of HTTP/1 (RFC 9112), with its places in the text of a message.
 *
 * @param start the match of the start line, with three groups
 * @param isRequest whether it asks, so that the groups are method, target and version; else version, status and reason
 * @param headers the lines behind it
 * @param body where the body begins; the length of the text if there is none
 */
record HttpHead(Matcher start, boolean isRequest, List<Header> headers, int body) {
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]";
    private static final Pattern REQUEST =
            Pattern.compile("(" + TOKEN + "{1,32}+) (\\S{1,8000}+) (HTTP/1\\.[0-9])\\r?(?:\\n|$)");
    private static final Pattern RESPONSE =
            Pattern.compile("(HTTP/1\\.[0-9]) ([1-5][0-9][0-9])(?: ([^\\r\\n]*+))?\\r?(?:\\n|$)");
    private static final Pattern NAME = Pattern.compile(TOKEN + "++(?=:)");

    /** The most characters of the first line; what is longer is not looked at. */
    private static final int MOST_FIRST = 8100;

    private static final int MOST_HEADERS = 1000;

    /**
     * One line of the head.
     *
     * @param name empty if the line has none, which is wrong
     * @param from where the value begins in the text
     * @param to where it ends
     */
    record Header(String name, int from, int to) {}

    /** Reads the head at the beginning of a text; null if its first line is no start line. */
    static HttpHead read(String text) {
        if (text.isEmpty() || text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
            return null;
        }
        boolean isRequest = !text.startsWith("HTTP/");
        Matcher start = (isRequest ? REQUEST : RESPONSE).matcher(text).region(0, Math.min(MOST_FIRST, text.length()));
        if (!start.lookingAt()) {
            return null;
        }
        List<Header> headers = new ArrayList<>();
        int at = start.end();
        while (at < text.length() && headers.size() < MOST_HEADERS) {
            int feed = text.indexOf('\n', at);
            int next = feed < 0 ? text.length() : feed + 1;
            int end = feed < 0 ? text.length() : feed;
            end -= end > at && text.charAt(end - 1) == '\r' ? 1 : 0;
            if (end == at) {
                return new HttpHead(start, isRequest, headers, next);
            }
            headers.add(header(text, at, end));
            at = next;
        }
        return new HttpHead(start, isRequest, headers, at);
    }

    private static Header header(String text, int from, int to) {
        Matcher name = NAME.matcher(text).region(from, to);
        if (!name.lookingAt()) {
            return new Header("", from, to);
        }
        int value = name.end() + 1;
        while (value < to && (text.charAt(value) == ' ' || text.charAt(value) == '\t')) {
            value++;
        }
        return new Header(name.group(), value, to);
    }

    /** Whether a header of this name has this word in its value, in any case. */
    boolean has(String text, String name, String word) {
        return headers.stream()
                .anyMatch(header -> header.name.equalsIgnoreCase(name)
                        && text.substring(header.from, header.to).equalsIgnoreCase(word));
    }
}
