package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs {@code udp} with other programs. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class UdpTest {
    private static final Charset GB2312 = Charset.forName("GB2312");

    @TempDir
    private Path folder;

    private Program udp(Object... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("udp"));
        Arrays.stream(more).map(Object::toString).forEach(arguments::add);
        return new Program(folder, arguments.toArray(String[]::new));
    }

    private static DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static String name(DatagramSocket socket) {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    /** Uses the chat of programming courses: each side binds a port and sends each line as a datagram in GB2312. */
    @Test
    void aChatInGb2312WithPythonGoesBothWays() throws Exception {
        try (Program python = Script.start("udp_chat.py", 0)) {
            String peer = "127.0.0.1:" + python.line().split(" ")[1];
            try (Program earshot = udp("0", "--to", peer, "--charset", "gb2312", "--send-charset", "gb2312")) {
                int port = earshot.port();
                assertThat(earshot.row()).as("it is called").isEqualTo(peer + " + new peer");
                earshot.types("李说你好，世界\n");
                assertThat(python.line()).isEqualTo("127.0.0.1:" + port + " 李说你好，世界");
                assertThat(earshot.row()).isEqualTo(peer + " > 李说你好，世界");
                python.types("王说再见\n");
                assertThat(earshot.row()).isEqualTo(peer + " < 王说再见");
            }
        }
    }

    @Test
    void everySenderIsKnownAndAnsweredWithNcatAndSocat() throws Exception {
        int nobodys = Script.freePort();
        try (Program earshot = udp("0", "--eol", "lf")) {
            int port = earshot.port();
            earshot.types("anybody?\n");
            assertThat(earshot.complaint()).startsWith("earshot: Nobody is known yet: begin with an address");
            try (Program ncat = Script.tool("ncat", "-u", "127.0.0.1", port);
                    Program socat = Script.tool(
                                    "socat", "-d", "-d", "-u", "UDP4-RECV:" + nobodys + ",bind=127.0.0.1", "STDOUT")
                            .saying("starting data transfer")) {
                ncat.types("hello\n");
                String row = earshot.row();
                assertThat(row).endsWith(" + new peer");
                assertThat(earshot.row()).endsWith(" < hello");
                earshot.types("to all who are known\n");
                assertThat(ncat.line()).isEqualTo("to all who are known");
                earshot.types("@127.0.0.1:" + nobodys + " called\n");
                assertThat(socat.line()).isEqualTo("called");
                earshot.types("@" + row.split(" ")[0] + " only you\n@@all\n");
                assertThat(ncat.line()).isEqualTo("only you");
                assertThat(ncat.line()).isEqualTo("@all");
                assertThat(socat.line()).isEqualTo("@all");
            }
        }
    }

    @Test
    void wrongAddressesAndTooLongLinesAreReportedAndNotSent() throws Exception {
        try (DatagramSocket peer = socket();
                Program earshot = Program.process(folder, "udp", "0", "--to", name(peer))) {
            assertThat(earshot.line()).startsWith("receiving 127.0.0.1:");
            earshot.types("x".repeat(65_508) + "\n@nowhere x\n@[::1]:9 x\n\n" + "y".repeat(65_507) + "\n");
            assertThat(earshot.complaint())
                    .isEqualTo("earshot: A datagram holds at most 65507 bytes there; this is 65508.");
            assertThat(earshot.complaint()).startsWith("earshot: 'nowhere' has no port;");
            assertThat(earshot.complaint()).startsWith("earshot: [::1]:9 cannot be sent to from");
            assertThat(earshot.complaint()).isEqualTo("earshot: Nothing to send.");
            assertThat(receive(peer)).isEqualTo("y".repeat(65_507).getBytes(UTF_8));
            earshot.signal("TERM");
            assertThat(earshot.rest()).hasSize(3);
            assertThat(earshot.exitCode()).isZero();
        }
    }

    @Test
    void itRepliesAutomaticallyAndIgnoresTheEndOfInput() throws Exception {
        try (DatagramSocket peer = socket();
                Program earshot = udp("0", "--to", name(peer), "--reply", "echo", "--quiet")) {
            int port = earshot.port();
            byte[] asked = "学习".getBytes(GB2312);
            earshot.types("first\n");
            assertThat(receive(peer)).isEqualTo("first".getBytes(UTF_8));
            peer.send(new DatagramPacket(asked, asked.length, InetAddress.getLoopbackAddress(), port));
            assertThat(receive(peer)).isEqualTo(asked);
            earshot.endsInput();
            peer.send(new DatagramPacket(asked, asked.length, InetAddress.getLoopbackAddress(), port));
            assertThat(receive(peer)).isEqualTo(asked);
        }
    }

    @Test
    void anAnswerMayBeLongerForThisComputerUnderAnyOfItsAddresses() throws Exception {
        for (InetAddress own : ownAddresses()) {
            try (DatagramSocket peer = new DatagramSocket(0, own);
                    Program earshot = udp("0.0.0.0:0", "--reply", "text:" + "x".repeat(130))) {
                peer.setSoTimeout(30_000);
                String first = earshot.line();
                int port = Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
                byte[] asked = "y".repeat(33).getBytes(UTF_8);
                peer.send(new DatagramPacket(asked, asked.length, own, port));
                assertThat(receive(peer))
                        .as(own.toString())
                        .isEqualTo("x".repeat(130).getBytes(UTF_8));
            }
        }
    }

    private static List<InetAddress> ownAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .toList();
    }

    /** Two networks of their own, joined by a cable: from the other one comes one datagram to each port. */
    private static final String OTHER_COMPUTER = String.join(
            "\n",
            "import os, socket, subprocess, sys",
            "def run(*command): subprocess.run(command, check=True)",
            "r, w = os.pipe(); done, end = os.pipe()",
            "child = os.fork()",
            "if child == 0:",
            "    import ctypes; ctypes.CDLL(None).unshare(0x40000000) # a network of its own",
            "    os.write(w, b'x'); os.read(done, 1)",
            "    run('ip', 'addr', 'add', '10.77.0.2/24', 'dev', 'vb'); run('ip', 'link', 'set', 'vb', 'up')",
            "    for port in (9001, 9002):",
            "        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(3)",
            "        s.sendto(b'y' * 33, ('10.77.0.1', port))",
            "        try: print(port, len(s.recv(999)), flush=True)",
            "        except OSError: print(port, 'nothing', flush=True)",
            "    os._exit(0)",
            "os.read(r, 1)",
            "run('ip', 'link', 'set', 'lo', 'up')",
            "run('ip', 'link', 'add', 'va', 'type', 'veth', 'peer', 'name', 'vb', 'netns', str(child))",
            "run('ip', 'addr', 'add', '10.77.0.1/24', 'dev', 'va'); run('ip', 'link', 'set', 'va', 'up')",
            "def start(port, *more):",
            "    p = subprocess.Popen(sys.argv[1:] + ['udp', '0.0.0.0:%d' % port, '--reply', 'text:' + 'x' * 130,"
                    + " *more],",
            "        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)",
            "    p.stdout.readline(); return p",
            "strict = start(9001); open_ = start(9002, '--answer-more')",
            "os.write(end, b'x'); os.waitpid(child, 0)",
            "for p in (strict, open_): p.terminate()",
            "print('noted' if '--answer-more' in strict.stdout.read() else 'not noted', flush=True)");

    @Test
    void anotherComputerGetsMoreThanItSentOnlyIfTheOptionSaysSo() throws Exception {
        List<String> own = List.of("unshare", "-n", "python3", "-c");
        List<String> probe = new ArrayList<>(own);
        probe.add("import subprocess; subprocess.run(['ip', 'link', 'add', 'va', 'type', 'veth'], check=True);"
                + " print('can')");
        assumeTrue(Script.isThere("unshare") && Script.isThere("python3"), "unshare or python3 is not installed");
        try (Program can = Program.of(probe)) {
            assumeTrue(can.rest().contains("can"), "a network of its own needs rights");
        }
        List<String> command = new ArrayList<>(own);
        command.add(OTHER_COMPUTER);
        command.addAll(Program.command());
        try (Program python = Program.of(command)) {
            assertThat(python.rest()).containsExactly("9001 nothing", "9002 130", "noted");
        }
    }

    @Test
    void theLimitForStrangersCanBeLifted() {
        assertThat(parsed("9000", "--reply", "echo").behaviour().allowsAmplification())
                .isFalse();
        assertThat(parsed("9000", "--reply", "echo", "--answer-more")
                        .behaviour()
                        .allowsAmplification())
                .isTrue();
    }

    private static Udp parsed(String... arguments) {
        HostProcess host = HostProcess.standard();
        Udp udp = new Udp(host);
        new CommandLine(udp, new Commands.OptionFactory(host.folders())).parseArgs(arguments);
        return udp;
    }

    @Test
    void aGroupIsJoinedAndItsDatagramsAreRead() throws Exception {
        try (Program earshot = udp("0", "--group", "239.255.41.7@lo", "--interface", "lo", "--shared")) {
            String first = earshot.line();
            assertThat(first).startsWith("receiving 0.0.0.0:");
            assertThat(earshot.row()).startsWith("* ! ").contains("239.255.41.7");
            earshot.types("@239.255.41.7:" + first.substring(first.lastIndexOf(':') + 1) + " to the group\n");
            assertThat(List.of(earshot.row(), earshot.row(), earshot.row(), earshot.row()))
                    .anyMatch(row -> row.endsWith(" > to the group"))
                    .anyMatch(row -> row.endsWith(" < to the group"));
        }
    }

    @Test
    void anUnknownTargetGivesARowAndThePortStaysOpen() throws Exception {
        try (DatagramSocket peer = socket();
                Program earshot = udp("127.0.0.1:0", "--to", "device.invalid:9")) {
            int port = earshot.port();
            assertThat(earshot.row()).startsWith("* ! ").contains("Cannot find host 'device.invalid'");
            peer.send(new DatagramPacket(new byte[0], 0, InetAddress.getLoopbackAddress(), port));
            assertThat(earshot.row()).isEqualTo(name(peer) + " + new peer");
            assertThat(earshot.row()).isEqualTo(name(peer) + " < ");
        }
    }
}
