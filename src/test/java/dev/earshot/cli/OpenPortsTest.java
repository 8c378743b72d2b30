package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Asks the system for the sockets of a fresh process that listens: there is one, and only this computer reaches it. */
@EnabledOnOs(OS.LINUX) // proc(5)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class OpenPortsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAnAddressOnlyThisComputerCanConnect() throws Exception {
        try (Program earshot = Program.process(folder, "listen", "0")) {
            int port = earshot.port();
            assertThat(sockets(earshot.pid())).singleElement().asString().matches(ipv4("0100007F", port));
        }
    }

    @Test
    void aUdpReceiverIsOpenForThisComputerAlone() throws Exception {
        try (Program earshot = Program.process(folder, "udp", "0")) {
            int port = earshot.port();
            assertThat(sockets(earshot.pid())).singleElement().asString().matches(ipv4("0100007F", port));
        }
    }

    /** An address as proc(5) has it, also where the socket is one of IPv6 with an IPv4 address in it. */
    private static String ipv4(String hex, int port) {
        return "(0000000000000000FFFF0000)?%s:%04X".formatted(hex, port);
    }

    /** Returns the local addresses of the TCP and UDP sockets of a process; it has no others before a client comes. */
    private static List<String> sockets(long pid) throws IOException {
        Set<String> own;
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            own = descriptors.map(OpenPortsTest::target).collect(Collectors.toSet());
        }
        return Stream.of("tcp", "tcp6", "udp", "udp6")
                .flatMap(table -> lines(Path.of("/proc", Long.toString(pid), "net", table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(field -> own.contains("socket:[" + field[9] + "]"))
                .map(field -> field[1])
                .toList();
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // it has been closed meanwhile
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table).stream().skip(1) : Stream.empty();
        } catch (IOException e) {
            throw new AssertionError(table.toString(), e);
        }
    }
}
