package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import java.io.IOException;
import java.nio.file.Path;

/** Asks on the terminal, where there is one; nobody is no consent. */
final class Consent {
    private Consent() {}

    /** True, or a failure: somebody says no, or nobody is there to be asked. */
    static boolean toReplace(Path file, Stdio stdio) throws Failure, IOException {
        if (System.console() == null) {
            throw new Failure(VisibleText.of(file.toString()) + " exists already; --force replaces it.");
        }
        stdio.err().print(VisibleText.of(file.toString()) + " exists. Replace it? [y/N] ");
        stdio.err().flush();
        String answer = new LineInput(stdio.in(), stdio.charset()).next();
        if (answer == null || !answer.strip().matches("(?i)y(es)?")) {
            throw new Failure("Not replaced.");
        }
        return true;
    }
}
