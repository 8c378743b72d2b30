package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import java.io.IOException;
import java.nio.file.Path;

/** Asks on the terminal, where there is one; nobody is no consent. */
final class YesNoPrompt {
    private YesNoPrompt() {}

    /** True, or a failure: somebody says no, or nobody is there to be asked. */
    static boolean toReplace(Path file, Stdio stdio) throws CommandFailure, IOException {
        if (System.console() == null) {
            throw new CommandFailure(VisibleText.of(file.toString()) + " exists already; --force replaces it.");
        }
        stdio.err().print(VisibleText.of(file.toString()) + " exists. Replace it? [y/N] ");
        stdio.err().flush();
        String answer = new LineInput(stdio.in(), stdio.charset()).next();
        if (answer == null || !answer.strip().matches("(?i)y(es)?")) {
            throw new CommandFailure("Not replaced.");
        }
        return true;
    }
}
