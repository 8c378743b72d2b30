package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.tls.Secret;
import dev.earshot.session.FileProblem;
import dev.earshot.session.TlsFiles;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Option;

/**
 * Finds the password of a private key: in a file, in the environment, or by asking on the terminal. It is never an argument,
 * because everybody on a computer can read those of all programs.
 */
final class TlsPassword {
    private static final String VARIABLE = "EARSHOT_TLS_PASSWORD";

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "Where the password of the private key is, in the first line. Without it the password is that"
                    + " of the environment variable " + VARIABLE + ", or is asked for.")
    private Path file;

    /**
     * Returns the password for a key, empty where it needs none.
     *
     * @param certificate the file of the certificate, or null for none
     * @param key the file of the key, or null
     */
    Secret of(Path certificate, Path key) throws Problem, IOException {
        if (certificate == null) {
            return Secret.NONE;
        }
        Secret given = given();
        try {
            TlsFiles.identity(certificate, key, given);
        } catch (Problem e) {
            Console console = System.console();
            if (!e.key().equals("problem.tls.password.missing") || console == null) {
                throw e;
            }
            return asked(console, key == null ? certificate : key);
        }
        return given;
    }

    private Secret given() throws Problem, IOException {
        if (file != null) {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return new Secret(text.lines().findFirst().orElse("").toCharArray());
            } catch (IOException e) {
                throw FileProblem.of("problem.open", file, e);
            }
        }
        String value = System.getenv(VARIABLE);
        return value == null ? Secret.NONE : new Secret(value.toCharArray());
    }

    private static Secret asked(Console console, Path locked) {
        char[] typed = console.readPassword("Password for %s: ", locked);
        if (typed == null) {
            return Secret.NONE;
        }
        Secret password = new Secret(typed);
        Arrays.fill(typed, '\0');
        return password;
    }
}
