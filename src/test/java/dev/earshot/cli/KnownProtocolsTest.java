package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Lets client programs of other protocols connect to a plain port: each gets one note that names the protocol. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class KnownProtocolsTest {
    @TempDir
    private Path folder;

    /** Starts a client, in whose arguments PORT stands for the port, and returns the rows up to the first note. */
    private List<String> knock(String tool, String... arguments) throws Exception {
        try (Program earshot = new Program(folder, "listen", "0")) {
            String port = Integer.toString(earshot.port());
            Object[] given = List.of(arguments).stream()
                    .map(argument -> argument.replace("PORT", port))
                    .toArray();
            try (Program client = Script.tool(tool, given)) {
                List<String> rows = new ArrayList<>();
                do {
                    rows.add(earshot.row());
                } while (!rows.get(rows.size() - 1).contains(" ! "));
                assertThat(rows.get(1)).as("%s", client).contains(" < ");
                return rows;
            }
        }
    }

    private static String last(List<String> rows) {
        return rows.get(rows.size() - 1);
    }

    @Test
    void curlWithTlsIsNotedWithTheNameThatItWants() throws Exception {
        assertThat(last(knock("curl", "-sk", "--resolve", "a.example:PORT:127.0.0.1", "https://a.example:PORT/")))
                .contains(" ! looks like TLS: this port is plain TCP")
                .endsWith("(ClientHello, SNI a.example)");
    }

    @Test
    void curlIsNotedWithItsRequest() throws Exception {
        assertThat(last(knock("curl", "-s", "http://127.0.0.1:PORT/temp?x=1")))
                .contains(" ! looks like HTTP, and")
                .endsWith("(GET /temp?x=1)");
        assertThat(last(knock("curl", "-s", "--http2-prior-knowledge", "http://127.0.0.1:PORT/")))
                .contains(" ! looks like HTTP/2, which is binary");
        assertThat(last(knock("curl", "-s", "--haproxy-protocol", "http://127.0.0.1:PORT/")))
                .contains(" ! begins with a PROXY protocol header (v1, TCP4 127.0.0.1)");
    }

    @Test
    void sshIsNotedWithItsVersion() throws Exception {
        assertThat(last(knock("ssh", "-p", "PORT", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "127.0.0.1")))
                .contains(" ! looks like SSH")
                .contains("(SSH-2.0-");
    }

    @Test
    void aRelaySaysThatItCannotReadTls() throws Exception {
        try (ServerSocket target = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program earshot = new Program(folder, "relay", "0", "127.0.0.1:" + target.getLocalPort());
                Program client = Script.tool("curl", "-sk", "https://127.0.0.1:" + earshot.port() + "/")) {
            String row;
            do {
                row = earshot.row();
            } while (!row.contains(" ! looks "));
            assertThat(row)
                    .endsWith("looks encrypted (ClientHello): it is forwarded unchanged, but cannot be read here");
            assertThat(client).isNotNull();
        }
    }

    @Test
    void mosquittoIsNoted() throws Exception {
        assertThat(last(knock("mosquitto_pub", "-p", "PORT", "-t", "a", "-m", "b")))
                .contains(" ! looks like MQTT, and Earshot is no broker");
    }
}
