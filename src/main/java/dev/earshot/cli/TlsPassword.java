package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.files.RegularFile;
import dev.earshot.net.tls.Secret;
import dev.earshot.session.settings.FileProblem;
import dev.earshot.session.settings.TlsFiles;
import java.io.Console;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Option;

/**
 * Finds the password of a private key: in a file, in the environment, or by asking on the terminal. It is never an
 * argument, because everybody on a computer can read those of all programs.
 */
final class TlsPassword {
    /** The most characters of a password: those of OpenSSL are shorter. */
    private static final int MOST_CHARACTERS = 1024;

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
                RegularFile.require(file);
                return new Secret(firstLine(file));
            } catch (IOException e) {
                throw FileProblem.of("problem.open", file, e);
            }
        }
        String value = System.getenv(VARIABLE);
        return value == null ? Secret.NONE : new Secret(value.toCharArray());
    }

    /** Reads the first line, or as much of it as a password can have. */
    private static char[] firstLine(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] read = new char[MOST_CHARACTERS];
            int length = 0;
            for (int next = text.read(); next >= 0 && next != '\n' && next != '\r'; next = text.read()) {
                if (length == MOST_CHARACTERS) {
                    throw new IOException("its first line is too long for a password");
                }
                read[length++] = (char) next;
            }
            char[] line = Arrays.copyOf(read, length);
            Arrays.fill(read, '\0');
            return line;
        }
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
