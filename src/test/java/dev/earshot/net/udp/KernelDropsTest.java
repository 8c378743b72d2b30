package dev.earshot.net.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelDropsTest {
    private static final String HEAD = "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt"
            + "   uid  timeout inode ref pointer drops";

    @TempDir
    Path folder;

    @Test
    void anIpv6AddressIsFourWords() throws Exception {
        Path table = folder.resolve("udp6");
        Path descriptors = Files.createDirectory(folder.resolve("fd"));
        Files.createSymbolicLink(descriptors.resolve("5"), Path.of("socket:[700]"));
        String loopback = "00000000000000000000000001000000";
        String other = "B80D0120000000000000000001000000"; // 2001:db8::1
        Files.write(table, List.of(HEAD, line(loopback + ":1F90", 700, 3), line(other + ":1F90", 700, 5)));
        assertThat(new KernelDrops(table, descriptors, new InetSocketAddress("::1", 8080)).countNew())
                .isEqualTo(3);
    }

    @Test
    void onlyNewDropsOfOurOwnSocketsOnThisPortCount() throws Exception {
        Path table = folder.resolve("udp");
        Path descriptors = Files.createDirectory(folder.resolve("fd"));
        Files.createSymbolicLink(descriptors.resolve("5"), Path.of("socket:[700]"));
        Files.createSymbolicLink(descriptors.resolve("6"), Path.of("socket:[701]"));
        Files.createSymbolicLink(descriptors.resolve("7"), Path.of("socket:[702]"));
        Files.createSymbolicLink(descriptors.resolve("8"), Path.of("/dev/null"));
        KernelDrops drops = new KernelDrops(table, descriptors, new InetSocketAddress("127.0.0.1", 8080));
        KernelDrops ofAll = new KernelDrops(table, descriptors, new InetSocketAddress("0.0.0.0", 8080));
        assertThat(drops.countNew()).isZero();
        Files.write(table, List.of(HEAD, line("0100007F:1F90", 700, 3), line("0100007F:1F90", 999, 50)));
        assertThat(drops.countNew()).isEqualTo(3);
        assertThat(drops.countNew()).isZero();
        Files.write(
                table,
                List.of(
                        HEAD,
                        line("0100007F:1F90", 700, 10),
                        line("0100007F:1F90", 701, 2),
                        line("0100007F:1F91", 701, 60),
                        line("0200007F:1F90", 702, 4),
                        "a line that is something else"));
        assertThat(drops.countNew()).isEqualTo(9);
        assertThat(ofAll.countNew()).isEqualTo(16);
    }

    private static String line(String local, int inode, int drops) {
        return "  123: " + local + " 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 " + inode
                + " 2 0000000000000000 " + drops;
    }
}
