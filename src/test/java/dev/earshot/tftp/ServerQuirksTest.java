package dev.earshot.tftp;

import static dev.earshot.tftp.FakeServer.data;
import static dev.earshot.tftp.FakeServer.optionAck;
import static dev.earshot.tftp.FakeServer.part;
import static dev.earshot.tftp.Fetch.NEVER;
import static dev.earshot.tftp.Fetch.bytes;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.earshot.tftp.TftpPacket.Ack;
import dev.earshot.tftp.TftpPacket.Failure;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests servers that deviate from the standards without harm, as real ones do: the file arrives unchanged. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ServerQuirksTest {
    static Stream<Arguments> paddedOptions() {
        return Stream.of(
                arguments("one zero", padded(optionAck("blksize", "1024"), 1)),
                arguments("five zeros", padded(optionAck("blksize", "1024"), 5)),
                arguments("a zero between", optionAck("", "blksize", "1024", "", "tsize", "3000")),
                arguments("no zero at the end", cut(optionAck("blksize", "1024"))),
                arguments("upper case", optionAck("BLKSIZE", "1024", "TSize", "3000")),
                arguments("blanks around the number", optionAck("blksize", " 1024 ")),
                arguments("the same twice", optionAck("blksize", "1024", "blkSize", "1024")),
                arguments("a size that is no number", optionAck("blksize", "1024", "tsize", "unknown")),
                arguments("a negative size", optionAck("blksize", "1024", "tsize", "-1")),
                arguments("an absurd size", optionAck("blksize", "1024", "tsize", "99999999999999999999")));
    }

    private static byte[] padded(byte[] packet, int zeros) {
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        padded.writeBytes(packet);
        padded.writeBytes(new byte[zeros]);
        return padded.toByteArray();
    }

    private static byte[] cut(byte[] packet) {
        return Arrays.copyOf(packet, packet.length - 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paddedOptions")
    void acceptedOptionsAreReadInSpiteOfPaddingAndSpelling(String what, byte[] packet) throws Exception {
        byte[] file = bytes(3_000);
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1 << 20, 1_024, true));
            server.nextRequest();
            server.send(packet);
            assertThat(server.nextPacket()).isEqualTo(new Ack(0));
            for (int block = 1; block <= 3; block++) {
                int from = 1_024 * (block - 1);
                server.send(data(block, Arrays.copyOfRange(file, from, Math.min(3_000, from + 1_024))));
                assertThat(server.nextPacket()).isEqualTo(new Ack(block));
            }
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 599, 601, 1_000_000})
    void theAnnouncedSizeIsOnlyAHint(int announced) throws Exception {
        byte[] file = bytes(600);
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(optionAck("tsize", Integer.toString(announced)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(0));
            for (int block = 1; block <= 2; block++) {
                server.send(data(block, part(file, block)));
                assertThat(server.nextPacket()).isEqualTo(new Ack(block));
            }
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(file);
            assertThat(fetch.transfer.size()).isEqualTo(announced);
        }
    }

    @Test
    void theLimitHoldsForAFileThatWasAnnouncedAsSmaller() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 600, 512, true));
            server.nextRequest();
            server.send(optionAck("tsize", "1"));
            server.nextPacket();
            server.send(data(1, bytes(512)));
            server.nextPacket();
            server.send(data(2, bytes(512)));
            assertThat(((Failure) server.nextPacket()).code()).isEqualTo(3);
            assertThat(fetch.problem().key()).startsWith("problem.tftp.large");
            assertThat(fetch.file.size()).isEqualTo(512);
        }
    }

    static Stream<Arguments> optionsThatDoNotFit() {
        return Stream.of(
                arguments("the standard block size, not asked for", 512, optionAck("blksize", "512")),
                arguments("that with the size of the file", 512, optionAck("tsize", "900", "blksize", "512")),
                arguments("a block size that was not asked for", 512, optionAck("blksize", "1024")),
                arguments("a larger block size than asked for", 1_024, optionAck("blksize", "1025")),
                arguments("a smaller one than there is", 1_024, optionAck("blksize", "7")),
                arguments("a negative one", 1_024, optionAck("blksize", "-1")),
                arguments("one that is no number", 1_024, optionAck("blksize", "big")),
                arguments("a window that was not asked for", 512, optionAck("windowsize", "64")),
                arguments("two different sizes", 512, optionAck("tsize", "1", "TSIZE", "2")),
                arguments("an option without a value", 512, optionAck("tsize")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optionsThatDoNotFit")
    void aServerWhoseOptionsDoNotFitIsAskedAgainWithoutOptions(String what, int blockSize, byte[] packet)
            throws Exception {
        byte[] file = bytes(900);
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1 << 20, blockSize, true));
            assertThat(server.nextRequest().options()).isNotEmpty();
            server.send(packet);
            assertThat(((Failure) server.nextPacket()).code()).isEqualTo(8);
            assertThat(server.nextRequest().options()).isEmpty();
            server.send(packet); // the network has doubled it
            server.send(data(1, part(file, 1)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            server.send(data(2, part(file, 2)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(2));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blksize 512", "tsize 4", "tsize 4 blksize 512"})
    void optionsThatChangeNothingAreNoFaultEvenIfNoneWereAskedFor(String options) throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1 << 20, 512, false));
            assertThat(server.nextRequest().options()).isEmpty();
            server.send(optionAck(options.split(" ")));
            assertThat(server.nextPacket()).isEqualTo(new Ack(0));
            server.send(data(1, bytes(4)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(4));
        }
    }

    @Test
    void acceptedOptionsThatComeTwiceAreNoFault() throws Exception {
        byte[] file = bytes(600);
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(optionAck("tsize", "600"));
            server.send(optionAck("tsize", "600"));
            assertThat(server.nextPacket()).isEqualTo(new Ack(0));
            server.send(data(1, part(file, 1)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            server.send(optionAck("tsize", "600"));
            server.send(data(2, part(file, 2)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(2));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(file);
        }
    }

    @Test
    void aServerMayUseTheAskedBlockSizeWithoutHavingAgreedToIt() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1 << 20, 1_024, true));
            assertThat(server.nextRequest().options()).isEqualTo(Map.of("tsize", "0", "blksize", "1024"));
            server.send(data(1, bytes(1_024)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            server.send(data(2, bytes(9)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.size()).isEqualTo(1_033);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 1_023, 1_025})
    void butABlockOfAnotherSizeMayBeTheLastOneOrNotAndIsRefused(int length) throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1 << 20, 1_024, true));
            server.nextRequest();
            server.send(data(1, bytes(length)));
            assertThat(server.nextPacket()).isInstanceOf(Failure.class);
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.block.length");
            assertThat(fetch.file.size()).isZero();
        }
    }

    @Test
    void anErrorIsReadWithAndWithoutTheZeroAtItsEndAndWithPadding() throws Exception {
        for (String end : List.of("", "\0", "\0\0\0\0", "\0 more")) {
            try (FakeServer server = new FakeServer()) {
                Fetch fetch = new Fetch(server, NEVER);
                server.nextRequest();
                server.send(("\0\5\0\1no such file" + end).getBytes(US_ASCII));
                assertThat(fetch.problem().key()).isEqualTo("problem.tftp.error.1");
                assertThat(fetch.problem().arguments()).contains("no such file");
            }
        }
    }

    @Test
    void theWordsOfAnErrorMayBeInTheEncodingOfTheServersSystem() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.writeBytes(new byte[] {0, 5, 0, 1});
            packet.writeBytes("\u6587\u4ef6\u4e0d\u5b58\u5728".getBytes("GBK"));
            packet.write(0);
            server.send(packet.toByteArray());
            assertThat(fetch.problem().arguments()).contains("\u6587\u4ef6\u4e0d\u5b58\u5728");
        }
    }

    /** An answer to the first request may still come, with the options of that. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatDoesNotAnswerRequestsWithOptionsIsAskedWithoutThem(boolean late) throws Exception {
        byte[] file = bytes(600);
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(
                    new FileRequest(server.address(), "fw.bin", TransferMode.OCTET, 50, 100, 1 << 20, 512, true));
            TftpPacket.Request request = server.nextRequest();
            for (int sent = 1; sent < 3; sent++) {
                assertThat(request.options()).isNotEmpty();
                request = server.nextRequest();
            }
            assertThat(request.options()).isNotEmpty();
            assertThat(server.nextRequest().options()).isEmpty();
            if (late) {
                server.send(optionAck("tsize", "600"));
                TftpPacket answer = server.nextPacket();
                while (answer instanceof TftpPacket.Request) {
                    answer = server.nextPacket();
                }
                assertThat(answer).isEqualTo(new Ack(0));
            }
            for (int block = 1; block <= 2; block++) {
                server.send(data(block, part(file, block)));
            }
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(file);
        }
    }
}
