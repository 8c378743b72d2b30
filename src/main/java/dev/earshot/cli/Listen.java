package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.net.ListenAddress;
import dev.earshot.reply.Behaviour;
import dev.earshot.session.Session;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code earshot listen}: what is asked for. */
@Command(
        name = "listen",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Listen on a TCP port, print what happens, send what is typed.",
        footer = {
            "",
            "The first line is 'listening ADDRESS:PORT'. Then one line a row:",
            "  TIME CLIENT MARK TEXT",
            "with the marks + came, - left and why, < received, > sent,",
            ">> sent by itself (--origin shows by what), ! note.",
            "CLIENT is * in rows about no client.",
            "",
            "A typed line goes to all clients, '@ADDRESS:PORT text' to one of them;",
            "begin with @@ to send an @. It is sent as typed, without its line ending.",
            "Ctrl+C or SIGTERM ends the program; the end of input does not.",
            "",
            "A TEMPLATE is a text with escapes such as \\r\\n, or hex:48 65; in it stand for",
            "something else: $${0} the message, $${1} a capture, $${counter}, $${time:HH:mm},",
            "$${random:1-100}, $${client}, $${clients}, $${hex:0D 0A}, $${length:u16},",
            "$${checksum:CRC-16/MODBUS}. A file of rules is what the window exports."
        })
final class Listen implements Callable<Integer> {
    private final Stdio stdio;

    @Parameters(
            paramLabel = "[ADDRESS:]PORT",
            converter = Converters.ToListenAddress.class,
            description = "Where to listen: 8080 (on 127.0.0.1), 0.0.0.0:8080, [::1]:8080; port 0 is any free one.")
    private ListenAddress address;

    @Mixin
    private Reading reading;

    @Mixin
    private Behaving behaving;

    @Option(
            names = "--send-charset",
            paramLabel = "NAME",
            converter = Converters.ToEncoding.class,
            description = "Send in this encoding. same, the default, is what each client was seen to speak.")
    private Encoding sendCharset;

    @Option(
            names = "--eol",
            paramLabel = "END",
            converter = Converters.ToLineEnding.class,
            description = "What follows each typed line: none (default), lf or crlf.")
    private LineEnding ending = LineEnding.NONE;

    @Option(
            names = "--capture",
            paramLabel = "FILE.pcapng",
            description = "Where the capture goes, a new file. Else it is one of the last 10 sessions that are kept.")
    private String capture;

    @Option(
            names = "--cap",
            paramLabel = "SIZE",
            converter = Converters.ToCap.class,
            description = "Remove the oldest part of a capture that is larger, such as 512M or 2GiB. "
                    + "Default: half of the free disk, 256 MiB to 8 GiB.")
    private long cap;

    @Option(names = "--quiet", description = "Print nothing but the first line.")
    private boolean quiet;

    Listen(Stdio stdio) {
        this.stdio = stdio;
    }

    @Override
    public Integer call() throws Failure, Problem, Output.NoReader, IOException {
        Behaviour behaviour = behaving.behaviour();
        Session session = Captures.begin(capture, cap, reading.framing());
        session.replies().behave(behaviour);
        RowLines lines = reading.lines(session);
        Answers answers = new Answers(session, sendCharset, ending, stdio);
        return new Run(session, lines, answers, stdio).listen(address, quiet);
    }
}
