package dev.earshot.session.export;

import dev.earshot.journal.Row;
import dev.earshot.session.Lens;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.view.RowText;
import dev.earshot.session.words.Words;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The choices of what an export shows of its rows. Immutable.
 *
 * @param lens returns the encodings in which messages are read
 * @param views the views that show the messages
 * @param words in which events are described
 * @param columns of the text form, in their order
 * @param forSpreadsheet whether CSV begins with a byte order mark, without which spreadsheets take UTF-8 for something
 *     else
 * @param title of a report
 * @param names returns the name that was given to the client at an address, or an empty text
 * @param fields columns with values of fields
 */
public record ExportOptions(
        Supplier<Lens> lens,
        MessageViews views,
        Words words,
        List<TextColumn> columns,
        boolean forSpreadsheet,
        String title,
        Function<SocketAddress, String> names,
        List<FieldColumn> fields) {
    public ExportOptions {
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
    }

    /** Makes options with all columns, no byte order mark, no title and no names. */
    public ExportOptions(Supplier<Lens> lens, MessageViews views, Words words) {
        this(lens, views, words, List.of(TextColumn.values()), false, "", remote -> "", List.of());
    }

    /** Returns these options with other columns of the text form. */
    public ExportOptions withColumns(List<TextColumn> chosen) {
        return new ExportOptions(lens, views, words, chosen, forSpreadsheet, title, names, fields);
    }

    /** Returns these options with a title of the report. */
    public ExportOptions titled(String reportTitle) {
        return new ExportOptions(lens, views, words, columns, forSpreadsheet, reportTitle, names, fields);
    }

    /** Returns these options for people who open CSV in a spreadsheet. */
    public ExportOptions forSpreadsheets() {
        return new ExportOptions(lens, views, words, columns, true, title, names, fields);
    }

    /** Returns these options with the names that were given to clients. */
    public ExportOptions named(Function<SocketAddress, String> namesOfClients) {
        return new ExportOptions(lens, views, words, columns, forSpreadsheet, title, namesOfClients, fields);
    }

    /** Returns these options with columns of fields. */
    public ExportOptions withFields(List<FieldColumn> chosen) {
        return new ExportOptions(lens, views, words, columns, forSpreadsheet, title, names, chosen);
    }

    /** Returns the name that was given to the client of a row, or an empty text. It may hold invisible characters. */
    String name(Row row) {
        return row.remote() == null ? "" : names.apply(row.remote());
    }

    /** Returns the row as the log shows it. */
    RowText show(Row row) {
        return new RowFormatter(lens.get(), views, words).format(row);
    }

    /** Returns the row as text, even where that is not legible. */
    RowText showAsText(Row row) {
        return new RowFormatter(lens.get(), MessageViews.WITHOUT_HEX, words).format(row);
    }

    /** Returns a message with its decoded text. */
    DecodedRow decode(Row row) {
        return new DecodedRow(row, lens.get());
    }
}
