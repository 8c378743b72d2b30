package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowWriter;
import dev.earshot.session.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RowFormatTest {
    private final SampleRows rows = new SampleRows();

    private String written(RowFormat format, String... messages) throws IOException {
        StringWriter out = new StringWriter();
        RowWriter writer = format.writer(out, rows.lens(), new Words(Locale.ENGLISH));
        writer.begin();
        for (String message : messages) {
            writer.write(rows.row(Row.Kind.RECEIVED, message.getBytes(StandardCharsets.ISO_8859_1), ""));
        }
        writer.end();
        return out.toString();
    }

    @Test
    void textFormatWritesTheTextsOfTheLog() throws IOException {
        assertThat(written(RowFormat.TEXT, "one\r\n", "two\tthree\n", "\0\1")).isEqualTo("one\ntwo\\tthree\n00 01");
        assertThat(written(RowFormat.TEXT)).isEmpty();
    }

    @Test
    void hexFormatWritesTheBytesWithTheirEnding() throws IOException {
        assertThat(written(RowFormat.HEX, "on\r\n", "e")).isEqualTo("6F 6E 0D 0A\n65");
    }
}
