package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.reply.RulesFile;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.settings.TextFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads a file of rules for the command line. A wrong rule is an error here, because nobody would see that it does not
 * run.
 */
final class RulesArgument {
    private RulesArgument() {}

    /** A check of one part of a rule. */
    private interface Check {
        void run() throws Problem;
    }

    /** @throws Problem if the file cannot be read, or anything in it is wrong */
    static RulesFile read(String given) throws Problem {
        RulesFile file = RulesFile.parse(TextFile.read(path(given)), given);
        for (int i = 0; i < file.rules().size(); i++) {
            Rule rule = file.rules().get(i);
            String place = "rules[" + i + "].";
            check(given, place + "match", rule::checkPattern);
            check(given, place + "answer", rule::checkAnswer);
            check(given, place + "role", rule::checkRole);
        }
        return file;
    }

    private static void check(String file, String place, Check check) throws Problem {
        try {
            check.run();
        } catch (Problem e) {
            throw new Problem("problem.json.inside", -1, file, place, LensOptions.ENGLISH.of(e));
        }
    }

    private static Path path(String given) throws Problem {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new Problem("problem.file.missing", -1, given);
        }
    }
}
