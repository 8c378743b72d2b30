package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever matches an expression has its required literals. */
class RequiredLiteralsTest {
    private static final String[] ATOMS = {
        "a",
        "b",
        "A",
        "ab",
        "k",
        "1",
        ".",
        "\\.",
        "\\d",
        "\\b",
        "[ab]",
        "[^a]",
        "[]a]",
        "[a-z&&[^b]]",
        "\\\\",
        "^",
        "$",
        " ",
        "温",
        "\\x61",
        "\\Qa.b\\E",
        "\\1",
        "\\t",
        "\\p{L}",
        "\\pL",
        "#",
        "-",
        "]",
        "}",
        "\\u0061",
        "\\cA",
        "\\R",
        "😀",
        "[\\]a]"
    };
    private static final String[] QUANTIFIERS = {
        "", "", "", "", "", "?", "*", "+", "{2}", "{0}", "{0,2}", "{1,}", "+?", "*+", "??"
    };
    private static final String[] OPENINGS = {
        "(", "(?:", "(?i)(", "(?i:", "(?x)(", "(?<n>", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?iu)(", "(?-i:", "(?s:"
    };
    private static final String ALPHABET = "abABkK\u212A1.\\ \t#-]}温x";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "temp=4\\d\\.99; temp=4,.99",
                "x+y$; x,xy",
                "(temp|hum)=4; =4",
                "^GET /(index)?; GET /",
                "(?i)error: (\\w+) failed; error: , failed",
                "ab{2}c?d; ab,b,d",
                "a(?=b)c; a,c",
                "温度abc; abc"
            })
    void findsWhatMustBeThere(String expression, String literals) {
        assertThat(RequiredLiterals.of(Pattern.compile(expression)))
                .containsExactly(literals.split(",(?=\\S)|(?<=: ),"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a|b",
                "a?",
                "[a]",
                "(?x)a b",
                "(?iu)k",
                "\\Qab\\E",
                "a\\1",
                "\\x41",
                "(a)(b)\\2",
                "[a&&b]c",
                "(?-i)a"
            })
    void saysNothingThatIsNotCertain(String expression) {
        try {
            assertThat(RequiredLiterals.of(Pattern.compile(expression))).isEmpty();
        } catch (PatternSyntaxException e) {
            throw new AssertionError(expression, e);
        }
    }

    @Test
    void everyMatchHasThem() {
        int[] matches = {0};
        Fuzz.run(20_000, random -> {
            Pattern pattern = anyPattern(random);
            if (pattern == null) {
                return;
            }
            List<String> literals = RequiredLiterals.of(pattern);
            for (int i = 0; i < 10 && !literals.isEmpty(); i++) {
                String text = anyText(random, pattern.pattern());
                Matcher matcher = RegularExpression.matcher(pattern, text, 100_000);
                if (matcher.find()) {
                    matches[0]++;
                    assertThat(literals)
                            .as("%s in %s", pattern, text)
                            .allMatch(literal -> lower(text).contains(lower(literal)));
                }
            }
        });
        assertThat(matches[0]).isGreaterThan(1000);
    }

    private static String lower(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static Pattern anyPattern(Random random) {
        try {
            return Pattern.compile(random.nextInt(10) == 0 ? noise(random) : sequence(random, 2));
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    private static String noise(Random random) {
        String signs = "ab(?:)|[]^$.*+{}12,\\dQE&&<=>!i-";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i >= 0; i--) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }

    private static String sequence(Random random, int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            if (depth > 0 && random.nextInt(4) == 0) {
                text.append(OPENINGS[random.nextInt(OPENINGS.length)])
                        .append(sequence(random, depth - 1))
                        .append(random.nextInt(4) == 0 ? "|" + sequence(random, depth - 1) : "")
                        .append(')');
            } else {
                text.append(ATOMS[random.nextInt(ATOMS.length)]);
            }
            text.append(QUANTIFIERS[random.nextInt(QUANTIFIERS.length)]);
        }
        return text.toString();
    }

    /** Returns a text that may well match, as it has pieces of the expression. */
    private static String anyText(Random random, String expression) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            if (random.nextBoolean()) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            } else {
                int from = random.nextInt(expression.length());
                text.append(expression, from, Math.min(expression.length(), from + 1 + random.nextInt(4)));
            }
        }
        return text.toString();
    }

    /** A search for the literal's bytes finds it in whatever is decoded to it. */
    @Test
    void printableCharactersComeFromTheirOwnBytes() {
        Random random = new Random(1);
        for (Encoding encoding : Encoding.all()) {
            for (int round = 0; round < 3000; round++) {
                byte[] bytes = new byte[1 + random.nextInt(12)];
                random.nextBytes(bytes);
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = random.nextBoolean() ? (byte) ('!' + random.nextInt(94)) : bytes[i];
                }
                String text = TextDecoder.decode(encoding, bytes, 0, bytes.length);
                for (String run : text.split("[^ -~]+")) {
                    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
                    String wanted = new String(run.getBytes(encoding.readCharset()), StandardCharsets.ISO_8859_1);
                    assertThat(raw).as(encoding.label()).contains(wanted);
                }
            }
        }
    }
}
