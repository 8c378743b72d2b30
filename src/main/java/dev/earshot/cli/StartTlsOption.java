package dev.earshot.cli;

import dev.earshot.session.Session;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The command line option that lets conversations begin plain, and be encrypted when that is typed. */
final class StartTlsOption {
    static final String NAME = "--starttls";

    @Option(
            names = NAME,
            description = "Begin plain; the other options for TLS hold from the typed line /starttls on. Behind an"
                    + " address it is for one client. Begin with // to send a line that begins with /.")
    private boolean given;

    boolean isGiven() {
        return given;
    }

    /** Refuses the option beside the one that encrypts from the beginning. */
    void refuseWith(boolean tls) throws CommandFailure {
        if (given && tls) {
            throw new CommandFailure("--tls encrypts from the beginning, " + NAME + " does not: give one of them.");
        }
    }

    /** Lets the typed line {@code /starttls} be a command, if the option is given. */
    Function<Session, SendTargets> targets(Function<Session, SendTargets> plain) {
        return given ? session -> new StartTlsCommand(plain.apply(session), session) : plain;
    }
}
