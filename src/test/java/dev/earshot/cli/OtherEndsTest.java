package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Checks the examples of the guide for {@code connect}, and programs whose name service does not answer. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class OtherEndsTest {
    /**
     * In a network of its own with a name server that never answers: 30 clients and 30 senders of datagrams are told,
     * and then as many questions as they have caused; then what becomes of names that are to be looked up.
     */
    private static final String DEAD_NAME_SERVER = String.join(
            "\n",
            "import socket, subprocess, sys, threading, time",
            "names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); names.bind(('127.0.0.1', 53))",
            "asked = []",
            "threading.Thread(target=lambda: [asked.append(names.recv(999)) for _ in iter(int, 1)],"
                    + " daemon=True).start()",
            "def start(*more):",
            "    return subprocess.Popen(sys.argv[1:] + list(more), stdin=subprocess.PIPE, stdout=subprocess.PIPE,",
            "        stderr=subprocess.STDOUT, text=True)",
            "def port(p): return int(p.stdout.readline().rsplit(':', 1)[1])",
            "p = start('listen', '0'); to = ('127.0.0.1', port(p)); kept = []",
            "for _ in range(30):",
            "    kept.append(socket.create_connection(to)); assert '+ connected' in p.stdout.readline()",
            "print('accepted, asked', len(asked), flush=True)",
            "q = start('connect', '127.0.0.1:%d' % to[1]); q.stdout.readline(); assert '+ conn' in q.stdout.readline()",
            "print('connected, asked', len(asked), flush=True)",
            "q.kill(); p.kill()",
            "p = start('udp', '0'); to = ('127.0.0.1', port(p))",
            "for _ in range(30):",
            "    u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u.sendto(b'x\\n', to); kept.append(u)",
            "    assert '+ new peer' in p.stdout.readline(); assert ' < x' in p.stdout.readline()",
            "print('received, asked', len(asked), flush=True)",
            "p.kill()",
            "p = start('connect', 'boiler.example:80', '--timeout', '0.5')",
            "print(p.stdout.readline().strip(), p.wait(), len(asked) > 0, flush=True)",
            "p = start('connect', 'boiler.example:80', '--timeout', '600'); n = len(asked)",
            "while len(asked) == n: time.sleep(0.01)",
            "p.terminate(); print('ended', p.wait(), flush=True)",
            "p = start('udp', '0', '--to', 'boiler.example:80'); port(p); n = len(asked)",
            "while len(asked) == n: time.sleep(0.01)",
            "p.stdin.write('@127.0.0.1:9 still sent\\n'); p.stdin.flush()",
            "while 'still sent' not in p.stdout.readline(): pass",
            "p.terminate(); print('sent', p.wait(), flush=True)");

    @TempDir
    private Path folder;

    @Test
    void aClientThatAsksOnceIsThanked() throws Exception {
        int port = Script.freePort();
        String listen = "TCP4-LISTEN:" + port + ",bind=127.0.0.1";
        String thanks = "SYSTEM:cat >&2; echo thank you !";
        try (Program socat = Script.tool("socat", "-d", "-d", "-t", "20", listen, thanks)
                        .saying("listening on");
                Program earshot = new Program(folder, "connect", "127.0.0.1:" + port)) {
            earshot.types("hello\n");
            earshot.endsInput();
            assertThat(earshot.rest()).anyMatch(row -> row.endsWith(" < thank you !"));
            assertThat(earshot.exitCode()).isZero();
            assertThat(socat.exitCode()).isZero();
        }
    }

    @Test
    void anAppOfTheTerminalTalksToItsDeviceThroughTheServer() throws Exception {
        try (Program server = new Program(folder, "listen", "0", "--reply", "roles")) {
            int port = server.port();
            try (Program device = Script.start("device.py", port, "7");
                    Program app = new Program(
                            folder, "connect", "127.0.0.1:" + port, "--on-connect", "APP 7\\n", "--eol", "lf")) {
                String row;
                do {
                    row = server.row();
                } while (!row.contains("DEVICE 7"));
                app.types("temp?\noff\n");
                assertThat(device.rest()).containsExactly("temp?", "off", "(end)");
                app.endsInput();
                assertThat(app.rest())
                        .anyMatch(line -> line.endsWith(" >> APP 7"))
                        .anyMatch(line -> line.endsWith(" < 温度=23.5℃"))
                        .anyMatch(line -> line.endsWith(" < bye"));
            }
        }
    }

    /** Covers rows A11 and F9 of the test matrix. */
    @Test
    void withADeadNameServerNoAddressIsLookedUpAndNamesFailInTime() throws Exception {
        String isolate = "ip link set lo up && echo nameserver 127.0.0.1 > \"$0\""
                + " && mount --bind \"$0\" /etc/resolv.conf && exec python3 -c \"$@\"";
        String file = folder.resolve("resolv.conf").toString();
        try (Program can = Program.of(List.of("unshare", "-n", "-m", "sh", "-c", isolate, file, "print('can')"))) {
            assumeTrue(can.rest().contains("can"), "a network of its own needs rights");
        }
        List<String> command = new ArrayList<>(List.of("unshare", "-n", "-m", "sh", "-c", isolate, file));
        command.add(DEAD_NAME_SERVER);
        command.addAll(Program.command());
        try (Program python = Program.of(command)) {
            assertThat(python.rest())
                    .containsExactly(
                            "accepted, asked 0",
                            "connected, asked 0",
                            "received, asked 0",
                            "earshot: Cannot find host 'boiler.example'. Try 'earshot connect --help'. 1 True",
                            "ended 1",
                            "sent 0");
        }
    }
}
