package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.session.settings.ViewId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages by their layouts, in one line and as a tree. */
class FieldsViewTest {
    private static final String LAYOUTS = """
        {"format": "earshot fields 1", "layouts": [
          {"name": "device", "title": "A device", "titleZh": "设备", "framings": "fixed:4", "fields": [
            {"name": "unit", "type": "u8"}, {"name": "temp", "type": "i16", "scale": 0.1, "unit": "°C"},
            {"name": "sum", "type": "u8", "checksum": "sum8"}]},
          {"name": "line", "framings": "lines", "expression": "T=([0-9.]+)", "fields": [
            {"name": "temp", "group": 1, "type": "number"}]},
          {"name": "terminal", "framings": "marks:7E..7E,stuffing=jt808", "fields": [
            {"name": "begin", "type": "u8"}, {"name": "a", "type": "u8"}, {"name": "b", "type": "u16"},
            {"name": "end", "type": "u8"}]}]}
        """;

    @TempDir
    Path folder;

    private SampleRows rows;

    @BeforeEach
    void writeLayouts() throws IOException {
        Files.writeString(folder.resolve("fields.json"), LAYOUTS);
        rows = new SampleRows().layouts(folder);
    }

    private static String line(DecodedRow message) {
        return MessageViews.CHOSEN.choose(message).line(message, FieldTree.ENGLISH);
    }

    private static String tag(DecodedRow message) {
        return MessageViews.CHOSEN.choose(message).tag(message, FieldTree.ENGLISH);
    }

    @Test
    void aBinaryMessageOfAFramingIsShownByItsFields() throws Exception {
        rows.framing(Framing.parse("fixed:4"));
        DecodedRow message = rows.received(1, 0, 0xEB, 0xEC);
        assertThat(line(message)).isEqualTo("unit=1  temp=23.5 °C");
        assertThat(line(rows.received(1, 0, 0xEB, 0xED))).isEqualTo("unit=1  temp=23.5 °C  sum=237");
        assertThat(FieldTree.of(MessageViews.DETAIL.choose(message), message))
                .containsExactly("unit = 1 @0-1", "temp = 23.5 °C @1-3", "sum = 236 @3-4");
        assertThat(FieldTree.of(new FieldsView(true), rows.received(1, 0, 0xEB, 0xED)))
                .contains("sum = 237 (wrong; 236 is right) @3-4 !");
        assertThat(tag(message)).isEqualTo("device");
        assertThat(tag(rows.received(1, 0, 0xEB, 0xED))).isEqualTo("device: wrong");
        assertThat(new FieldsView(true)
                        .detail(message, DecodedRow.NO_HITS, FieldTree.ENGLISH)
                        .facts())
                .containsExactly("A device");
    }

    @Test
    void aTextStaysTextInTheLogAndHasATreeInTheDetail() throws Exception {
        rows.framing(Framing.LINES);
        DecodedRow message = rows.received("T=23.5\n");
        assertThat(line(message)).isEqualTo("T=23.5");
        assertThat(FieldTree.of(MessageViews.DETAIL.choose(message), message)).containsExactly("temp = 23.5 @2-6");
        rows.view(ViewId.FIELDS);
        assertThat(line(rows.received("T=23.5\n"))).isEqualTo("temp=23.5");
        assertThat(line(rows.received("hello\n"))).isEqualTo("hello");
    }

    @Test
    void escapedMessagesHaveThePlacesOfTheirBytesAsTheyCame() throws Exception {
        rows.framing(Framing.parse("marks:7E..7E,stuffing=jt808"));
        DecodedRow message = rows.received(0x7E, 0x7D, 0x02, 0x01, 0x7D, 0x01, 0x7E);
        assertThat(FieldTree.of(new FieldsView(true), message))
                .containsExactly("begin = 126 @0-1", "a = 126 @1-3", "b = 381 @3-6", "end = 126 @6-7");
    }

    @Test
    void aLayoutMayBeChosenByHand() {
        rows.view(ViewId.ofLayout("device"));
        DecodedRow message = rows.received(1, 0, 0xEB, 0xEC);
        assertThat(line(message)).startsWith("unit=1  temp=23.5");
        assertThat(FieldTree.of(new FieldsView(true), rows.received(1, 0, 0xEB)))
                .containsExactly("unit = 1 @0-1", "temp = 23.5 °C @1-3", "sum = 1 byte is missing @3-3 !");
        assertThat(FieldTree.of(new FieldsView(true), rows.received(1, 0, 0xEB, 0xEC, 9)))
                .contains("not described = 09 @4-5");
    }

    @Test
    void withoutAFittingLayoutNothingChanges() {
        DecodedRow message = rows.received(1, 0, 0xEB, 0xEC);
        assertThat(line(message)).isEqualTo("01 00 EB EC");
    }
}
