package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    /** Returns all origins that a kind allows, with a name and without. */
    private static Stream<Origin> origins(OriginKind kind) {
        return Stream.of(new Origin(kind), new Origin(kind, "2 Boiler"))
                .filter(origin -> origin.name().isEmpty() ? kind.canLackName() : kind.canHaveName());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsParsedFromItsText(OriginKind kind) {
        assertThat(origins(kind).toList())
                .isNotEmpty()
                .allSatisfy(origin -> assertThat(Origin.parse(origin.text())).isEqualTo(origin));
    }

    @Test
    void theTextsInCapturesNeverChange() {
        List<String> written = Stream.of(OriginKind.values())
                .flatMap(OriginTest::origins)
                .map(Origin::text)
                .toList();
        assertThat(written)
                .containsExactly(
                        "",
                        "echo",
                        "reply",
                        "rule 2 Boiler",
                        "refusal",
                        "chat",
                        "forward 2 Boiler",
                        "greeting",
                        "repeat",
                        "quick",
                        "quick 2 Boiler",
                        "file 2 Boiler",
                        "replay 2 Boiler",
                        "relay",
                        "2 Boiler");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rule", "echo 2", "echo ", "Echo", "person", "other", "other x", "规则 1 (Boiler)", " ", " rule 1"
            })
    void anyOtherTextStaysUnchanged(String text) {
        assertThat(Origin.parse(text)).isEqualTo(new Origin(OriginKind.OTHER, text));
        assertThat(Origin.parse(text).text()).isEqualTo(text);
    }

    @Test
    void onlyRepliesToTheReceiverAreAnswersAndOnlyAPersonIsNotAutomatic() {
        assertThat(OriginKind.values())
                .filteredOn(OriginKind::isAnswer)
                .containsExactly(OriginKind.ECHO, OriginKind.REPLY, OriginKind.RULE, OriginKind.REFUSAL);
        assertThat(OriginKind.values()).filteredOn(kind -> !kind.isAutomatic()).containsExactly(OriginKind.PERSON);
    }
}
