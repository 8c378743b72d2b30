package dev.earshot.tftp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import dev.earshot.tftp.RealServer.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that files fetched from three other TFTP servers are identical. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class RealServersTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path there;

    @TempDir
    private Path here;

    @ParameterizedTest
    @EnumSource
    void smallFilesAreIdenticalWithAndWithoutOptions(Kind kind) throws Exception {
        try (RealServer server = new RealServer(kind, there)) {
            for (int size : new int[] {0, 1, 511, 512, 513, 1_024, 1_428, 100_000}) {
                fetch(server, size, 512, false);
                fetch(server, size, 512, true);
                fetch(server, size, 1_428, true);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void largeFilesAreIdentical(Kind kind) throws Exception {
        try (RealServer server = new RealServer(kind, there)) {
            fetch(server, 33 * MEBIBYTE, 16_384, true);
            fetch(server, 64 * MEBIBYTE, 16_384, true);
        }
    }

    /** Blocks of 512 bytes pass the last block number once in 33 MiB and twice in 64 MiB (131,073 round trips). */
    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "tftp.large", matches = "true")
    void largeFilesInSmallBlocksAreIdentical(Kind kind) throws Exception {
        try (RealServer server = new RealServer(kind, there)) {
            fetch(server, 33 * MEBIBYTE, 512, true);
            fetch(server, 64 * MEBIBYTE, 512, true);
        }
    }

    @Test
    void blockNumbersContinueWithZeroLikeTheServersNumbers() throws Exception {
        try (RealServer server = new RealServer(Kind.TFTPD_HPA, there)) {
            fetch(server, 65_540 * FileRequest.LEAST_BLOCK, FileRequest.LEAST_BLOCK, true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNotThereIsErrorOne(Kind kind) throws Exception {
        try (RealServer server = new RealServer(kind, there)) {
            Problem problem = catchThrowableOfType(
                    Problem.class, () -> transfer(FileRequest.of(server.address(), "no such file"), "x"));
            assertThat(problem.key()).isEqualTo("problem.tftp.error.1");
            assertThat(here).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesGetTheLineEndOfThisComputer(Kind kind) throws Exception {
        Files.writeString(there.resolve("lines"), "one\ntwo\n\nend", US_ASCII);
        try (RealServer server = new RealServer(kind, there)) {
            FileRequest request = new FileRequest(
                    server.address(), "lines", TransferMode.NETASCII, Fetch.NEVER, 0, MEBIBYTE, 512, true);
            transfer(request, "lines");
            assertThat(Files.readString(here.resolve("lines"), US_ASCII).lines())
                    .containsExactly("one", "two", "", "end");
        }
    }

    private void fetch(RealServer server, int size, int blockSize, boolean options) throws Exception {
        String name = Integer.toString(size);
        write(there.resolve(name), size);
        FileRequest request = new FileRequest(
                server.address(), name, TransferMode.OCTET, Fetch.NEVER, 0, 1L << 30, blockSize, options);
        transfer(request, name);
        assertThat(Files.mismatch(there.resolve(name), here.resolve(name))).isEqualTo(-1);
    }

    private void transfer(FileRequest request, String name) throws Exception {
        try (PartFile part = LocalFile.in(here, name).createPart(true)) {
            assertThat(new FileTransfer(request, part.out(), event -> {}, () -> 1).run())
                    .isTrue();
            part.keep();
        }
    }

    private static void write(Path file, int size) throws IOException {
        Random random = new Random(size);
        byte[] bytes = new byte[MEBIBYTE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int left = size; left > 0; left -= bytes.length) {
                random.nextBytes(bytes);
                out.write(bytes, 0, Math.min(left, bytes.length));
            }
        }
    }
}
