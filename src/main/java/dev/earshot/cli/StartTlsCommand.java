package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.Session;

/**
 * Takes the typed line {@code /starttls} as the command to encrypt the conversations with its receivers. {@code //} at
 * the start of a text stands for one slash.
 */
final class StartTlsCommand implements SendTargets {
    private static final String COMMAND = "/starttls";

    private final SendTargets plain;
    private final Session session;

    /** @param plain finds the receivers of each line */
    StartTlsCommand(SendTargets plain, Session session) {
        this.plain = plain;
        this.session = session;
    }

    @Override
    public AddressedLine resolve(String line) throws CommandFailure, Problem {
        AddressedLine resolved = plain.resolve(line);
        String text = resolved.text();
        return text.startsWith("//") ? new AddressedLine(resolved.peers(), text.substring(1)) : resolved;
    }

    @Override
    public boolean isCommand(String line) {
        String text = line.startsWith("@@") ? line : line.replaceFirst("^@\\S+ ", "");
        return text.strip().equals(COMMAND);
    }

    @Override
    public void carryOut(String line) throws CommandFailure, Problem {
        session.clients().startTls(plain.resolve(line).peers());
    }

    @Override
    public boolean waitsWhenFull() {
        return plain.waitsWhenFull();
    }

    @Override
    public void inputEnded() {
        plain.inputEnded();
    }
}
