package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.LineFraming;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.session.FieldLayouts;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.export.ExportOptions;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.ViewId;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.words.Words;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
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

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            converter = ToView.class,
            completionCandidates = Views.class,
            description = "Show messages as: ${COMPLETION-CANDIDATES}, or fields/NAME (a layout that 'earshot fields'"
                    + " lists). text is the default, and what messages without that form are shown as; auto shows what"
                    + " is no text as hex or fields.")
    private String view;

    @Option(
            names = "--filter",
            paramLabel = "WHAT",
            converter = ToTerm.class,
            description = "Print only messages with this text, with bytes (hex 0D 0A), with a match of a regular"
                    + " expression (/T=[0-9]+/), or whose fields fulfil a condition (where temp > 30).")
    private SearchTerm filter;

    @Option(names = "--origin", description = "Show in brackets before its text what has sent a message by itself.")
    private boolean origin;

    /** Gives these options the values of a profile. */
    static void fill(ProfileOptions options) {
        options.put("--framing", Settings.FRAMING);
        options.put("--charset", Settings.ENCODING);
        String view = options.get(Settings.VIEW);
        if (!view.equals(ViewId.AUTO) && !options.isTyped("--hex", "--view")) {
            options.put("--view", view);
        }
    }

    Framing framing() {
        return LineFraming.suiting(framing, charset);
    }

    /**
     * Reads and shows the messages of a session as the options say. Blocks while layouts are loaded that they need.
     *
     * @throws Problem if these have a mistake, or there is no layout of the name
     */
    void apply(Session session) throws Problem {
        if (hex && view != null) {
            throw new Problem("problem.view.hex", -1);
        }
        session.log().readAs(charset);
        session.log().showAs(view == null ? ViewId.AUTO : view);
        String layout = view == null ? null : ViewId.layout(view);
        boolean readsFields = layout != null || ViewId.FIELDS.equals(view) || filter instanceof SearchTerm.Condition;
        if (!readsFields) {
            return;
        }
        FieldLayouts layouts = session.log().layouts().await();
        if (layouts.problem().isPresent()) {
            throw layouts.problem().get();
        } else if (layout != null && layouts.named(layout) == null) {
            throw new Problem("problem.view.layout", -1, VisibleText.brief(layout));
        }
    }

    /** Returns what an export shows of the rows of this session. Blocks until layouts are loaded. */
    ExportOptions export(Session session) {
        session.log().layouts().await();
        Lens lens = session.log().lens();
        return new ExportOptions(() -> lens, hex ? MessageViews.HEX : MessageViews.CHOSEN, ENGLISH);
    }

    /** Returns the lines that show rows of this session. May block until layouts are loaded. */
    RowLines lines(Session session) {
        MessageViews views = hex ? MessageViews.HEX : MessageViews.TEXT_OR_CHOSEN;
        if (ViewId.AUTO.equals(view)) {
            session.log().layouts().await();
            views = MessageViews.AUTOMATIC;
        }
        return new RowLines(new RowFormatter(session.log().lens(), views, ENGLISH), origin);
    }

    /** Returns whether a row of this session is shown. */
    RowFilter filter(Session session) {
        return new RowFilter(filter, session.log().lens());
    }

    /** The ids of views, for the help and the completion of a shell. */
    static final class Views implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return MessageViews.IDS.iterator();
        }
    }

    /** Converts the id of a view. */
    static final class ToView implements ITypeConverter<String> {
        @Override
        public String convert(String given) throws Problem {
            return MessageViews.parse(given);
        }
    }

    /** Converts what is looked for. */
    static final class ToTerm implements ITypeConverter<SearchTerm> {
        @Override
        public SearchTerm convert(String given) throws Problem {
            return SearchTerm.parse(given);
        }
    }
}
