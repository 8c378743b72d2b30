package dev.earshot.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the elements of a pasted array literal, such as {@code {0x00, 0x01}}, for {@link PastedHex}. Used once. */
final class ByteArrayLiteral {
    /** Blanks, commas, comments, and casts to a type of one byte. */
    private static final Pattern SKIPPED = Pattern.compile(
            "(?:[\\s,]++|/\\*[\\s\\S]*?\\*/|//[^\\n]*+|\\(\\s*(?:byte|char|u?int8_t|unsigned\\s+char)\\s*\\))*+");

    /** A number, perhaps with its type as in Rust and Kotlin, or a character. */
    private static final Pattern ELEMENT = Pattern.compile(
            "(?:0[xX]([0-9A-Fa-f]+)|'(\\\\?[^\\n])|(-?[0-9A-Fa-f]+))(_?u8|[uU](?![\\w])|\\.toU?Byte\\(\\))?");

    private static final String OPENING = "{[(";
    private static final String CLOSING = "}])";

    private static final Pattern DECIMAL = Pattern.compile("-?(?:[0-9]|[1-9][0-9]+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern PAIR = Pattern.compile("[0-9A-Fa-f]{2}");

    private final String text;
    private final int start;
    private final ByteArrayOutputStream bytes;
    private final List<Element> elements = new ArrayList<>();

    /**
     * A number or character.
     *
     * @param value -1 if it depends on the others
     */
    private record Element(int at, String written, int value) {}

    ByteArrayLiteral(String text, int start, ByteArrayOutputStream bytes) {
        this.text = text;
        this.start = start;
        this.bytes = bytes;
    }

    /** Reads the list, and returns the position behind it. */
    int read() throws Problem {
        String close = isErlang()
                ? ">>"
                : CLOSING.substring(OPENING.indexOf(text.charAt(start))).substring(0, 1);
        int at = skip(start + close.length());
        while (at < text.length() && !text.startsWith(close, at)) {
            at = skip(readElement(at));
        }
        if (at >= text.length()) {
            throw ByteLiteral.problem("problem.hex.literal.open", start, text.substring(start, start + 1));
        }
        int base = base();
        for (Element element : elements) {
            bytes.write(element.value >= 0 ? element.value : value(element, base));
        }
        return at + close.length();
    }

    private boolean isErlang() {
        return text.charAt(start) == '<';
    }

    private int skip(int at) {
        Matcher skipped = SKIPPED.matcher(text).region(at, text.length());
        return skipped.lookingAt() ? skipped.end() : at;
    }

    private int readElement(int at) throws Problem {
        Matcher element = ELEMENT.matcher(text).region(at, text.length());
        if (!element.lookingAt()) {
            String shown = VisibleText.of(Character.toString(text.codePointAt(at)));
            throw ByteLiteral.problem("problem.hex.literal.number", at, shown);
        } else if (element.group(2) != null) {
            return readCharacter(at);
        }
        String written = element.group();
        if (element.group(1) == null) {
            boolean decimal = element.group(4) != null
                    && DECIMAL.matcher(element.group(3)).matches();
            int value = decimal ? inByte(at, written, element.group(3), 10) : -1;
            elements.add(new Element(at, element.group(3), value));
        } else {
            elements.add(new Element(at, written, inByte(at, written, element.group(1), 16)));
        }
        return element.end();
    }

    private int readCharacter(int at) throws Problem {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        int end = at + 2;
        char c = text.charAt(at + 1);
        if (c == '\\') {
            end = ByteEscape.read(text, at + 1, one);
        } else {
            one.write(c);
        }
        if (c < ' ' || c >= 0x7F || one.size() != 1 || !text.startsWith("'", end)) {
            throw ByteLiteral.problem("problem.hex.literal.number", at, "'");
        }
        elements.add(new Element(at, text.substring(at, end + 1), one.toByteArray()[0] & 0xFF));
        return end + 1;
    }

    /** Returns the base of the numbers without a prefix; 0 if it makes no difference, or nobody can tell. */
    private int base() {
        List<String> plain = elements.stream()
                .filter(element -> element.value < 0)
                .map(Element::written)
                .toList();
        boolean decimal = plain.stream().allMatch(DECIMAL.asMatchPredicate());
        boolean hex = plain.stream().allMatch(PAIR.asMatchPredicate());
        if (decimal && isErlang()) {
            return 10;
        } else if (decimal && plain.stream().anyMatch(number -> number.length() > 2 || number.startsWith("-"))) {
            return 10;
        }
        boolean letters =
                plain.stream().anyMatch(number -> !NUMBER.matcher(number).matches());
        return hex && letters ? 16 : 0;
    }

    private static int value(Element element, int base) throws Problem {
        String written = element.written;
        if (base == 0 && written.length() > 1) {
            throw ByteLiteral.problem("problem.hex.literal.base", element.at, VisibleText.brief(written));
        }
        return inByte(element.at, written, written, base == 0 ? 16 : base);
    }

    private static int inByte(int at, String written, String digits, int base) throws Problem {
        int value = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits, base);
        if (value > 0xFF || value < Byte.MIN_VALUE) {
            throw ByteLiteral.problem("problem.hex.literal.large", at, VisibleText.brief(written));
        }
        return value & 0xFF;
    }
}
