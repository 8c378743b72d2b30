package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.settings.ByteSize;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFile;
import dev.earshot.tftp.LocalFileName;
import dev.earshot.tftp.TransferMode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code earshot tftp get}, which fetches a file from a TFTP server. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Fetch a file from a TFTP server.",
        footer = {
            "",
            "The last line is 'saved FILE, BYTES bytes in TIME, RATE'. The file has its name",
            "only when it is whole; Ctrl+C removes what has come of it.",
            "With --packets a line a packet comes before it, as listen prints rows:",
            "  TIME ADDRESS MARK PACKET",
            "with the marks < received and > sent."
        })
final class TftpGet implements Callable<Integer> {
    private final HostProcess host;

    @Spec
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "HOST[:PORT]",
            converter = ToServer.class,
            description = "The server: boot.local, 10.0.0.1:6969, [::1]. The port is 69 if none is named.")
    private ConnectAddress server;

    @Parameters(index = "1", paramLabel = "REMOTE", description = "The file, as the server calls it.")
    private String remote;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "LOCAL",
            description = "The file here, or a folder that there is. Default: the last part of REMOTE.")
    private String local;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = ToMode.class,
            description =
                    "octet (default): bytes as they are. netascii: lines of text, made into those of this computer.")
    private TransferMode mode = TransferMode.OCTET;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = ToMillis.class,
            description = "How long to wait for an answer before asking again, 0.05 to 60; then twice and four times"
                    + " that. Default: 1.")
    private int timeoutMillis = 1_000;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "How often to ask again without an answer, 0 to 100. Default: 5.")
    private int retries = 5;

    @Option(
            names = "--limit",
            paramLabel = "SIZE",
            converter = ToLimit.class,
            description = "Refuse a larger file, such as 512K or 2GiB. Default: 1GiB.")
    private long limit = 1L << 30;

    @Option(
            names = "--block-size",
            paramLabel = "BYTES",
            description = "Ask for blocks of this size, 8 to 65400. Default: 512, which needs no asking.")
    private int blockSize = 512;

    @Option(names = "--no-options", description = "Ask for no options: plain RFC 1350, without the size of the file.")
    private boolean plain;

    @Option(names = "--force", description = "Replace a file that exists.")
    private boolean force;

    @Option(names = "--packets", description = "Print every packet.")
    private boolean packets;

    TftpGet(HostProcess host) {
        this.host = host;
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader, IOException {
        FileRequest request = new FileRequest(server, remote, mode, timeoutMillis, retries, limit, blockSize, !plain);
        check(request);
        LocalFile file = file();
        boolean replace = force || file.isFile() && YesNoPrompt.confirmReplacing(file.path(), host);
        return new TftpRun(host, packets).fetch(request, file, replace);
    }

    private void check(FileRequest request) {
        try {
            request.check();
        } catch (Problem e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private LocalFile file() throws Problem, CommandFailure {
        return local == null
                ? LocalFile.in(SessionOpener.path(""), LocalFileName.lastOf(remote))
                : LocalFile.at(SessionOpener.path(local), remote);
    }

    /** Converts {@code HOST[:PORT]}. */
    static final class ToServer implements ITypeConverter<ConnectAddress> {
        @Override
        public ConnectAddress convert(String given) throws Problem {
            return ConnectAddress.parse(given, FileRequest.PORT);
        }
    }

    /** Converts {@code octet} or {@code netascii}. */
    static final class ToMode implements ITypeConverter<TransferMode> {
        @Override
        public TransferMode convert(String given) throws Problem {
            for (TransferMode mode : TransferMode.values()) {
                if (mode.word().equalsIgnoreCase(given)) {
                    return mode;
                }
            }
            throw new Problem("problem.tftp.mode", 0, given);
        }
    }

    /** Converts seconds, which may have decimals, to milliseconds. */
    static final class ToMillis implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String given) throws Problem {
            return FileRequest.millis(given);
        }
    }

    /** Converts a size such as {@code 512K} or {@code 2GiB} to bytes. */
    static final class ToLimit implements ITypeConverter<Long> {
        @Override
        public Long convert(String given) throws Problem {
            return ByteSize.parse(given, 1024);
        }
    }
}
