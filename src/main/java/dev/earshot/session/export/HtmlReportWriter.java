package dev.earshot.session.export;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.session.view.CompletenessWords;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.FieldColumns;
import dev.earshot.session.view.RowText;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes rows as one page of HTML that needs nothing else: no script, no picture, light or dark as the reader's system.
 * All texts are escaped. Confined to one thread.
 */
final class HtmlReportWriter implements RowWriter {
    private static final String STYLE = """
        :root { color-scheme: light dark; --back: #fff; --text: #1c1f24; --muted: #667080; --line: #e3e6ea;
          --head: #f4f6f8; --received: #0b6bcb; --sent: #1a7f4b; --event: #7a6a2f; }
        @media (prefers-color-scheme: dark) { :root { --back: #1b1d21; --text: #dfe3e8; --muted: #8d97a5;
          --line: #30343a; --head: #24272c; --received: #6cb2f5; --sent: #67c896; --event: #cdb866; } }
        body { margin: 24px; background: var(--back); color: var(--text);
          font: 14px/1.45 system-ui, "Segoe UI", "Noto Sans", "Microsoft YaHei", sans-serif; }
        h1 { font-size: 18px; margin: 0 0 4px; }
        p { color: var(--muted); margin: 0 0 16px; }
        table { border-collapse: collapse; width: 100%; }
        th { position: sticky; top: 0; background: var(--head); text-align: left; font-weight: 600; }
        th, td { padding: 3px 10px 3px 0; border-bottom: 1px solid var(--line); vertical-align: top;
          unicode-bidi: isolate; }
        td { white-space: nowrap; font: 13px/1.45 ui-monospace, "JetBrains Mono", Consolas, monospace; }
        td.text { white-space: pre-wrap; overflow-wrap: anywhere; width: 100%; }
        td.number { text-align: right; }
        .received td.mark { color: var(--received); } .sent td.mark { color: var(--sent); }
        .event td { color: var(--event); } small { color: var(--muted); }
        """;

    private final Writer out;
    private final ExportOptions options;
    private final Words words;
    private final FieldColumns fields;

    HtmlReportWriter(Writer out, ExportOptions options) {
        this.out = out;
        this.options = options;
        words = options.words();
        fields = new FieldColumns(options.fields());
    }

    @Override
    public void begin() throws IOException {
        String title = escaped(VisibleText.of(options.title()));
        out.write("<!DOCTYPE html>\n<html lang=\"" + (words.isChinese() ? "zh" : "en") + "\">\n<head>\n");
        out.write("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        // Even if some text were not escaped, a browser would run and load nothing.
        out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\">\n");
        out.write("<title>" + title + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        out.write("<h1>" + title + "</h1>\n<p>" + escaped(words.of("export.html.about")) + "</p>\n<table>\n<tr>");
        for (String column : new String[] {"time", "client", "direction", "bytes", "message"}) {
            head(words.of("export.column." + column));
        }
        for (FieldColumn field : options.fields()) {
            head(field.title());
        }
        out.write("</tr>\n");
    }

    private void head(String title) throws IOException {
        out.write("<th>" + escaped(title) + "</th>");
    }

    @Override
    public void write(Row row) throws IOException {
        RowText text = options.show(row);
        out.write("<tr class=\"" + RowDirection.of(row) + "\"><td>" + ExportTime.local(row) + "</td>");
        out.write("<td>" + escaped(text.client()));
        small(VisibleText.of(options.name(row)));
        out.write("</td>");
        cell("mark", text.mark());
        cell("number", text.isMessage() ? Integer.toString(row.length()) : "");
        out.write("<td class=\"text\">" + escaped(text.text()));
        small(text.tag());
        small(CompletenessWords.tag(row.completeness(), words));
        small(VisibleText.of(row.origin().text()));
        small(VisibleText.of(row.note()));
        out.write("</td>");
        for (FieldColumn.Value value : fields.of(row, options.lens().get())) {
            cell(Double.isNaN(value.number()) ? "" : "number", value.text());
        }
        out.write("</tr>\n");
    }

    private void cell(String kind, String text) throws IOException {
        out.write(kind.isEmpty() ? "<td>" : "<td class=\"" + kind + "\">");
        out.write(escaped(text));
        out.write("</td>");
    }

    private void small(String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(" <small>" + escaped(text) + "</small>");
        }
    }

    @Override
    public void end() throws IOException {
        out.write("</table>\n</body>\n</html>\n");
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
