package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which layout a message has that nobody has chosen one for. */
class FieldLayoutsTest {
    private static final String MODBUS = "000100000006010300640002";

    @TempDir
    Path folder;

    private static Peer peer(int port, Transport transport) {
        return new Peer(
                1, new InetSocketAddress("127.0.0.1", port), new InetSocketAddress("127.0.0.1", 50_000), transport);
    }

    /** Returns the summary of the message, or null if it has no layout. */
    private String summary(String framing, int port, Transport transport, byte[] message) throws Problem {
        Framing cut = framing.isEmpty() ? null : FramingPresets.builtIn().parse(framing);
        FieldSource source = FieldLayouts.load(folder).fitting(cut, peer(port, transport));
        if (source == null) {
            return null;
        }
        FieldReading reading = new FieldReading();
        source.read(FieldInput.of(message, Encoding.UTF_8, true), reading);
        return reading.size() == 0 ? null : reading.summary();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modbus-tcp|7000|TCP_IN|Read holding registers 100, 2",
                "modbus-tcp wait:never|7000|TCP_IN|Read holding registers 100, 2",
                "length:4,2,be|7000|TCP_IN|Read holding registers 100, 2",
                "lines|502|TCP_IN|Read holding registers 100, 2",
                "lines|502|TCP_OUT|",
                "lines|7000|TCP_IN|",
                "iso8583|7000|TCP_IN|",
                "gt06|7000|TCP_IN|"
            })
    void aLayoutBelongsToAFramingOrAPort(String framing, int port, Transport transport, String summary) throws Problem {
        assertThat(summary(framing, port, transport, Hex.parse(MODBUS))).isEqualTo(summary);
    }

    @Test
    void theServersPortCountsWhereverItIs() throws Problem {
        byte[] query = Hex.parse("12340100000100000000000003777777076578616D706C6503636F6D0000010001");
        assertThat(summary("", 53, Transport.UDP, query)).isEqualTo("A www.example.com");
        Peer server = new Peer(
                1, new InetSocketAddress("127.0.0.1", 50_000), new InetSocketAddress("127.0.0.1", 53), Transport.UDP);
        assertThat(FieldLayouts.load(folder).fitting(null, server)).isNotNull();
    }

    @Test
    void aDamagedMessageHasTheLayoutOfItsFramingUnlessThatIsCommonToSeveral() throws Problem {
        byte[] cut = Hex.parse("78780D0101234567890123450001");
        assertThat(summary("gt06", 7000, Transport.TCP_IN, Hex.parse("7878060101234567 0D0A")))
                .isNull();
        byte[] wrongTime = Hex.parse("78781F120B0D1D112E10CF027AC7EB0C46584900148F01CC00287D001FB8000380810D0A");
        assertThat(summary("gt06", 7000, Transport.TCP_IN, wrongTime)).startsWith("Location");
        assertThat(summary("modbus-tcp", 7000, Transport.TCP_IN, Hex.parse("0001000000030103")))
                .isNull();
        assertThat(summary("dns-tcp", 7000, Transport.TCP_IN, cut)).isNull();
    }

    @Test
    void aModbusRequestWithAWrongChecksumIsStillOne() throws Problem {
        String right = summary("modbus-rtu", 7000, Transport.TCP_IN, Hex.parse("010300000001840A"));
        assertThat(right).startsWith("Read holding registers");
        assertThat(summary("modbus-rtu", 7000, Transport.TCP_IN, Hex.parse("010300000001840B")))
                .isEqualTo(right);
    }

    @Test
    void textIsNeverReadAsFields() throws Problem {
        byte[] text = "Guten Tag, hello 你好 12 $GP\r\n".getBytes(StandardCharsets.UTF_8);
        FramingPresets.builtIn().all().forEach(preset -> {
            for (int port : new int[] {53, 67, 69, 502, 1883, 2404, 2575, 3478, 5353, 10110, 7000}) {
                try {
                    assertThat(summary(preset.name(), port, Transport.TCP_IN, text))
                            .as("%s %d", preset.name(), port)
                            .isNull();
                } catch (Problem e) {
                    throw new AssertionError(e);
                }
            }
        });
    }

    @Test
    void theUsersLayoutsGoFirst() throws Exception {
        Files.writeString(folder.resolve("fields.json"), """
            {"format": "earshot fields 1", "layouts": [{"name": "mine", "framings": "modbus-tcp", "summary": "mine {n}",
              "fields": [{"name": "n", "type": "u16"}, {"name": "rest", "type": "hex"}]}]}
            """);
        assertThat(summary("modbus-tcp", 7000, Transport.TCP_IN, Hex.parse(MODBUS)))
                .isEqualTo("mine 1");
    }
}
