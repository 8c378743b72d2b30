package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of public examples, and of a program that wrote them from known values, have these values. */
class PresetValuesTest {

    static List<MessageLayout> all() {
        return LayoutPresets.all();
    }

    private static MessageLayout layout(String name) {
        return all().stream()
                .filter(layout -> layout.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The number of a message counts from 1 in the order of the file; a field's values stand with blanks between. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gt06|1|imei|123456789012345",
                "gt06|2|time|2011-08-29T17:46:16Z",
                "gt06|2|latitude|23.1116683333",
                "gt06|2|longitude|114.409285",
                "gt06|2|course|143",
                "gt06|2|lac|10365",
                "gt06|3|voltage|4",
                "gt06|5|longitude|-114.0625",
                "gt06|6|alarm|1",
                "gt06|7|externalVoltage|12.50",
                "jt808|1|phone|013912345678",
                "jt808|1|longitude|-121.456789",
                "jt808|1|latitude|31.234567",
                "jt808|1|speed|60.5",
                "jt808|1|time|2024-01-02T03:04:05+08:00",
                "jt808|1|mileage|100.0",
                "jt808|1|sos|1",
                "jt808|2|phone|00000000013912345678",
                "jt808|2|serial|2",
                "jt808|3|plate|京A12345",
                "jt808|3|terminal|1234567",
                "jt808|4|model|M1",
                "jt808|5|token|token1",
                "jt808|6|imei|123456789012345",
                "jt808|6|software|V1.0",
                "jt808|8|answeredSerial|5",
                "jt808|9|result|3",
                "jt808|10|token|token1",
                "teltonika|1|imei|356307042441013",
                "teltonika|2|time|2019-06-10T10:04:46Z",
                "teltonika|2|id|21 1 66 241 78",
                "teltonika|2|io|3 1 24079 24602 0",
                "teltonika|3|time|2019-06-10T11:36:32Z",
                "teltonika|3|io|1 29 22949000 893700218 500686954",
                "teltonika|4|text|getinfo",
                "teltonika|7|latitude|-33.8688000 54.6872000",
                "teltonika|7|longitude|151.2093000 25.2797000",
                "teltonika|7|altitude|-5 112",
                "teltonika|7|speed|88 0",
                "teltonika|7|io|1 0 12405 123456",
                "nmea|1|latitude|48.1173",
                "nmea|1|longitude|11.5166666667",
                "nmea|1|speed|022.4",
                "nmea|2|altitude|545.4",
                "nmea|2|satellites|08",
                "nmea|3|prn|01 02 12 14",
                "nmea|3|snr|46 41 39 45",
                "nmea|5|speedKmh|010.2",
                "nmea|6|prn|30",
                "nmea|6|signal|1",
                "nmea|7|latitude|-33.8688",
                "nmea|7|longitude|-151.2093",
                "nmea|8|pdop|2.5",
                "nmea|9|maker|MTK",
                "nmea|10|payload|177KQJ5000G?tO`K>RA1wUbN0TKH",
                "nmea|11|text|hello",
                "iec104|1|command|7",
                "iec104|5|receive|5",
                "iec104|7|address|10 12",
                "iec104|7|value|1 0",
                "iec104|8|address|100 101 102",
                "iec104|9|value|-0.5",
                "iec104|10|value|-1234",
                "iec104|11|value|23.5",
                "iec104|12|time|2024-01-02T03:04:10Z",
                "iec104|14|select|1",
                "iec104|18|value|-77",
                "hl7|1|MSH-9|ORU^R01",
                "hl7|1|MSH-10|MSG001",
                "hl7|1|MSH-12|2.5",
                "hl7|1|PID-5|DOE^JOHN",
                "hl7|1|OBX-5|5.4",
                "hl7|2|MSA-1|AA",
                "astm|1|control|5",
                "astm|5|H-5|Analyzer^1.0",
                "astm|7|R-4|5.4",
                "astm|7|R-5|mmol/L",
                "astm|7|end|3",
                "astm|8|end|23",
                "fix|1|MsgType|8",
                "fix|1|Symbol|MSFT",
                "fix|1|Price|15",
                "fix|1|CheckSum|128",
                "fix|2|HeartBtInt|30",
                "tftp|1|file|boot.bin",
                "tftp|1|option|blksize tsize",
                "tftp|1|value|1428 0",
                "tftp|3|block|1",
                "tftp|5|message|File not found",
                "stun|2|address|192.0.2.1 192.0.2.1",
                "stun|2|port|50000 50000",
                "stun|3|address|2001:db8:1234:5678:11:2233:4455:6677",
                "stun|4|errorCode|401",
                "rtp|1|payloadType|96",
                "rtp|2|csrc|2 3",
                "dhcp|2|yourAddress|192.168.1.100",
                "dhcp|2|address|255.255.255.0 192.168.1.1 192.168.1.1 9.7.10.15 8.8.8.8"
            })
    void aMessageHasItsValues(String layout, int number, String field, String values) throws Problem {
        FieldReading reading = new FieldReading();
        byte[] message = Hex.parse(PresetMessages.of(layout).get(number - 1));
        assertThat(layout(layout).read(FieldInput.of(message, Encoding.UTF_8, true), reading))
                .isTrue();
        List<String> found = new ArrayList<>();
        for (int at = reading.indexOf(field, 0); at >= 0; at = reading.indexOf(field, at + 1)) {
            found.add(reading.get(at).plainText());
        }
        assertThat(String.join(" ", found)).isEqualTo(values);
    }

    /** All messages of the file have the form of their layout, with right checksums; one wrong bit makes one wrong. */
    @ParameterizedTest
    @MethodSource("all")
    void allChecksumsAreRight(MessageLayout layout) throws Problem {
        FieldReading reading = new FieldReading();
        assertThat(PresetMessages.of(layout.name())).isNotEmpty();
        for (String hex : PresetMessages.of(layout.name())) {
            byte[] message = Hex.parse(hex);
            boolean whole = layout.read(FieldInput.of(message, Encoding.UTF_8, true), reading)
                    || layout.read(FieldInput.of(message, Encoding.UTF_8, false), reading);
            assertThat(whole).as(hex).isTrue();
            for (int i = 0; i < reading.size(); i++) {
                assertThat(reading.get(i).isWrong())
                        .as("%s in %s", reading.get(i).name(), hex)
                        .isFalse();
                if (reading.get(i).isCheck()) {
                    assertWrongBitIsSeen(layout, message, reading.get(i));
                    break;
                }
            }
        }
    }

    private static void assertWrongBitIsSeen(MessageLayout layout, byte[] message, FieldValue check) {
        byte[] damaged = message.clone();
        damaged[check.to() - 1] ^= 1;
        FieldReading other = new FieldReading();
        layout.read(FieldInput.of(damaged, Encoding.UTF_8, true), other);
        assertThat(other.find(check.name()).isWrong())
                .as(Hex.print(damaged, 0, damaged.length))
                .isTrue();
    }
}
