package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.WholeNumber;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.Answer;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.AnswerKinds;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.ChatAnswer;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.reply.Greeting;
import dev.earshot.reply.NoAnswer;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.reply.RulesFile;
import dev.earshot.reply.rules.Template;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line options for automatic replies. */
final class ReplyOptions {
    @Option(
            names = "--reply",
            paramLabel = "WHAT",
            converter = ToReply.class,
            description = "Answer each message: echo, text:TEMPLATE, hex:TEMPLATE, rules:FILE.json;"
                    + " chat sends it to everybody, roles from APPs to DEVICEs and back.")
    private Reply reply;

    @Option(
            names = "--reply-framing",
            paramLabel = "HOW",
            converter = ArgumentConverters.ToFraming.class,
            description = "What is one message to --reply, in the forms of --framing."
                    + " Default: lines, or what the file of rules says.")
    private Framing framing;

    @Option(names = "--then-close", description = "End a conversation once its first answer is out.")
    private boolean thenClose;

    @Option(
            names = "--on-connect",
            paramLabel = "TEMPLATE",
            converter = ToGreeting.class,
            description = "Greet whoever is connected; hangup only notes the visit and disconnects.")
    private Greeting greeting = new Greeting.None();

    @Option(
            names = "--end-on",
            paramLabel = "TEXT",
            description = "End a conversation in which just this is received or typed, such as bye.")
    private String endOn = "";

    @Option(
            names = "--reply-limit",
            paramLabel = "N",
            converter = ToLimit.class,
            description = "Answer at most so many messages of one client in a second (default 1000), in case"
                    + " two programs answer each other; 0: no limit.")
    private int limit = Behaviour.MOST_PER_SECOND;

    @Option(
            names = "--leave",
            paramLabel = "REGEX",
            converter = ToExpression.class,
            description = "chat: a message in which this is found ends its sender's conversation." + " Default: "
                    + ChatAnswer.DEFAULT_LEAVE)
    private String leave;

    @Option(names = "--others-only", description = "chat: do not send a message back to who sent it.")
    private boolean othersOnly;

    @Option(
            names = "--sides",
            paramLabel = "ONE,OTHER",
            converter = ToSides.class,
            description = "roles: what a client's first message calls its side. Default: APP,DEVICE")
    private RolesAnswer sides;

    @Option(names = "--take-over", description = "roles: who claims a pair's role last has it; otherwise who is first.")
    private boolean takeOver;

    /** An answer, and the framing that its file of rules names. */
    private record Reply(Answer answer, Optional<Framing> framing) {}

    /** Whether any of these options was typed, rather than taken from elsewhere. */
    static boolean areGiven(CommandLine line) {
        return line.getParseResult().matchedOptionsSet().stream()
                .anyMatch(option ->
                        option.userObject() instanceof Field field && field.getDeclaringClass() == ReplyOptions.class);
    }

    /** Returns the behaviour that these options ask for; without any, it answers nothing. */
    Behaviour behaviour(CommandLine command) {
        Answer answer = reply == null ? new NoAnswer() : reply.answer;
        require(command, "--then-close", thenClose, "--reply", reply != null);
        require(command, "--reply-framing", framing != null, "--reply", reply != null);
        require(command, "--leave", leave != null, "--reply chat", answer instanceof ChatAnswer);
        require(command, "--others-only", othersOnly, "--reply chat", answer instanceof ChatAnswer);
        require(command, "--sides", sides != null, "--reply roles", answer instanceof RolesAnswer);
        require(command, "--take-over", takeOver, "--reply roles", answer instanceof RolesAnswer);
        Framing usualFraming = reply == null ? Framing.LINES : reply.framing.orElse(Framing.LINES);
        return new Behaviour(
                complete(answer),
                framing == null ? usualFraming : framing,
                thenClose,
                greeting,
                endOn,
                Set.of(),
                limit);
    }

    private Answer complete(Answer answer) {
        if (answer instanceof ChatAnswer) {
            return new ChatAnswer(leave == null ? ChatAnswer.DEFAULT_LEAVE : leave, !othersOnly);
        } else if (answer instanceof RolesAnswer usual) {
            RolesAnswer named = sides == null ? usual : sides;
            return new RolesAnswer(named.first(), named.second(), takeOver, usual.refusal());
        }
        return answer;
    }

    private static void require(CommandLine command, String option, boolean given, String other, boolean present) {
        if (given && !present) {
            throw new ParameterException(command, "Option '" + option + "' needs " + other + ".");
        }
    }

    /** Converts {@code text:...}, {@code hex:...}, {@code rules:FILE}, or the id of a kind that needs no settings. */
    static final class ToReply implements ITypeConverter<Reply> {
        @Override
        public Reply convert(String given) throws Problem {
            if (given.startsWith("rules:")) {
                RulesFile file = RulesArgument.read(given.substring("rules:".length()));
                return new Reply(new RulesAnswer(file.rules()), file.framing());
            }
            return new Reply(answer(given), Optional.empty());
        }

        private static Answer answer(String given) throws Problem {
            Template template = ArgumentConverters.template(given, false);
            if (template != null) {
                return new FixedAnswer(template);
            }
            AnswerKind<?> kind = AnswerKinds.find(given);
            if (kind == null || kind == NoAnswer.KIND || kind.defaultAnswer().isBlank()) {
                throw new Problem("problem.reply.unknown", -1, VisibleText.brief(given));
            }
            return kind.defaultAnswer();
        }
    }

    /** Converts {@code hangup} or a template. */
    static final class ToGreeting implements ITypeConverter<Greeting> {
        @Override
        public Greeting convert(String given) throws Problem {
            return given.equals("hangup")
                    ? new Greeting.HangUp()
                    : new Greeting.Greet(ArgumentConverters.template(given, true));
        }
    }

    /** Converts a number from 0 to a million. */
    static final class ToLimit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String given) throws Problem {
            return WholeNumber.parse(given, 0, 1_000_000);
        }
    }

    /** Checks a regular expression. */
    static final class ToExpression implements ITypeConverter<String> {
        @Override
        public String convert(String given) throws Problem {
            RegularExpression.compile(given, "problem.match.expression");
            return given;
        }
    }

    /** Converts two names with a comma between them. */
    static final class ToSides implements ITypeConverter<RolesAnswer> {
        @Override
        public RolesAnswer convert(String given) throws Problem {
            String[] names = given.split(",", -1);
            if (names.length != 2 || names[0].isBlank() || names[1].isBlank() || names[0].equals(names[1])) {
                throw new Problem("problem.reply.sides", -1, VisibleText.brief(given));
            }
            return new RolesAnswer(names[0], names[1], false, RolesAnswer.DEFAULT.refusal());
        }
    }
}
