package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.address.ListenAddress;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes in one sentence what is wrong with a command line, and names the way to help. */
final class UsageErrors {
    private UsageErrors() {}

    static String describe(ParameterException mistake) {
        return withHelp(sentence(mistake), mistake.getCommandLine());
    }

    /** Ends a sentence and adds the way to the help of the command. */
    static String withHelp(String sentence, CommandLine command) {
        String end = sentence.matches(".*[.?!]") ? " " : ". ";
        return sentence + end + "Try '" + command.getCommandSpec().qualifiedName() + " --help'.";
    }

    private static String sentence(ParameterException mistake) {
        if (mistake.getCause() instanceof Problem problem) {
            return option(mistake, problem) + LensOptions.ENGLISH.of(problem);
        } else if (mistake instanceof UnmatchedArgumentException unmatched) {
            return describeUnmatched(unmatched);
        }
        String message = VisibleText.of(String.valueOf(mistake.getMessage()));
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }

    /** Returns the name of the option and a colon for a sentence that names neither the option nor what was typed. */
    private static String option(ParameterException mistake, Problem problem) {
        boolean unclear = problem.key().equals("problem.framing.number");
        return unclear && mistake.getArgSpec() instanceof OptionSpec option ? option.longestName() + ": " : "";
    }

    private static String describeUnmatched(UnmatchedArgumentException mistake) {
        String given = mistake.getUnmatched().get(0);
        if (wantsPort(mistake.getCommandLine()) && given.matches("-\\d+")) {
            return describeNegativePort(given);
        }
        String shown = "'" + VisibleText.brief(given) + "'";
        if (mistake.isUnknownOption()) {
            return "There is no option " + shown + suggestion(mistake);
        } else if (mistake.getCommandLine().getParent() == null && isFileName(given)) {
            return shown + " is neither a command nor a file to open.";
        } else if (mistake.getCommandLine().getParent() == null) {
            return "There is no command " + shown + suggestion(mistake);
        }
        return shown + " is one argument too many.";
    }

    private static boolean isFileName(String given) {
        return given.contains(".") || given.contains("/") || given.contains("\\");
    }

    private static boolean wantsPort(CommandLine command) {
        return command.getCommandSpec().positionalParameters().stream()
                .anyMatch(parameter -> parameter.paramLabel().equals("[ADDRESS:]PORT"));
    }

    /** Describes a negative port, which looks like an option. */
    private static String describeNegativePort(String given) {
        try {
            return ListenAddress.parse(given) + " is not a port.";
        } catch (Problem e) {
            return LensOptions.ENGLISH.of(e);
        }
    }

    private static String suggestion(UnmatchedArgumentException mistake) {
        List<String> close = mistake.getSuggestions();
        return close.isEmpty() ? "." : "; did you mean '" + close.get(0) + "'?";
    }
}
