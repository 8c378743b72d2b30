package dev.earshot.session.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    /** Matches a key in the code: a first part that the bundles have, then at least one more. */
    private static final Pattern KEY = Pattern.compile("\"((?:problem|row|ui)(?:\\.[a-z]+)+\\.?)\"");

    @Test
    void allLanguagesHaveTheSameKeys() throws IOException {
        for (String language : languages()) {
            assertThat(load(language).keySet())
                    .as(language)
                    .isEqualTo(load("Words").keySet());
        }
    }

    /** Returns the names of the files of words, one for each language that can be chosen. */
    private static List<String> languages() {
        List<String> files = Stream.of(Settings.Language.values())
                .filter(language -> language != Settings.Language.SYSTEM)
                .map(language -> language.locale().getLanguage())
                .map(language -> language.equals("en") ? "Words" : "Words_" + language)
                .toList();
        assertThat(files).contains("Words", "Words_zh");
        return files;
    }

    /** The second of two equal keys replaces the first without a warning. */
    @Test
    void noKeyIsDefinedTwice() throws IOException {
        for (String language : languages()) {
            Set<String> twice = new TreeSet<>();
            Properties once = new Properties() {
                private static final long serialVersionUID = 1;

                @Override
                public synchronized Object put(Object key, Object value) {
                    if (containsKey(key)) {
                        twice.add(key.toString());
                    }
                    return super.put(key, value);
                }
            };
            load(language, once);
            assertThat(twice).as(language).isEmpty();
        }
    }

    /** Three dots, for a font for Chinese draws the one character as wide as a Chinese one. */
    @Test
    void noWordsHaveTheOneCharacterForThreeDots() throws IOException {
        Properties english = load("Words");
        for (String language : languages()) {
            Properties words = load(language);
            for (String key : english.stringPropertyNames()) {
                assertThat(words.getProperty(key)).as(language + " " + key).doesNotContain("…");
            }
        }
    }

    @Test
    void allLanguagesUseTheSameArguments() throws IOException {
        Properties english = load("Words");
        for (String language : languages()) {
            Properties other = load(language);
            for (String key : english.stringPropertyNames()) {
                assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            }
        }
    }

    @Test
    void everyPatternIsValid() throws IOException {
        for (String language : languages()) {
            Properties words = load(language);
            for (String key : words.stringPropertyNames()) {
                String pattern = words.getProperty(key);
                assertThat(pattern).as(key).isNotBlank();
                new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] {1, 2, 3, 4, 5});
            }
        }
    }

    @Test
    void everyKeyThatTheCodeNamesExists() throws IOException {
        Set<String> known = load("Words").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        for (String key : keysInTheCode()) {
            boolean there = key.endsWith(".") ? known.stream().anyMatch(k -> k.startsWith(key)) : known.contains(key);
            if (!there && known.stream().noneMatch(k -> k.startsWith(key + "."))) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyWordOfTheWindowIsUsed() throws IOException {
        Set<String> used = keysInTheCode();
        used.addAll(keysOfSettings());
        Set<String> unused = load("Words").stringPropertyNames().stream()
                .filter(key -> key.startsWith("ui.") || key.startsWith("row."))
                .filter(key -> !used.contains(key.replaceFirst("(\\.(alt|tip))?(@.*)?$", "")))
                .filter(key -> !used.contains(key.replaceFirst("@.*$", "")))
                .filter(key -> used.stream().noneMatch(prefix -> prefix.endsWith(".") && key.startsWith(prefix)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    @Test
    void wordsOfAKindReplaceWordsOfTheTcpServer() throws IOException {
        Set<String> kinds =
                EndpointKinds.ALL.stream().map(EndpointKind::wordsKey).collect(Collectors.toSet());
        kinds.add(Words.TERMINAL);
        Properties words = load("Words");
        for (String key : words.stringPropertyNames()) {
            String[] parts = key.split("@");
            if (parts.length > 1) {
                assertThat(kinds).as(key).contains(parts[1]);
                assertThat(words.stringPropertyNames()).as(key).contains(parts[0]);
            }
        }
    }

    @Test
    void englishIsEnglishOnAChineseComputer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(new Words(Locale.ENGLISH).of("ui.send")).isEqualTo("Send");
            assertThat(new Words(Locale.SIMPLIFIED_CHINESE).of("ui.send")).isEqualTo("发送");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void countsOfOneAreSingular() {
        Words words = new Words(Locale.ENGLISH);
        assertThat(words.of("ui.status.clients", 0)).isEqualTo("0 clients");
        assertThat(words.of("ui.status.clients", 1)).isEqualTo("1 client");
        assertThat(words.of("ui.status.rows", 12_345)).isEqualTo("12,345 rows");
    }

    private static Properties load(String name) throws IOException {
        return load(name, new Properties());
    }

    private static Properties load(String name, Properties words) throws IOException {
        try (Reader reader = new InputStreamReader(
                WordsTest.class.getResourceAsStream("/dev/earshot/session/" + name + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(r -> r.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> keysInTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(WordsTest::keysIn)
                    .collect(Collectors.toSet());
        }
    }

    /** Returns the keys that are made of the settings of endpoint kinds, with those of choices. */
    private static Set<String> keysOfSettings() {
        return EndpointKinds.ALL.stream()
                .flatMap(kind -> Stream.concat(
                        Stream.of("ui." + kind.wordsKey() + ".options.about"),
                        kind.keys().stream().flatMap(WordsTest::keysOf)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> keysOf(SettingKey<?> key) {
        String label = key.wordsKey();
        return key.fallback() instanceof Enum<?> ? Stream.of(label, label + ".") : Stream.of(label);
    }

    private static Stream<String> keysIn(Path file) {
        try {
            return KEY.matcher(Files.readString(file)).results().map((MatchResult r) -> r.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
