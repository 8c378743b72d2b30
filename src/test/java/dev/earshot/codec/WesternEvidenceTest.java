package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WesternEvidenceTest {
    /** Rows of instruments from the field, in ISO-8859-1. */
    private static final List<String> INSTRUMENTS =
            List.of("T1=25.3°C", "T2=26.1°C H=40%", "Temp1(°C)", "angle 90°", "flow 3 m³/h", "gain ±2 dB");

    private final EncodingEvidence evidence = new EncodingEvidence();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T1=25.3°C",
                "T2=26.1°C H=40%",
                "Temp1(°C)",
                "angle 90°",
                "flow 3 m³/h",
                "gain ±2 dB",
                "25 °C ±2 °C",
                "25°",
                "°C",
                "45°N 7°E",
                "T[°]=25",
                "90°±5",
                "5 µA",
                "U=1.2 W/m²K",
                "W/(m²·K)",
                "R=½ in",
                "§5 ok",
                "£5.00",
                "«on»",
                "Motor 3 ein/größer",
                "größe",
                "München",
                "Größe 5",
                "Straße",
                "café",
                "CAFÉ 3",
                "créée",
                "déjà reçu",
                "Température: 25",
                "là et à côté",
                "¿Qué?",
                "año 2026",
                "posição",
                "ATENÇÃO",
                "INFORMAÇÕES",
                "Lämpötila 21",
                "PÄÄLLÄ",
                "Malmö",
                "Ærø",
                "naïveté",
                "hôpital"
            })
    void aRowOfAWesternDeviceIsReadAsIso88591(String text) {
        for (String ending : List.of("", "\r\n", "\n", "\r")) {
            EncodingEvidence row = new EncodingEvidence();
            byte[] bytes = (text + ending).getBytes(StandardCharsets.ISO_8859_1);
            row.vote(bytes, 0, bytes.length);
            assertThat(row.verdict()).as(text + ending).isEqualTo(Encoding.ISO_8859_1);
        }
    }

    @Test
    void rowsOfInstrumentsTogetherAreReadAsIso88591() {
        for (int first = 0; first < INSTRUMENTS.size(); first++) {
            EncodingEvidence rows = new EncodingEvidence();
            for (int i = 0; i < INSTRUMENTS.size(); i++) {
                String text = INSTRUMENTS.get((first + i) % INSTRUMENTS.size());
                byte[] bytes = (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
                rows.vote(bytes, 0, bytes.length);
                assertThat(rows.verdict()).isEqualTo(Encoding.ISO_8859_1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it’s 5", "“OK”", "10 € each", "wait…", "a – b"})
    void signsOfWindows1252AreReadAsThat(String text) {
        vote((text + "\r\n").getBytes(Encoding.WINDOWS_1252.writeCharset()));
        assertThat(evidence.verdict()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(evidence.verdict().isWestern()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好",
                "温度25",
                "T=25.3℃",
                "25.3°C", // the degree sign of GBK
                "10Ω",
                "开",
                "第1路",
                "A相:220V",
                "A相B相C相",
                "A型B型",
                "1号2号3号",
                "3秒5",
                "5米/秒",
                "SIM卡",
                "X轴Y轴",
                "李喆",
                "张珺 13",
                "琥珀",
                "咖啡",
                "溫度25",
                "開關",
                "1#锂 3.7V",
                "氩:25",
                "ＡＢ１",
                "①",
                "，"
            })
    void aRowOfGbkStaysGbk(String text) {
        vote((text + "\r\n").getBytes(Encoding.GBK.writeCharset()));
        assertThat(evidence.verdict()).as(text).isEqualTo(Encoding.GBK);
    }

    @Test
    void oneRowOfTextOutweighsOneRareRow() {
        vote("25.3°C".getBytes(StandardCharsets.ISO_8859_1));
        vote("温度".getBytes(Encoding.GBK.writeCharset()));
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
    }

    @Test
    void charactersOfTwoBytesInUtf8SpeakAgainstAWesternEncoding() {
        vote("25.3°C".getBytes(StandardCharsets.ISO_8859_1));
        vote("25.3°C".getBytes(StandardCharsets.UTF_8));
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void rowsThatFitNeitherTakeGbkAway() {
        vote(Samples.bytes("E7FA E7EA")); // two rare characters
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
        vote(Samples.bytes("D2E5ECEFE5F0E0F2F3F0E0 20")); // a Russian word in windows-1251
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void aBadByteInATextOfGbkIsNoVote() {
        byte[] row = Samples.bytes("C4E3 BAC3 CAC0 BDE7 FF 0D0A");
        vote(row);
        assertThat(evidence.isDecided()).isFalse();
        vote("你好".getBytes(Encoding.GBK.writeCharset()));
        vote(row);
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
    }

    @ParameterizedTest
    @CsvSource({"FFFE22", "FF", "540DFF", "FFFB1F", "80808080", "4F4B81410D0A"})
    void noiseIsNotWestern(String hex) {
        vote(Samples.bytes(hex));
        assertThat(evidence.verdict().isWestern()).isFalse();
    }

    @Test
    void theCutEndOfABeginningIsNoVote() {
        byte[] row = Samples.bytes("543D B6"); // T= and half of 度
        evidence.voteBeginning(row, 0, row.length);
        assertThat(evidence.isDecided()).isFalse();
    }

    private void vote(byte[] row) {
        evidence.vote(row, 0, row.length);
    }
}
