package dev.earshot.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolDetectorTest {
    private static final String PROXY_V2 = "0D0A0D0A000D0A515549540A";

    /** Returns streams of clients, with the protocol and the detail that are to be recognised. */
    static Stream<Arguments> strangers() throws Exception {
        String longPath = "/" + "x".repeat(3_000);
        return Stream.of(
                arguments("TLS 1.3 with a name", hello("TLSv1.3", "example.org"), Protocol.TLS, "SNI example.org"),
                arguments("TLS 1.2 with a name", hello("TLSv1.2", "a.example"), Protocol.TLS, "SNI a.example"),
                arguments("TLS without a name", hello("TLSv1.2", null), Protocol.TLS, "ClientHello"),
                arguments("a long name", hello("TLSv1.2", "n".repeat(60) + ".example"), Protocol.TLS, "exa…"),
                arguments(
                        "PROXY v1",
                        text("PROXY TCP4 192.0.2.1 192.0.2.2 56324 443\r\nhi"),
                        Protocol.PROXY,
                        "192.0.2.1"),
                arguments(
                        "PROXY v1 with IPv6",
                        text("PROXY TCP6 2001:db8::1 2001:db8::2 1 2\r\n"),
                        Protocol.PROXY,
                        "v1, TCP6 2001:db8::1"),
                arguments("PROXY v1 unknown", text("PROXY UNKNOWN\r\n"), Protocol.PROXY, "v1, UNKNOWN"),
                arguments(
                        "PROXY v2",
                        hex(PROXY_V2 + "21 11 00 0C C0000201 C0000202 DC04 01BB 68690A"),
                        Protocol.PROXY,
                        "v2, 192.0.2.1"),
                arguments(
                        "PROXY v2 with IPv6",
                        hex(PROXY_V2 + "21 21 00 24 20010DB8000000000000000000000001" + "00".repeat(20)),
                        Protocol.PROXY,
                        "v2, 2001:db8:0:0:0:0:0:1"),
                arguments("PROXY v2 of a health check", hex(PROXY_V2 + "20 00 00 00"), Protocol.PROXY, "v2, LOCAL"),
                arguments("HTTP", text("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), Protocol.HTTP, "GET /"),
                arguments("HTTP with LF only", text("HEAD /a HTTP/1.0\n\n"), Protocol.HTTP, "HEAD /a"),
                arguments("a long path", text("POST " + longPath + " HTTP/1.1\r\n"), Protocol.HTTP, "POST /xxx"),
                arguments(
                        "a tunnel", text("CONNECT a.example:443 HTTP/1.1\r\n"), Protocol.HTTP, "CONNECT a.example:443"),
                arguments("HTTP/2", text("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0"), Protocol.HTTP2, "PRI * HTTP/2.0"),
                arguments(
                        "SSH", text("SSH-2.0-OpenSSH_9.2p1 Debian\r\n"), Protocol.SSH, "SSH-2.0-OpenSSH_9.2p1 Debian"),
                arguments("PuTTY's telnet", hex("FFFB1F FFFB20 FFFB18 FFFB27 FFFD01"), Protocol.TELNET, "IAC WILL 31"),
                arguments("telnet on port 23", hex("FFFD03 FFFB18 FFFB1F"), Protocol.TELNET, "IAC DO 3"),
                arguments(
                        "RDP with a cookie",
                        text("\3\0\0\u002b\u0026\u00e0\0\0\0\0\0Cookie: mstshash=eltons\r\n\1\0\10\0\0\0\0\0"),
                        Protocol.RDP,
                        "X.224 CR"),
                arguments("RDP", hex("03000013 0EE00000000000 01000800 0B000000"), Protocol.RDP, "X.224 CR"),
                arguments("the oldest RDP", hex("0300000B 06E00000000000"), Protocol.RDP, "X.224 CR"),
                arguments("SMB1", hex("00000054 FF534D42 72000000"), Protocol.SMB, "SMB1"),
                arguments("SMB2", hex("000000A4 FE534D42 40000000"), Protocol.SMB, "SMB2"),
                arguments("MQTT 3.1.1", hex("100F 0004 4D515454 04 02 003C 0003 616263"), Protocol.MQTT, "CONNECT"),
                arguments(
                        "MQTT 3.1", hex("10 9501 0006 4D5149736470 03 02 003C 0003 616263"), Protocol.MQTT, "CONNECT"));
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(ISO_8859_1);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** Returns what the TLS of the JDK sends first. */
    private static byte[] hello(String version, String name) throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {version});
        if (name != null) {
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        engine.setSSLParameters(parameters);
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        return Arrays.copyOf(hello.array(), hello.position());
    }

    /** Reads a stream in pieces that end at these offsets. */
    private static ProtocolDetector read(boolean client, byte[] stream, int... cuts) {
        ProtocolDetector detector = new ProtocolDetector(client);
        int from = 0;
        for (int to : cuts) {
            detector.read(stream, from, to - from);
            from = to;
        }
        detector.read(stream, from, stream.length - from);
        return detector;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void aProtocolIsRecognisedHoweverItsFirstBytesAreCut(String what, byte[] stream, Protocol protocol, String detail) {
        assertThat(ProtocolDetector.isFirstByte(stream[0])).isTrue();
        String whole = read(true, stream).detail();
        assertThat(whole).contains(detail).hasSizeLessThan(100);
        for (int cut = 0; cut <= Math.min(stream.length, 600); cut++) {
            ProtocolDetector detector = read(true, stream, cut);
            assertThat(detector.protocol()).as("cut at " + cut).isEqualTo(protocol);
            assertThat(detector.detail()).isEqualTo(whole);
        }
        ProtocolDetector single = new ProtocolDetector(true);
        for (int i = 0; i < stream.length; i++) {
            single.read(stream, i, 1);
        }
        assertThat(single.protocol()).isEqualTo(protocol);
        assertThat(single.detail()).isEqualTo(whole);
        assertThat(single.read(new byte[9], 0, 9)).as("wants more").isFalse();
    }

    @Test
    void aTlsClientIsRecognisedBeforeItsNameHasCome() throws Exception {
        byte[] hello = hello("TLSv1.3", "example.org");
        ProtocolDetector detector = new ProtocolDetector(true);
        assertThat(detector.read(hello, 0, 10)).isTrue();
        assertThat(detector.protocol()).isNull();
        assertThat(detector.read(hello, 10, 1)).isTrue();
        assertThat(detector.protocol()).isEqualTo(Protocol.TLS);
        assertThat(detector.detail()).isEqualTo("ClientHello");
        assertThat(detector.read(hello, 11, hello.length - 11)).isFalse();
        assertThat(detector.detail()).isEqualTo("ClientHello, SNI example.org");
    }

    /** Returns what ordinary devices and people send, and what is nearly one of the protocols. */
    static Stream<byte[]> ordinaryStreams() {
        Stream<String> texts = Stream.of(
                "hello\r\n",
                "GET\r\n",
                "GET /temp\r\n",
                "GET temperature HTTP\r\n",
                "GET / HTTP/0.9\r\n",
                "GETTING READY HTTP/1.1\r\n",
                "get / HTTP/1.1\r\n",
                "GET /\u0001 HTTP/1.1\r\n",
                "POST 12 kg\r\n",
                "PUT 7\n",
                "OPTIONS rtsp://a/b RTSP/1.0\r\n",
                "OPTIONS sip:a@b SIP/2.0\r\n",
                "DELETE FROM x;\r\n",
                "TRACE on\r\n",
                "CONNECT DEVICE 7\n",
                "HEAD 3 DOWN\n",
                "PROXY on\r\n",
                "PROXY TCP4 " + "x".repeat(100) + "\r\n",
                "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n",
                "PRINT 1\n",
                "SSH is closed\r\n",
                "SSH-3.0-x\r\n",
                "SSH-2.0-" + "x".repeat(300) + "\r\n",
                "STATUS?\n",
                "$GPGGA,1,2,3*47\r\n",
                "ST,NT,+  1.234kg\r\n",
                "\r\n\r\n\0\r\nQUIX\n!!!!!!!!",
                "学习");
        Stream<String> hexes = Stream.of(
                "16", // SYN of a terminal
                "1616 160301",
                "160301 0200 02 0001FC 0303" + "00".repeat(40), // a ServerHello
                "160304FFFF 01 0001FC 0303",
                "1703030020" + "00".repeat(32), // TLS in its middle
                "FFFE 4800 6900", // a BOM of UTF-16
                "FFFB9064 FFFB9064", // MP3
                "FFD8FFE000104A464946", // JPEG
                "FFFB01 4142", // one telnet command
                "FFFFFFFFFFFF",
                "FF03002101 FF03", // PPP
                "03000016 11E00000000100 C0010A C1020100 C2020102", // S7
                "0300001B 12E00000000000 C1020100", // other ISO on TCP
                "0306000000010203", // Modbus RTU
                "0001 0000 0006 0103 0000 0002", // Modbus TCP
                "00000006 FF030000 0002",
                "00000054 41534D42",
                "1003",
                "10020103 10030104",
                "1000044D515454",
                "100C0004 4D515453 04",
                "108080808001 0004 4D515454 04",
                "0D0A0D0A000D0A515549540A 31110000",
                "78780D01 0123456789012345 00D1 0F51 0D0A",
                "7E0002000001", // JT808
                "0200 00 41 03");
        return Stream.concat(texts.map(text -> text.getBytes(UTF_8)), hexes.map(ProtocolDetectorTest::hex));
    }

    @ParameterizedTest
    @MethodSource("ordinaryStreams")
    void ordinaryStreamsAreNotTakenForAnything(byte[] stream) {
        byte[] andMore = Arrays.copyOf(stream, stream.length + 9_000);
        Arrays.fill(andMore, stream.length, andMore.length, (byte) 'x');
        for (boolean client : new boolean[] {true, false}) {
            for (int cut = 0; cut <= stream.length; cut++) {
                assertThat(read(client, andMore, cut).protocol()).isNull();
            }
            assertThat(read(client, andMore).read(andMore, 0, 1))
                    .as("wants more")
                    .isFalse();
        }
    }

    @Test
    void randomStreamsAreNotTakenForAnything() {
        Random random = new Random(12);
        byte[] stream = new byte[200];
        int firsts = 0;
        for (int i = 0; i < 200_000; i++) {
            random.nextBytes(stream);
            if (ProtocolDetector.isFirstByte(stream[0])) {
                firsts++;
                assertThat(read(true, stream).protocol()).isNull();
            }
        }
        assertThat(firsts).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255})
    void aServerThatWantsTlsIsRecognisedByItsAlert(int description) {
        byte[] alert = {0x15, 3, 3, 0, 2, 2, (byte) description};
        assertThat(read(false, alert).protocol()).isEqualTo(Protocol.TLS_ALERT);
        assertThat(read(false, alert).detail()).isEqualTo("alert " + description);
        assertThat(read(true, alert).protocol()).isNull();
    }

    @Test
    void aServerIsNotRecognisedByWhatOnlyClientsSay() {
        assertThat(read(false, text("GET / HTTP/1.1\r\n\r\n")).protocol()).isNull();
        assertThat(read(false, text("HTTP/1.1 200 OK\r\n\r\n")).protocol()).isNull();
        assertThat(read(false, text("SSH-2.0-dropbear\r\n")).protocol()).isEqualTo(Protocol.SSH);
        assertThat(read(false, hex("FFFD01FFFD1FFFFB01")).protocol()).isEqualTo(Protocol.TELNET);
    }

    @Test
    void noFirstByteIsForgotten() {
        for (int first = 0; first < 256; first++) {
            byte[] one = {(byte) first};
            boolean open = new ProtocolDetector(true).read(one, 0, 1) || new ProtocolDetector(false).read(one, 0, 1);
            assertThat(ProtocolDetector.isFirstByte(one[0])).as("%02X", first).isEqualTo(open);
        }
    }
}
