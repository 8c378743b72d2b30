package dev.earshot.session.export;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.files.WholeFolder;
import dev.earshot.journal.export.CaptureRowWriter;
import dev.earshot.journal.export.RowExport;
import dev.earshot.journal.export.RowWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The formats in which rows are exported. A new one needs a constant here, its writer, and words. */
public enum ExportFormat {
    /** One line a row, with columns of choice. */
    TEXT("txt", text(TextLineWriter::new)),
    /** The form of NetAssist's log. */
    NETASSIST("log", text(NetAssistWriter::new)),
    /** Comma-separated values (RFC 4180). */
    CSV("csv", text(CsvRowWriter::new)),
    /** One JSON object a line. */
    JSONL("jsonl", text(JsonLineWriter::new)),
    /** A report for a browser. */
    HTML("html", text(HtmlReportWriter::new)),
    /** The bytes of all messages in one file. */
    RAW("bin", (out, options) -> new RawRowWriter(out)),
    /** The bytes of the messages in a folder, one file for each direction of each client. */
    RAW_FILES("", null),
    /** A capture for Wireshark and Earshot. */
    PCAPNG(
            "pcapng",
            (out, options) ->
                    new CaptureRowWriter(out, peer -> options.lens().get().transport(peer)));

    private final String extension;
    private final Maker maker; // null: not one stream

    /** Makes the writer of one export. */
    private interface Maker {
        RowWriter writer(OutputStream out, ExportOptions options);
    }

    private interface TextMaker {
        RowWriter writer(Writer out, ExportOptions options);
    }

    ExportFormat(String extension, Maker maker) {
        this.extension = extension;
        this.maker = maker;
    }

    private static Maker text(TextMaker maker) {
        return (out, options) ->
                maker.writer(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), options);
    }

    /**
     * Finds a format by its id; a folder is no format of its own there.
     *
     * @throws Problem if there is none
     */
    public static ExportFormat parse(String id) throws Problem {
        return Stream.of(values())
                .filter(format -> !format.isFolder() && format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem("problem.export.form", -1, VisibleText.brief(id)));
    }

    /** Returns the name in the command line, in settings and in the keys of its words. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Returns the usual end of its files' names, without a dot; empty for a folder. */
    public String extension() {
        return extension;
    }

    /** Whether it writes a folder of files. */
    public boolean isFolder() {
        return maker == null;
    }

    /** Whether a file of this format can grow row by row. */
    public boolean canGrow() {
        return switch (this) {
            case TEXT, NETASSIST, CSV, JSONL -> true;
            case HTML, RAW, RAW_FILES, PCAPNG -> false;
        };
    }

    /** Whether it can have values of fields besides what each row has. */
    public boolean hasFields() {
        return switch (this) {
            case TEXT, CSV, JSONL, HTML -> true;
            case NETASSIST, RAW, RAW_FILES, PCAPNG -> false;
        };
    }

    /**
     * Returns this format as files of it are made.
     *
     * @throws IllegalStateException if it is a folder
     */
    public RowExport.Format with(ExportOptions options) {
        if (isFolder()) {
            throw new IllegalStateException(id());
        }
        return out -> maker.writer(out, options);
    }

    /**
     * Writes an export to a file or folder, whole or not at all; blocks.
     *
     * @throws IOException as {@link RowExport#writeTo} does, or if the target cannot be written
     */
    public void write(RowExport export, Path target, ExportOptions options) throws IOException {
        if (isFolder()) {
            WholeFolder.write(target, folder -> {
                try (RawFilesWriter files = new RawFilesWriter(folder)) {
                    export.writeTo(files);
                }
            });
        } else {
            export.writeFile(target, with(options));
        }
    }
}
