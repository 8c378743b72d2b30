package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LineFraming;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.session.export.ExportOptions;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The command line options for decoding and showing bytes. */
final class LensOptions {
    /** Used in every locale, because scripts read the output. */
    static final Words ENGLISH = Words.ofTerminal(Locale.ENGLISH);

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            converter = ArgumentConverters.ToEncoding.class,
            description = "Read everything in this encoding: utf-8, gbk, big5, shift_jis, euc-kr, iso-8859-1, utf-16le,"
                    + " cp037, ... auto, the default, finds out what each client speaks.")
    private Encoding charset;

    @Option(
            names = "--framing",
            paramLabel = "HOW",
            converter = ArgumentConverters.ToFraming.class,
            description = "What is one message: lines (default), received (every read as it came), delimiter:0D0A,"
                    + " fixed:16, length:OFFSET,SIZE,be|le, marks:02..03, silence:MILLIS, or a protocol such as mllp or"
                    + " gt06. 'earshot framings' lists all names and forms. ' wait:MILLIS' or ' wait:never' behind it says"
                    + " which silence ends an unfinished message.")
    private Framing framing = Framing.LINES;

    @Option(names = "--hex", description = "Show bytes as 48 65 6C, line endings included. Typed lines stay text.")
    private boolean hex;

    @Option(names = "--origin", description = "Show in brackets before its text what has sent a message by itself.")
    private boolean origin;

    Framing framing() {
        return LineFraming.suiting(framing, charset);
    }

    /** Returns what an export shows of the rows of this session. */
    ExportOptions export(Session session) {
        session.log().readAs(charset);
        Lens lens = session.log().lens();
        return new ExportOptions(() -> lens, hex ? MessageViews.HEX : MessageViews.AUTOMATIC, ENGLISH);
    }

    /** Returns the lines that show rows of this session. */
    RowLines lines(Session session) {
        session.log().readAs(charset);
        MessageViews views = hex ? MessageViews.HEX : MessageViews.WITHOUT_HEX;
        return new RowLines(new RowFormatter(session.log().lens(), views, ENGLISH), origin);
    }
}
