package dev.earshot.session.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowExport;
import dev.earshot.journal.export.RowRange;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form has every row of the journal, whatever is in the messages. */
class ExportFormatTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    @TempDir
    Path folder;

    private HostileRows hostile;

    @BeforeEach
    void record() throws IOException {
        hostile = new HostileRows(folder);
    }

    @AfterEach
    void close() throws IOException {
        hostile.close();
    }

    private static String local(Row row) {
        Instant time = Instant.ofEpochSecond(0, row.epochNanos());
        return LOCAL.format(LocalDateTime.ofInstant(time, ZoneId.systemDefault()));
    }

    private static String client(Row row) {
        return row.remote() == null ? "" : Addresses.text(row.remote());
    }

    private String shown(Row row, MessageViews views) {
        return new RowFormatter(hostile.lens(), views, new Words(Locale.ENGLISH))
                .format(row)
                .text();
    }

    private static String direction(Row row) {
        return row.kind().name().toLowerCase(Locale.ROOT);
    }

    @Test
    void textHasOneLineARowWithTabsBetweenTheColumns() throws IOException {
        List<String> lines = hostile.text(ExportFormat.TEXT).lines().toList();
        List<Row> rows = hostile.rows();
        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < lines.size(); i++) {
            Row row = rows.get(i);
            String[] cells = lines.get(i).split("\t", -1);
            assertThat(cells).hasSize(5);
            assertThat(cells[0]).isEqualTo(local(row));
            assertThat(cells[1]).isEqualTo(client(row));
            assertThat(cells[3]).isEqualTo(row.kind() == Row.Kind.EVENT ? "" : "" + row.length());
            assertThat(cells[4]).isEqualTo(shown(row, MessageViews.AUTOMATIC));
        }
        assertThat(lines.get(3)).contains("\t<\t6\thello");
        assertThat(lines.get(4)).contains("\t>>\t6\thello");
    }

    @Test
    void textHasTheChosenColumnsInTheirOrder() throws Exception {
        ExportOptions chosen = hostile.options().withColumns(TextColumn.parseList("message,client"));
        assertThat(new String(hostile.written(ExportFormat.TEXT, chosen), UTF_8))
                .contains("\nhello\t127.0.0.1:50001\n");
        assertThatThrownBy(() -> TextColumn.parseList("time,nothing"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.export.column"));
    }

    @Test
    void noTextOfAClientLooksLikeALineOfNetAssist() throws IOException {
        String[] parts = hostile.text(ExportFormat.NETASSIST).split("\n\n(?=\\[)|\n\n$");
        List<Row> rows = hostile.rows();
        assertThat(parts).hasSameSizeAs(rows);
        for (int i = 0; i < parts.length; i++) {
            Row row = rows.get(i);
            assertThat(parts[i]).startsWith("[" + local(row) + "]# ");
            if (row.kind() != Row.Kind.EVENT) {
                String shown = shown(row, MessageViews.AUTOMATIC);
                assertThat(parts[i].lines().skip(1)).isEqualTo(shown.isEmpty() ? List.of() : List.of(shown));
            }
        }
        assertThat(parts[1]).endsWith("]# Client 127.0.0.1:50001 gets online.");
        assertThat(parts[3]).endsWith("]# RECV ASCII FROM 127.0.0.1 :50001>\nhello");
        assertThat(parts[4]).endsWith("]# SEND ASCII TO ::1 :50002>\nhello");
        assertThat(parts).anyMatch(part -> part.endsWith("]# RECV HEX FROM 127.0.0.1 :50001>\n00 01 02 03 0A"));
        assertThat(parts[parts.length - 1]).endsWith("]# Client 127.0.0.1:50001 gets offline.");
    }

    @Test
    void csvHasEveryRowAndNoFormula() throws Exception {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(hostile.text(ExportFormat.CSV))) {
            List<NamedCsvRecord> records = csv.stream().toList();
            List<Row> rows = hostile.rows();
            assertThat(records).hasSameSizeAs(rows);
            for (int i = 0; i < records.size(); i++) {
                NamedCsvRecord is = records.get(i);
                Row row = rows.get(i);
                assertThat(is.getField("time")).isEqualTo(local(row));
                assertThat(is.getField("client")).isEqualTo(client(row));
                assertThat(is.getField("direction")).isEqualTo(direction(row));
                assertThat(Hex.parse(is.getField("hex"))).isEqualTo(row.bytes());
                String shown = shown(row, MessageViews.WITHOUT_HEX);
                boolean formula = shown.matches("[=+\\-@\uFF1D].*");
                assertThat(is.getField("text")).isEqualTo(formula ? "'" + shown : shown);
                assertThat(is.getField("note")).isEmpty();
            }
            assertThat(records.get(4).getField("origin")).isEqualTo("rule 1 <b>=x()");
            assertThat(records.get(6).getField("encoding")).isEqualTo("GBK");
        }
        assertThat(hostile.text(ExportFormat.CSV)).startsWith("time,client,").contains("\r\n");
        assertThat(hostile.written(ExportFormat.CSV, hostile.options().forSpreadsheets()))
                .startsWith(0xEF, 0xBB, 0xBF, 't');
    }

    @Test
    void aNoteIsInCsvJsonAndHtmlAndMakesNoFormula() throws Exception {
        hostile.journal.notes().put(3, hostile.journal.generation(), "=look<i>");
        assertThat(hostile.text(ExportFormat.CSV)).contains(",'=look<i>,\r\n");
        assertThat(hostile.text(ExportFormat.JSONL)).contains(",\"note\":\"=look<i>\"}\n");
        assertThat(hostile.text(ExportFormat.HTML)).contains("=look&lt;i&gt;</small>");
    }

    @Test
    void theNameOfAClientIsInCsvJsonAndHtml() throws Exception {
        ExportOptions named = hostile.options().named(remote -> "=boiler<b>\u202E");
        assertThat(text(ExportFormat.CSV, named)).contains(",note,name\r\n").contains(",'=boiler<b>\\u202E\r\n");
        assertThat(text(ExportFormat.JSONL, named)).contains(",\"name\":\"=boiler<b>\\u202e\",\"peer\":");
        assertThat(text(ExportFormat.HTML, named)).contains(" <small>=boiler&lt;b&gt;\\u202E</small></td>");
    }

    private String text(ExportFormat format, ExportOptions options) throws IOException {
        return new String(hostile.written(format, options), UTF_8);
    }

    @Test
    void jsonLinesHaveTheTextsAndBytesThemselves() throws IOException {
        String whole = hostile.text(ExportFormat.JSONL);
        assertThat(whole)
                .contains("a\\u202eb\\u2066c\\u2028d\\ufeff")
                .contains("\\u001b[31m")
                .contains("nul\\u0000");
        List<String> lines = Arrays.asList(whole.split("\n"));
        List<Row> rows = hostile.rows();
        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < lines.size(); i++) {
            JsonObject is = new Gson().fromJson(lines.get(i), JsonObject.class);
            Row row = rows.get(i);
            assertThat(Instant.parse(is.get("time").getAsString()))
                    .isEqualTo(Instant.ofEpochSecond(0, row.epochNanos()));
            assertThat(is.get("client").getAsString()).isEqualTo(client(row));
            assertThat(is.get("peer").getAsInt()).isEqualTo(row.peerId());
            assertThat(is.get("direction").getAsString()).isEqualTo(direction(row));
            if (row.kind() == Row.Kind.EVENT) {
                assertThat(is.get("text").getAsString()).isEqualTo(shown(row, MessageViews.AUTOMATIC));
            } else {
                assertThat(is.get("length").getAsInt()).isEqualTo(row.length());
                assertThat(Base64.getDecoder().decode(is.get("bytes").getAsString()))
                        .isEqualTo(row.bytes());
                assertThat(is.get("text").getAsString()).isEqualTo(new DecodedRow(row, hostile.lens()).text());
            }
        }
    }

    @Test
    void aReportIsOnePageWithoutAnyTagOfAClient() throws IOException {
        String page =
                new String(hostile.written(ExportFormat.HTML, hostile.options().titled("<i>\u202E")), UTF_8);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("<title>&lt;i&gt;\\u202E</title>")
                .contains("default-src 'none'")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "<b>", "\u202E", "\u001B", "\0", "http:", "src=");
        assertThat(page.split("<tr class=", -1)).hasSize(hostile.rows().size() + 1);
        assertThat(page.split("</td></tr>", -1)).hasSize(hostile.rows().size() + 1);
        assertThat(page).contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;");
    }

    @Test
    void aReportHasColumnsOfFieldsBehindTheOthers() throws Exception {
        ExportOptions options = hostile.options().withFields(List.of(FieldColumn.parse("<b>")));
        String page = new String(hostile.written(ExportFormat.HTML, options), UTF_8);
        assertThat(page).contains("<th>&lt;b&gt;</th></tr>").doesNotContain("<b>");
        assertThat(page.split("<td></td></tr>", -1)).hasSize(hostile.rows().size() + 1);
    }

    @Test
    void rawBytesAreThoseOfTheMessages() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Row row : hostile.messages()) {
            all.writeBytes(row.bytes());
        }
        assertThat(hostile.written(ExportFormat.RAW, hostile.options())).isEqualTo(all.toByteArray());
    }

    @Test
    void rawFilesHaveOneFileForEachClientAndDirection() throws IOException {
        Path target = folder.resolve("raw");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        HostileRows.MESSAGES.forEach(all::writeBytes);
        for (int times = 0; times < 2; times++) { // the second one replaces the files
            ExportFormat.RAW_FILES.write(hostile.export(), target, hostile.options());
            try (Stream<Path> files = Files.list(target)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("1-127.0.0.1-50001-received.bin", "2---1-50002-sent.bin");
            }
            assertThat(Files.readAllBytes(target.resolve("2---1-50002-sent.bin")))
                    .isEqualTo(all.toByteArray());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledExportLeavesNothing(ExportFormat format) throws IOException {
        TaskProgress progress = new TaskProgress();
        progress.cancel();
        ChosenRows all = new ChosenRows(
                List.of(new RowRange(0, hostile.journal.rows() - 1)), null, hostile.journal.generation());
        RowExport export = new RowExport(hostile.journal, all, progress);
        List<Path> before = files();
        assertThatThrownBy(() -> format.write(export, folder.resolve("target"), hostile.options()))
                .isInstanceOf(TaskProgress.CancelledException.class);
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheWantedRowsAreWritten(ExportFormat format) throws IOException {
        ChosenRows all = new ChosenRows(
                List.of(new RowRange(0, hostile.journal.rows() - 1)), null, hostile.journal.generation());
        RowExport export = new RowExport(hostile.journal, all, row -> row.peerId() == 2, new TaskProgress());
        Path target = folder.resolve("target");
        format.write(export, target, hostile.options());
        if (format.isFolder()) {
            assertThat(target.resolve("2---1-50002-sent.bin")).exists();
            assertThat(target.resolve("1-127.0.0.1-50001-received.bin")).doesNotExist();
        } else {
            assertThat(new String(Files.readAllBytes(target), UTF_8))
                    .contains("hello")
                    .doesNotContain("50001");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
