package dev.earshot.fields;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.earshot.cli.Program;
import dev.earshot.cli.Script;
import dev.earshot.codec.Encoding;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The fields of GT06 frames are what the program says that sent them. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class Gt06DeviceTest {
    @TempDir
    Path folder;

    @Test
    void everyValueIsTheSendersOwn() throws Exception {
        String script;
        try (InputStream in = Gt06DeviceTest.class.getResourceAsStream("gt06_device.py")) {
            script = new String(in.readAllBytes(), UTF_8);
        }
        List<String> said = new ArrayList<>();
        List<RelayedConversation.Message> received;
        try (ServerSocket target = new ServerSocket(0);
                RelayedConversation relay = new RelayedConversation(folder, "gt06", target.getLocalPort());
                Program device = Script.python(script, relay.port, 20240106);
                Socket end = target.accept()) {
            for (String line = device.line(); !line.equals("end"); line = device.line()) {
                said.add(line);
            }
            end.getInputStream().readAllBytes();
            end.shutdownOutput();
            relay.awaitEnd();
            received = relay.received();
        }
        assertThat(received).hasSameSizeAs(said).hasSize(39);
        FieldReading reading = new FieldReading();
        for (int i = 0; i < said.size(); i++) {
            FieldInput input = FieldInput.of(received.get(i).bytes(), Encoding.UTF_8, true);
            assertThat(layout().read(input, reading)).isTrue();
            compare(reading, said.get(i));
        }
    }

    private static MessageLayout layout() {
        return LayoutPresets.all().stream()
                .filter(layout -> layout.name().equals("gt06"))
                .findFirst()
                .orElseThrow();
    }

    private static void compare(FieldReading reading, String said) {
        for (String pair : said.split("\\|")) {
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(name.length() + 1);
            if (name.equals("right")) {
                assertThat(reading.find("crc").isWrong()).as(said).isEqualTo(value.equals("0"));
            } else if (name.equals("time") || name.equals("imei")) {
                assertThat(reading.find(name).plainText()).as(said).isEqualTo(value);
            } else {
                assertThat(reading.find(name)).as("%s in %s", name, said).isNotNull();
                assertThat(Double.parseDouble(reading.find(name).plainText()))
                        .as("%s in %s", name, said)
                        .isCloseTo(Double.parseDouble(value), offset(1e-8));
            }
        }
    }
}
