package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.cli.Script;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.export.CaptureRowWriter;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowExport;
import dev.earshot.journal.export.RowRange;
import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.NamedAddress;
import dev.earshot.net.udp.UdpNote;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Wireshark reads every conversation of our captures byte for byte, and finds nothing wrong in them. */
@EnabledIf("isThere")
class WiresharkTest {
    /** Stands above the bytes of a stream, before its number. */
    private static final String FOLLOWED = "Filter: tcp.stream eq ";

    @TempDir
    Path folder;

    static boolean isThere() {
        return Script.isThere("tshark");
    }

    @Test
    void followsEachConversationInBothDirections() throws Exception {
        long seed = 11;
        Random random = new Random(seed);
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            List<Peer> peers = List.of(
                    Scene.peer(1),
                    new Peer(2, new InetSocketAddress("::1", 8080), new InetSocketAddress("::1", 50_002)),
                    new Peer(3, new InetSocketAddress("192.168.1.10", 80), new InetSocketAddress("10.0.0.8", 33_121)));
            List<ByteArrayOutputStream> in = outputs(peers);
            List<ByteArrayOutputStream> out = outputs(peers);
            peers.forEach(peer -> scene.journal.on(new Event.Joined(peer)));
            for (int i = 0; i < 60; i++) {
                int who = random.nextInt(peers.size());
                byte[] bytes = new byte
                        [random.nextInt(5) == 0 ? Endpoint.MAX_PIECE - random.nextInt(2) : 1 + random.nextInt(100)];
                random.nextBytes(bytes);
                if (random.nextBoolean()) {
                    in.get(who).writeBytes(bytes);
                    scene.receives(peers.get(who), bytes, random.nextInt(500));
                } else {
                    out.get(who).writeBytes(bytes);
                    scene.sends(peers.get(who), bytes, true);
                }
                scene.silent(peers.get(who), 1000);
            }
            peers.forEach(scene::leaves);
            List<Followed> all = follow(scene.file, peers.size());
            for (int i = 0; i < peers.size(); i++) {
                Followed followed = all.get(i);
                assertThat(followed.in).as("seed %d", seed).isEqualTo(in.get(i).toByteArray());
                assertThat(followed.out)
                        .as("seed %d", seed)
                        .isEqualTo(out.get(i).toByteArray());
            }
            assertThat(complaints(scene.file)).isEmpty();
        }
    }

    @Test
    void followsTheConversationsOfExportedRows() throws Exception {
        Path target = folder.resolve("rows.pcapng");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            List<Peer> peers = List.of(scene.joins(1), scene.joins(2));
            for (int i = 0; i < 10; i++) {
                Peer peer = peers.get(i % 2);
                scene.receives(peer, "question " + i + "\n");
                scene.sends(peer, ("answer " + i + "\n").getBytes(StandardCharsets.UTF_8), true);
            }
            peers.forEach(scene::leaves);
            // Without the joining of the second client, and without some messages of both.
            ChosenRows chosen = new ChosenRows(
                    List.of(new RowRange(0, 0), new RowRange(2, 9), new RowRange(12, scene.journal.rows() - 1)),
                    null,
                    scene.journal.generation());
            new RowExport(scene.journal, chosen, new TaskProgress())
                    .writeFile(target, out -> new CaptureRowWriter(out, peer -> null));
        }
        List<Followed> followed = follow(target, 2);
        assertThat(new String(followed.get(0).in, StandardCharsets.UTF_8))
                .isEqualTo("question 0\nquestion 2\nquestion 6\nquestion 8\n");
        assertThat(new String(followed.get(0).out, StandardCharsets.UTF_8))
                .isEqualTo("answer 0\nanswer 2\nanswer 6\nanswer 8\n");
        assertThat(new String(followed.get(1).in, StandardCharsets.UTF_8))
                .isEqualTo("question 1\nquestion 3\nquestion 5\nquestion 7\nquestion 9\n");
        assertThat(new String(followed.get(1).out, StandardCharsets.UTF_8))
                .isEqualTo("answer 1\nanswer 3\nanswer 5\nanswer 7\nanswer 9\n");
        assertThat(complaints(target)).isEmpty();
    }

    @Test
    void tellsApartTwoConversationsOnTheSamePorts() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            for (int id = 1; id <= 2; id++) {
                Peer peer = new Peer(
                        id, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 40_000));
                scene.journal.on(new Event.Joined(peer));
                scene.receives(peer, "conversation " + id + "\n");
                scene.journal.on(new Event.FinishedSending(peer));
                scene.leaves(peer);
            }
            List<Followed> followed = follow(scene.file, 2);
            assertThat(new String(followed.get(0).in, StandardCharsets.UTF_8)).isEqualTo("conversation 1\n");
            assertThat(new String(followed.get(1).in, StandardCharsets.UTF_8)).isEqualTo("conversation 2\n");
        }
    }

    @Test
    void findsNothingWrongWithAnyKindOfRecord() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = Scene.peer(1);
            scene.journal.on(new Event.Opened(peer.local()));
            scene.joins(1);
            scene.receives(peer, "prompt: ");
            scene.silent(peer, 200);
            scene.sends(peer, new byte[20_000], false);
            scene.sends(peer, new byte[20_000], true);
            scene.journal.on(TcpNote.STALLED.about(peer, "65536"));
            scene.journal.on(TcpNote.ACCEPT_FAILING.note("Too many open files"));
            scene.journal.on(new Event.Left(peer, Event.Reason.RESET_BY_PEER, 1024, ""));
            scene.journal.on(new Event.Closed(peer.local()));
            assertThat(complaints(scene.file)).isEmpty();
        }
    }

    @Test
    void seesWhoResetAConversation() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer ours = scene.joins(1);
            Peer theirs = scene.joins(2);
            scene.journal.on(new Event.Left(ours, Event.Reason.RESET_HERE, 7, ""));
            scene.journal.on(new Event.Left(theirs, Event.Reason.RESET_BY_PEER, 0, ""));
            String sources = "tcp.flags.reset == 1";
            assertThat(tshark("-r", scene.file.toString(), "-Y", sources, "-T", "fields", "-e", "tcp.srcport"))
                    .containsExactly(
                            String.valueOf(Addresses.port(ours.local())),
                            String.valueOf(Addresses.port(theirs.remote())));
            assertThat(scene.rows().get(2).event()).isEqualTo(new Event.Left(ours, Event.Reason.RESET_HERE, 7, ""));
            assertThat(complaints(scene.file)).isEmpty();
        }
    }

    @Test
    void acceptsEachFileOfACaptureAndAllOfThemInOne() throws Exception {
        AtomicBoolean full = new AtomicBoolean();
        FaultyDisk disk = new FaultyDisk(write -> full.get());
        CaptureLimit cap = new CaptureLimit(disk.space(folder));
        cap.request(64 << 20); // files of 4 MiB
        List<Peer> peers = List.of(
                Scene.peer(1),
                new Peer(2, new InetSocketAddress("::1", 8080), new InetSocketAddress("::1", 50_002)),
                Scene.peer(3));
        List<ByteArrayOutputStream> in = outputs(peers);
        try (Journal journal = disk.journal(folder.resolve("session.pcapng"), cap, Framing.LINES)) {
            peers.forEach(peer -> journal.on(new Event.Joined(peer)));
            journal.on(new Event.FinishedSending(peers.get(2)));
            for (int i = 0; i < 300; i++) {
                int who = i % 2;
                byte[] bytes = new byte[30_000 + i];
                Arrays.fill(bytes, (byte) i);
                in.get(who).writeBytes(bytes);
                journal.on(new Event.Received(peers.get(who), bytes, 0, bytes.length, 0));
                journal.on(new Event.Sending(peers.get(2 - who), bytes, 0, 100, true));
                if (i % 50 == 49) { // in the middle of a file, and the rest of it goes on behind another head
                    full.set(!full.get());
                    journal.keeper().check();
                }
            }
            full.set(false);
            journal.keeper().check();
            assertThat(journal.storage().files()).hasSizeGreaterThan(2);
            for (Path file : journal.storage().files()) {
                assertThat(complaints(file)).as("%s", file).isEmpty();
            }
            Path saved = folder.resolve("saved.pcapng");
            journal.storage().copyTo(saved, new TaskProgress());
            assertThat(complaints(saved)).isEmpty();
            List<Followed> followed = follow(saved, 2);
            for (int who = 0; who < 2; who++) {
                assertThat(followed.get(who).in).isEqualTo(in.get(who).toByteArray());
            }
        }
    }

    @Test
    void seesDatagramsWithRightChecksums() throws Exception {
        long seed = 5;
        Random random = new Random(seed);
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            List<String> sent = new ArrayList<>();
            for (String host : List.of("127.0.0.1", "::1", "fe80::1")) {
                boolean six = host.contains(":");
                int most = six ? Endpoint.MAX_DATAGRAM : Endpoint.MAX_DATAGRAM - 20;
                Peer peer = new Peer(
                        sent.size() + 1,
                        new InetSocketAddress(host, 8080),
                        new InetSocketAddress(host, 50_000),
                        Transport.UDP);
                scene.journal.on(new Event.Joined(peer));
                for (int length : new int[] {0, 1, 2, 511, most - 1, most}) {
                    byte[] bytes = new byte[length];
                    random.nextBytes(bytes);
                    scene.receives(peer, bytes);
                    sent.add("50000 8080 " + (length + 8));
                    scene.sends(peer, bytes, true);
                    sent.add("8080 50000 " + (length + 8));
                }
                scene.journal.on(UdpNote.UNREACHABLE.about(peer));
                scene.journal.on(new Event.Left(peer, Event.Reason.IDLE, 0, ""));
            }
            String file = scene.file.toString();
            assertThat(complaints(scene.file)).isEmpty();
            assertThat(tshark("-r", file, "-o", "udp.check_checksum:TRUE", "-Y", "udp.checksum.status == 0"))
                    .isEmpty();
            assertThat(tshark("-r", file, "-Y", "ipv6 && udp.checksum == 0")).isEmpty();
            List<String> seen = tshark(
                    "-r",
                    file,
                    "-Y",
                    "udp",
                    "-T",
                    "fields",
                    "-E",
                    "separator= ",
                    "-e",
                    "udp.srcport",
                    "-e",
                    "udp.dstport",
                    "-e",
                    "udp.length");
            assertThat(seen).isEqualTo(sent);
        }
    }

    @Test
    void recognizesTftpPackets() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            InetSocketAddress local = new InetSocketAddress("127.0.0.1", 40_000);
            Peer server = new Peer(1, local, new InetSocketAddress("127.0.0.1", 69), Transport.TFTP);
            Peer transfer = new Peer(2, local, new InetSocketAddress("127.0.0.1", 50_000), Transport.TFTP);
            scene.journal.on(new Event.Joined(server));
            scene.sends(server, "\0\1fw.bin\0octet\0".getBytes(StandardCharsets.UTF_8), true);
            scene.journal.on(new Event.Joined(transfer));
            scene.receives(transfer, new byte[] {0, 3, 0, 1, 'h', 'i'});
            scene.sends(transfer, new byte[] {0, 4, 0, 1}, true);
            assertThat(tshark("-r", scene.file.toString(), "-Y", "tftp", "-T", "fields", "-e", "tftp.opcode"))
                    .containsExactly("1", "3", "4");
            assertThat(complaints(scene.file)).isEmpty();
        }
    }

    @Test
    void seesWhoConnectedAndWhoFinishedFirst() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            for (String host : List.of("127.0.0.1", "::1")) {
                Peer peer = new Peer(
                        host.length(),
                        new InetSocketAddress(host, 40_000),
                        new InetSocketAddress(host, 8080),
                        Transport.TCP_OUT);
                scene.journal.on(new Event.Joined(peer));
                scene.sends(peer, new byte[] {1, 2}, true);
                scene.journal.on(TcpNote.FINISHED_HERE.about(peer));
                scene.receives(peer, "still\n");
                scene.journal.on(new Event.FinishedSending(peer));
                scene.journal.on(new Event.Left(peer, Event.Reason.CLOSED_BY_PEER, 0, ""));
            }
            String file = scene.file.toString();
            assertThat(complaints(scene.file)).isEmpty();
            assertThat(tshark("-r", file, "-Y", "tcp.flags.syn == 1", "-T", "fields", "-e", "tcp.srcport"))
                    .containsExactly("40000", "8080", "40000", "8080");
            assertThat(tshark("-r", file, "-Y", "tcp.flags.fin == 1", "-T", "fields", "-e", "tcp.srcport"))
                    .containsExactly("40000", "8080", "40000", "8080");
        }
    }

    @Test
    void seesThatWeClosedAfterTheClientHadFinishedSending() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "question\n");
            scene.journal.on(new Event.FinishedSending(peer));
            Event.Left left = new Event.Left(peer, Event.Reason.HALF_CLOSED, 0, "60");
            scene.journal.on(left);
            String file = scene.file.toString();
            assertThat(complaints(scene.file)).isEmpty();
            assertThat(tshark("-r", file, "-Y", "tcp.flags.fin == 1", "-T", "fields", "-e", "tcp.srcport"))
                    .containsExactly(
                            String.valueOf(Addresses.port(peer.remote())),
                            String.valueOf(Addresses.port(peer.local())));
            assertThat(tshark("-r", file, "-Y", "frame.comment contains \"left HALF_CLOSED\""))
                    .hasSize(1);
            assertThat(scene.rows()).last().extracting(Row::event).isEqualTo(left);
        }
    }

    @Test
    void showsAConversationThatIsNotOverIp() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            NamedAddress line = new NamedAddress("/dev/ttyUSB0");
            Peer peer = new Peer(7, line, line, Transport.TCP_OUT);
            scene.journal.on(new Event.Joined(peer));
            scene.receives(peer, "question\n");
            scene.sends(peer, "answer".getBytes(StandardCharsets.UTF_8), true);
            scene.leaves(peer);
            Followed followed = follow(scene.file, 1).get(0);
            // The line was opened by us, so that our side is shown as the client.
            assertThat(new String(followed.in(), StandardCharsets.UTF_8)).isEqualTo("answer");
            assertThat(new String(followed.out(), StandardCharsets.UTF_8)).isEqualTo("question\n");
            assertThat(complaints(scene.file)).isEmpty();
            assertThat(tshark("-r", scene.file.toString(), "-Y", "frame.comment contains \"/dev/ttyUSB0\" and ipv6"))
                    .hasSameSizeAs(tshark("-r", scene.file.toString()));
        }
    }

    private static List<ByteArrayOutputStream> outputs(List<Peer> peers) {
        return Stream.generate(ByteArrayOutputStream::new).limit(peers.size()).toList();
    }

    private record Followed(byte[] in, byte[] out) {}

    /** Reads the first streams in one run; the server's lines are indented by a tab, the client's are not. */
    private static List<Followed> follow(Path file, int count) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-r", file.toString(), "-q"));
        List<ByteArrayOutputStream> in = new ArrayList<>();
        List<ByteArrayOutputStream> out = new ArrayList<>();
        for (int stream = 0; stream < count; stream++) {
            arguments.addAll(List.of("-z", "follow,tcp,raw," + stream));
            in.add(new ByteArrayOutputStream());
            out.add(new ByteArrayOutputStream());
        }
        int stream = -1;
        for (String line : tshark(arguments.toArray(String[]::new))) {
            if (line.startsWith(FOLLOWED)) {
                stream = Integer.parseInt(line.substring(FOLLOWED.length()));
            } else if (line.matches("\t?[0-9a-f]+")) {
                (line.startsWith("\t") ? out : in)
                        .get(stream)
                        .writeBytes(HexFormat.of().parseHex(line.strip()));
            }
        }
        return IntStream.range(0, count)
                .mapToObj(each ->
                        new Followed(in.get(each).toByteArray(), out.get(each).toByteArray()))
                .toList();
    }

    /**
     * Returns the packets that Wireshark paints as bad TCP; window updates and reused ports do not count.
     */
    private static List<String> complaints(Path file) throws Exception {
        String bad = "_ws.malformed || tcp.analysis.flags && !tcp.analysis.window_update && !tcp.analysis.reused_ports";
        // As plain data: random bytes would be guessed to be some protocol, and a malformed one.
        return tshark(
                "-r",
                file.toString(),
                "-d",
                "tcp.port==8080,data",
                "-d",
                "tcp.port==80,data",
                "-d",
                "udp.port==8080,data",
                "-Y",
                bad);
    }

    private static List<String> tshark(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("tshark").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.command().addAll(List.of(arguments));
        Process process = builder.start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return lines;
    }
}
