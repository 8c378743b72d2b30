package dev.earshot.session.view;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the references of XML to characters; entities that a document declares stay as they are. */
final class XmlText {
    private static final Pattern REFERENCE = Pattern.compile("&(amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");
    private static final Map<String, String> PREDEFINED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private XmlText() {}

    /** Returns what a text or a value of an attribute means (XML 1.0, section 4.6). */
    static String decode(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(meaning(found.group(1), found.group())));
    }

    private static String meaning(String name, String whole) {
        if (!name.startsWith("#")) {
            return PREDEFINED.get(name);
        }
        int code = name.startsWith("#x")
                ? Integer.parseInt(name, 2, name.length(), 16)
                : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
    }
}
