package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the terminal program with clients that are other programs. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ClientProgramsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "gbk"})
    void aGroupChatGoesToEverybodyAndWhoSaysByeLeavesAlone(String encoding) throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "chat")) {
            int port = earshot.port();
            try (Program bob = Script.start("chat.py", port, "bob", encoding)) {
                bob.types("first\n"); // so that he is in the chat: his connection alone does not tell
                assertThat(bob.line()).isEqualTo("bob说first");
                try (Program ann = Script.start("chat.py", port, "小安", encoding)) {
                    ann.types("你好，世界\n");
                    assertThat(ann.line()).isEqualTo("小安说你好，世界");
                    assertThat(bob.line()).isEqualTo("小安说你好，世界");
                    bob.types("goodbye\n");
                    assertThat(ann.line()).isEqualTo("bob说goodbye");
                    assertThat(bob.line()).isEqualTo("bob说goodbye");
                    ann.types("bye\n");
                    assertThat(ann.rest()).containsExactly("(left)");
                    assertThat(ann.exitCode()).isZero();
                }
                bob.types("still here\n");
                assertThat(bob.line()).isEqualTo("bob说still here");
                bob.types("bye\n");
                assertThat(bob.rest()).containsExactly("(left)");
            }
            earshot.signal("TERM");
            List<String> rows =
                    earshot.rest().stream().map(Program::withoutTime).toList();
            assertThat(rows).filteredOn(row -> row.contains(" >> ")).hasSize(6);
            assertThat(rows).filteredOn(row -> row.endsWith(" < 小安说你好，世界")).hasSize(1);
            assertThat(rows).filteredOn(row -> row.endsWith(" >> 小安说你好，世界")).hasSize(2);
            assertThat(rows)
                    .filteredOn(row -> row.contains(">") && row.endsWith("说bye"))
                    .isEmpty();
        }
    }

    @Test
    void aClientThatOnlySaysByeLeavesTheChatToo() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "chat", "--others-only")) {
            int port = earshot.port();
            try (Program ann = Script.start("chat.py", port, "ann");
                    Socket plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(List.of(earshot.row(), earshot.row())).allMatch(row -> row.endsWith(" + connected"));
                plain.getOutputStream().write("hi\nbye\n".getBytes(UTF_8));
                assertThat(Program.read(plain, 1)).isEmpty();
                assertThat(ann.line()).isEqualTo("hi");
                ann.types("bye\n");
                assertThat(ann.rest()).as("not what she said herself").containsExactly("(left)");
            }
        }
    }

    @Test
    void appsAndDevicesTalkToEachOtherInTheirPairs() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "roles", "--origin")) {
            int port = earshot.port();
            try (Program device7 = Script.start("device.py", port, "7");
                    Program device8 = Script.start("device.py", port, "8");
                    Program app7 = Script.start("app.py", port, "7");
                    Program app8 = Script.start("app.py", port, "8")) {
                awaitRows(
                        earshot,
                        "is DEVICE 7 from now on",
                        "is DEVICE 8 from now on",
                        "is APP 7 from now on",
                        "is APP 8 from now on");
                try (Program late = Script.start("app.py", port, "7")) {
                    awaitRows(earshot, "REFUSED APP 7");
                    late.endsInput();
                }
                app7.types("temp?\nled on\n");
                assertThat(app7.line()).isEqualTo("温度=23.5℃");
                app8.types("led?\n");
                assertThat(app8.line()).isEqualTo("? led?");
                app8.types("off\n");
                assertThat(app8.line()).isEqualTo("bye");
                assertThat(device8.rest()).containsExactly("led?", "off", "(end)");
                assertThat(device7.line()).isEqualTo("temp?");
                assertThat(device7.line()).isEqualTo("led on");
                app7.endsInput();
                app8.endsInput();
            }
        }
    }

    private static void awaitRows(Program earshot, String... ends) {
        Set<String> awaited = new HashSet<>(Set.of(ends));
        while (!awaited.isEmpty()) {
            String row = earshot.row();
            awaited.removeIf(row::endsWith);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "gbk"})
    void aDialogueEndsWhenTheClientSaysBye(String encoding) throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--end-on", "bye")) {
            int port = earshot.port();
            try (Program client = Script.start("dialogue.py", port, encoding)) {
                client.types("你好\n");
                awaitRows(earshot, " < 你好");
                earshot.types("您好，请讲\n");
                assertThat(client.line()).isEqualTo("您好，请讲");
                client.types("bye\n");
                assertThat(client.rest()).containsExactly("(end)");
                awaitRows(earshot, " < bye");
            }
        }
    }

    @Test
    void aDialogueEndsWhenByeIsTyped() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--end-on", "bye")) {
            int port = earshot.port();
            try (Program client = Script.start("dialogue.py", port);
                    Program other = Script.start("visitor.py", port)) {
                assertThat(List.of(earshot.row(), earshot.row())).allMatch(row -> row.endsWith(" + connected"));
                client.types("goodbye\n");
                awaitRows(earshot, " < goodbye");
                earshot.types("bye\n");
                assertThat(client.rest()).containsExactly("bye", "(end)");
                assertThat(other.rest()).as("it was typed to all").containsExactly("bye", "(end)");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "gbk"})
    void aClientThatSendsOnceIsThankedAndLetGo(String encoding) throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "text:thank you !", "--then-close")) {
            int port = earshot.port();
            for (String end : new String[] {"", "\n"}) {
                try (Program client = Script.start("thanks.py", port, "一条消息" + end, encoding)) {
                    assertThat(client.rest()).containsExactly("thank you !");
                    assertThat(client.exitCode()).isZero();
                }
                assertThat(earshot.row()).endsWith(" + connected");
                assertThat(earshot.row()).endsWith(" < 一条消息");
                assertThat(earshot.row()).endsWith(" >> thank you !");
                assertThat(earshot.row()).contains(" - closed here");
            }
        }
    }

    @Test
    void aVisitorIsNotedAndHungUpOrGreeted() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--on-connect", "hangup")) {
            int port = earshot.port();
            try (Program client = Script.start("visitor.py", port)) {
                assertThat(client.rest()).containsExactly("(end)");
            }
            assertThat(earshot.row()).endsWith(" + connected");
            assertThat(earshot.row()).contains(" ! ");
            assertThat(earshot.row()).contains(" - closed here");
        }
        try (Program earshot =
                new Program(folder, "listen", "0", "--origin", "--on-connect", "welcome ${client}", "--end-on", "x")) {
            int port = earshot.port();
            try (Program client = Script.start("visitor.py", port)) {
                String name = earshot.row().split(" ")[0];
                assertThat(client.line()).isEqualTo("welcome " + name);
                assertThat(earshot.row()).isEqualTo(name + " >> [greeting] welcome " + name);
                earshot.types("x\n");
                assertThat(client.rest()).containsExactly("x", "(end)");
            }
        }
    }

    /** Sends a mail by Python's smtplib, which is another program. A line of it is a command by its words alone. */
    @Test
    void aMailIsTakenByRulesThatHoldInStates() throws Exception {
        String mail = String.join(
                "\n",
                "import smtplib, sys",
                "mail = smtplib.SMTP('127.0.0.1', int(sys.argv[1]), timeout=20)",
                "for one in ('first', 'second'):",
                "    mail.sendmail('a@example.com', ['b@example.com', 'c@example.com'],",
                "        'Subject: %s\\r\\n\\r\\ndata\\r\\nDATA\\r\\n.dot\\r\\nquit\\r\\n' % one)",
                "    print('accepted', one)",
                "print(*mail.docmd('DATA'))",
                "print(*mail.quit())");
        String rules = "rules:" + Script.file("smtp.json");
        try (Program earshot =
                new Program(folder, "listen", "0", "--reply", rules, "--on-connect", "220 earshot\\r\\n")) {
            int port = earshot.port();
            try (Program client = Script.python(mail, port)) {
                assertThat(client.rest())
                        .containsExactly(
                                "accepted first",
                                "accepted second",
                                "503 b'5.5.1 Bad sequence of commands'",
                                "221 b'2.0.0 Bye'");
                assertThat(client.exitCode()).isZero();
            }
            earshot.signal("TERM");
            List<String> rows = earshot.rest();
            assertThat(rows).filteredOn(row -> row.contains(" >> 354 ")).hasSize(2);
            assertThat(rows)
                    .filteredOn(row -> row.contains(" >> 250 2.0.0 Queued as "))
                    .hasSize(2);
            assertThat(rows).filteredOn(row -> row.contains(" >> 5")).hasSize(1);
        }
    }

    /** Uses an HTTP client that waits for as many bytes as the answer has announced. */
    @Test
    void anHttpClientGetsTheBodiesThatRulesAndATemplateAnswer() throws Exception {
        assumeTrue(Script.isThere("curl"), "curl is not installed");
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "rules:" + Script.file("http.json"))) {
            String url = "http://127.0.0.1:" + earshot.port() + "/ping";
            assertThat(curl(url, url)).containsExactly("pong 1", "pong 2");
            assertThat(curl("-d", "a body", url)).containsExactly("took /ping");
            assertThat(curl("-I", "-o", "/dev/null", url)).containsExactly("");
        }
        String template =
                "HTTP/1.1 200 OK\\r\\nContent-Length: ${length:of=body}\\r\\n\\r\\n${begin:body}pong ${counter}";
        try (Program earshot = new Program(
                folder, "listen", "0", "--reply", "text:" + template, "--reply-framing", "delimiter:0D0A0D0A")) {
            assertThat(curl("http://127.0.0.1:" + earshot.port() + "/")).containsExactly("pong 1");
        }
    }

    private static List<String> curl(String... urls) throws Exception {
        List<String> command = new ArrayList<>(List.of("curl", "-s", "-m", "20", "-w", "\\n", "--noproxy", "*"));
        command.addAll(List.of(urls));
        try (Program client = Program.of(command)) {
            List<String> said = new ArrayList<>(client.rest());
            assertThat(client.exitCode()).isZero();
            return said;
        }
    }

    /** Uses a Modbus-TCP master that is another program. */
    @Test
    void aModbusMasterReadsHoldingRegistersFromRules() throws Exception {
        assumeTrue(Script.isThere("mbpoll"), "mbpoll is not installed");
        String rules = "rules:" + Script.file("modbus.json");
        try (Program earshot =
                new Program(folder, "listen", "0", "--reply", rules, "--hex", "--framing", "modbus-tcp")) {
            String port = Integer.toString(earshot.port());
            for (int round = 1; round <= 2; round++) {
                List<String> read = mbpoll(port, "-r", "100", "-c", "2");
                String first = "\\[100]:\\s+" + round;
                assertThat(read).anyMatch(line -> line.matches(first));
                assertThat(read).anyMatch(line -> line.matches("\\[101]:\\s+2\\d\\d|\\[101]:\\s+300"));
            }
            assertThat(mbpoll(port, "-r", "7", "-c", "5")).anyMatch(line -> line.contains("Illegal data address"));
            assertThat(earshot.row()).endsWith(" + connected");
            assertThat(earshot.row()).matches(".* < .. .. 00 00 00 06 01 03 00 63 00 02");
            assertThat(earshot.row()).matches(".* >> .. .. 00 00 00 07 01 03 04 00 01 .. ..");
        }
    }

    private static List<String> mbpoll(String port, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("mbpoll", "-m", "tcp", "-a", "1", "-t", "4", "-1", "-p", port));
        command.addAll(List.of(more));
        command.add("127.0.0.1");
        try (Program master = Program.of(command)) {
            List<String> said = new ArrayList<>(master.rest());
            said.addAll(master.complaints());
            return said;
        }
    }
}
