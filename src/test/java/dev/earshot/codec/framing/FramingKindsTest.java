package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FramingKindsTest {

    static Iterable<FramingKind> kinds() {
        return FramingKinds.ALL;
    }

    @Test
    void idsAndDefaultsAreThoseOfFilesAndTheCommandLine() {
        assertThat(FramingKinds.ALL)
                .extracting(kind -> kind.defaultFraming().toString())
                .containsExactly(
                        "lines",
                        "received",
                        "delimiter:0D0A",
                        "fixed:16",
                        "length:0,2,be",
                        "decimal:20",
                        "varint:0",
                        "ber:1",
                        "marks:02..03",
                        "blocks:0A",
                        "http",
                        "json",
                        "heads:68=length:1,1,be",
                        "silence:50");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindIsFoundByItsIdAndKnownToItsFraming(FramingKind kind) {
        assertThat(FramingKinds.find(kind.id())).isSameAs(kind);
        assertThat(kind.defaultFraming().kind()).isSameAs(kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itsDefaultComesBackFromItsText(FramingKind kind) throws Problem {
        String text = kind.defaultFraming().toString();
        assertThat(Framing.parse(text)).isEqualTo(kind.defaultFraming());
        assertThat(Framing.parse(" " + text.toUpperCase(Locale.ROOT))).isEqualTo(kind.defaultFraming());
        assertThat(text.contains(":")).isEqualTo(kind.hasParameters());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyAKindWithParametersIsReadWithThem(FramingKind kind) {
        String wrong = kind.hasParameters() ? kind.id() + ":" : kind.id() + ":1";
        assertThatThrownBy(() -> Framing.parse(wrong)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.key()).isEqualTo("problem.framing.unknown");
            assertThat(problem.arguments()).containsExactly(wrong);
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itsCuttersShareNoState(FramingKind kind) {
        byte[] bytes = {0, 3, 'a', 'b', 'c', '\r', '\n'};
        RowEnds first = new RowEnds();
        kind.defaultFraming().newCutter().cut(bytes, 0, bytes.length, first);
        RowEnds second = new RowEnds();
        kind.defaultFraming().newCutter().cut(bytes, 0, bytes.length, second);
        assertThat(second.count()).isEqualTo(first.count());
        assertThat(second.last()).isEqualTo(first.last());
        assertThat(kind.defaultFraming().waitMillis()).isPositive();
    }

    @Test
    void everyFormInTheGuideIsRead() throws Exception {
        String kinds = FramingKinds.ALL.stream().map(FramingKind::id).collect(Collectors.joining("|"));
        String guide = Files.readString(Path.of("src/docs/guide/messages.md"));
        List<String> forms = Pattern.compile("[`>]((?:" + kinds + "):[^`<]+)[`<]")
                .matcher(guide)
                .results()
                .map(form -> form.group(1).replace("&#124;", "|"))
                .toList();
        assertThat(forms).hasSizeGreaterThan(12);
        for (String form : forms) {
            assertThat(Framing.parse(form).kind().id()).isEqualTo(form.replaceAll(":.*", ""));
        }
    }

    /** Two threads that make their first framings at once would wait for each other's initialization. */
    @Test
    void theInterfaceOfFramingsHasNoDefaultMethods() {
        assertThat(Framing.class.getMethods()).noneMatch(Method::isDefault);
    }
}
