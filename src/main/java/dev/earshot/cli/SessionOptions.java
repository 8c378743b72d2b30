package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.Behaviour;
import dev.earshot.send.Draft;
import dev.earshot.session.LayoutBook;
import dev.earshot.session.Session;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.SendKeys;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line options that all commands with an endpoint share; starts the session that they ask for. */
final class SessionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private LensOptions lensOptions;

    @Mixin
    private ReplyOptions replyOptions;

    @Option(
            names = "--send-charset",
            paramLabel = "NAME",
            converter = ArgumentConverters.ToEncoding.class,
            description = "Send in this encoding. same, the default, is what each client was seen to speak.")
    private Encoding sendCharset;

    @Option(
            names = "--eol",
            paramLabel = "END",
            converter = ArgumentConverters.ToLineEnding.class,
            description = "What follows each typed line: none (default), lf, crlf or cr.")
    private LineEnding lineEnding = LineEnding.NONE;

    @Option(
            names = "--escapes",
            description =
                    "In a typed line \\r \\n \\t \\0 and \\x0D stand for bytes, \\u4F60 for a character, \\\\ for \\.")
    private boolean escapes;

    @Option(
            names = "--hex-input",
            description = "Each typed line is a message in hex: 48 65 6C, 48656C or 0x48,0x65; a row of a hex dump by"
                    + " xxd, hexdump -C or Wireshark; b'\\x48e', \\x48\\x65 or {0x48, 0x65}.")
    private boolean hexInput;

    @Option(
            names = "--nick",
            paramLabel = "NAME",
            description = "Put this name around each typed line, as a chat wants it. --end-on looks at the line alone.")
    private String nick = "";

    @Option(
            names = "--nick-format",
            paramLabel = "FORMAT",
            converter = ToNickFormat.class,
            description = "How: $${name} and $${text} stand for the two. Default: $${name}说$${text}")
    private String nickFormat;

    @Option(
            names = ProfileDefaults.OPTION,
            paramLabel = "FILE.json",
            description = "Take what is not given here from a profile that the window has saved: address, options,"
                    + " framing, encodings, limits, replies.")
    private String profile; // ProfileDefaults reads it, before all others

    @Mixin
    private CaptureOptions captureOptions;

    @Mixin
    private LogFileOptions logFile;

    /** Gives these options the values of a profile. */
    static void fill(ProfileOptions options) {
        LensOptions.fill(options);
        options.put("--send-charset", SendKeys.ENCODING);
        if (options.isTyped("--hex-input")) {
            return;
        } else if (options.get(SendKeys.FORM) == TextForm.HEX) {
            options.putIf("--hex-input", !options.isTyped("--escapes", "--eol", "--nick"));
            return;
        }
        options.putIf("--escapes", options.get(SendKeys.ESCAPES));
        if (options.get(SendKeys.ENDING) != LineEnding.NONE) {
            options.put("--eol", SendKeys.ENDING);
        }
        if (options.put("--nick", SendKeys.NICK)) {
            options.put("--nick-format", SendKeys.NICK_FORMAT);
        }
    }

    /** Opens an endpoint and runs until it ends. Returns the exit code. */
    int run(EndpointConfig config, Function<Session, SendTargets> targets, HostProcess host)
            throws CommandFailure, Problem, Output.NoReader, IOException {
        return run(config, targets, behaviour(), host);
    }

    /** Returns the behaviour that the options ask for. */
    Behaviour behaviour() {
        CommandLine line = command.commandLine();
        boolean fromProfile = profile != null && !ReplyOptions.areGiven(line);
        return fromProfile && line.getDefaultValueProvider() instanceof ProfileDefaults defaults
                ? defaults.behaviour()
                : replyOptions.behaviour(line);
    }

    /** Opens an endpoint with this behaviour and runs until it ends. Returns the exit code. */
    int run(EndpointConfig config, Function<Session, SendTargets> targets, Behaviour behaviour, HostProcess host)
            throws CommandFailure, Problem, Output.NoReader, IOException {
        logFile.check();
        Draft draft = draft();
        Session session = captureOptions.begin(host.folders(), lensOptions.framing());
        prepare(session, behaviour, host);
        RowLines lines = lensOptions.lines(session);
        InputSender input = new InputSender(session, targets.apply(session), draft, host);
        return new EndpointRun(session, lines, lensOptions.filter(session), input, host, captureOptions.quiet())
                .run(config);
    }

    /** Says what is wrong with the user's layouts as soon as rules, or what is shown, need any. */
    private static void sayMistakes(LayoutBook layouts, HostProcess host) {
        layouts.listen(
                () -> layouts.loaded().problem().ifPresent(problem -> host.say(LensOptions.ENGLISH.of(problem))));
    }

    /** Prepares a session, or closes it, so that no empty capture is left behind. */
    private void prepare(Session session, Behaviour behaviour, HostProcess host) throws CommandFailure, Problem {
        try {
            lensOptions.apply(session);
            sayMistakes(session.log().layouts(), host);
            session.replies().setBehaviour(behaviour);
            logFile.start(session, lensOptions.export(session));
        } catch (CommandFailure | Problem e) {
            session.close();
            throw e;
        }
    }

    private Draft draft() {
        if (nickFormat != null && nick.isEmpty()) {
            throw new ParameterException(command.commandLine(), "Option '--nick-format' needs --nick.");
        }
        requireText("--eol", lineEnding != LineEnding.NONE);
        requireText("--escapes", escapes);
        requireText("--nick", !nick.isEmpty());
        Nickname nickname = new Nickname(nick, nickFormat == null ? Nickname.CHAT : nickFormat);
        TextForm form = hexInput ? TextForm.HEX : TextForm.TEXT;
        return new Draft("", form, Optional.ofNullable(sendCharset), lineEnding, escapes, Envelope.NONE, nickname);
    }

    private void requireText(String option, boolean given) {
        if (given && hexInput) {
            throw new ParameterException(
                    command.commandLine(), "Option '" + option + "' is for lines of text, not for --hex-input.");
        }
    }

    /** Checks a format for nicknames, which must have a place for the text. */
    static final class ToNickFormat implements ITypeConverter<String> {
        @Override
        public String convert(String given) throws Problem {
            new Nickname("", given).check();
            return given;
        }
    }
}
