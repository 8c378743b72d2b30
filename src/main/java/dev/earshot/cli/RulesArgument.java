package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.reply.Rule;
import dev.earshot.reply.RulesFile;
import dev.earshot.session.TextFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file of rules from the command line: here a rule that is wrong is an error, for nobody sees that it does not run. */
final class RulesArgument {
    private RulesArgument() {}

    /** One thing to be looked at. */
    private interface Check {
        void run() throws Problem;
    }

    /** @throws Problem if it cannot be read, or anything in it is wrong */
    static RulesFile read(String given) throws Problem {
        RulesFile file = RulesFile.parse(TextFile.read(path(given)), given);
        for (int i = 0; i < file.rules().size(); i++) {
            Rule rule = file.rules().get(i);
            String at = "rules[" + i + "].";
            check(given, at + "match", rule::checkPattern);
            check(given, at + "answer", rule::checkAnswer);
            check(given, at + "role", rule::checkRole);
        }
        return file;
    }

    private static void check(String file, String at, Check check) throws Problem {
        try {
            check.run();
        } catch (Problem e) {
            throw new Problem("problem.json.inside", -1, file, at, LensOptions.ENGLISH.of(e));
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
