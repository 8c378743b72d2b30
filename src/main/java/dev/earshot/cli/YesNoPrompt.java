package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import java.io.IOException;
import java.nio.file.Path;

/** Asks on the terminal whether a file may be replaced; without a terminal the answer is no. */
final class YesNoPrompt {
    private YesNoPrompt() {}

    /** Asks whether a file may be replaced; returns true, or fails if the answer is no. */
    static boolean confirmReplacing(Path file, HostProcess host) throws CommandFailure, IOException {
        if (System.console() == null) {
            throw new CommandFailure(VisibleText.of(file.toString()) + " exists already; --force replaces it.");
        }
        host.err().print(VisibleText.of(file.toString()) + " exists. Replace it? [y/N] ");
        host.err().flush();
        String answer = new LineInput(host.in(), host.charset()).next();
        if (answer == null || !answer.strip().matches("(?i)y(es)?")) {
            throw new CommandFailure("Not replaced.");
        }
        return true;
    }
}
