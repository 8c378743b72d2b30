package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexDumpPlacesTest {
    private static final int[] NONE = {};

    @ParameterizedTest
    @CsvSource({"16,1", "16,40", "8,40", "4,9", "16,70000"})
    void aPlaceInDigitsOrAsciiIsThatOfItsByte(int columns, int length) {
        HexDumpPlaces places = new HexDumpPlaces(columns, length);
        String dump = HexDumpText.of(new byte[length], columns, NONE).text();
        for (int at = 0; at < length; at++) {
            int[] shown = places.of(at, at + 1);
            assertThat(dump.substring(shown[0], shown[1])).isEqualTo("00");
            assertThat(shown[3] - shown[2]).isEqualTo(1);
            for (int place : new int[] {shown[0], shown[0] + 1, shown[2]}) {
                assertThat(places.byteAt(place)).as("%d of %d", place, at).isEqualTo(at);
            }
        }
    }

    @Test
    void otherPlacesBelongToANeighbour() {
        HexDumpPlaces places = new HexDumpPlaces(8, 12);
        String dump = HexDumpText.of(new byte[12], 8, NONE).text();
        assertThat(places.byteAt(0)).as("the offset").isZero();
        assertThat(places.byteAt(8)).as("the blank behind a byte").isZero();
        int second = dump.indexOf("0008");
        assertThat(places.byteAt(second)).isEqualTo(8);
        assertThat(places.byteAt(second - 1)).as("the line break").isEqualTo(7);
        assertThat(places.byteAt(dump.length())).isEqualTo(11);
        assertThat(new HexDumpPlaces(16, 0).byteAt(0)).isEqualTo(-1);
    }

    @Test
    void aPartOverSeveralLinesHasPlacesInEach() {
        assertThat(new HexDumpPlaces(4, 12).of(2, 9)).hasSize(3 * 4);
    }
}
