package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingEvidenceTest {
    private static final byte[] GBK_ROW = Samples.bytes("温度=23.5℃", Encoding.GBK);
    private static final byte[] UTF_8_ROW = Samples.bytes("你好", Encoding.UTF_8);
    private static final byte[] STUDY_IN_GBK = Samples.bytes("D1A7 CFB0");

    private final EncodingEvidence evidence = new EncodingEvidence();

    @Test
    void withoutVotesTheVerdictIsUtf8() {
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
        assertThat(evidence.isDecided()).isFalse();
        assertThat(evidence.isAmbiguous()).isFalse();
    }

    @Test
    void chineseInUtf8VotesUtf8() {
        vote(UTF_8_ROW);
        assertThat(evidence.isDecided()).isTrue();
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void chineseInGbkVotesGbk() {
        vote(GBK_ROW);
        assertThat(evidence.isDecided()).isTrue();
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
    }

    @Test
    void aFourByteFormVotesGbk() {
        vote(Samples.bytes("你好 😀", Samples.encoding("GB18030")));
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
    }

    @Test
    void aWordValidInBothFollowsItsClient() {
        vote(STUDY_IN_GBK);
        assertThat(evidence.isDecided()).isFalse();
        assertThat(evidence.isAmbiguous()).isTrue();
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
        vote(GBK_ROW);
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
        for (int i = 0; i < 100; i++) {
            vote(STUDY_IN_GBK);
        }
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
    }

    @Test
    void severalTwoByteCharactersVoteUtf8() {
        vote(Samples.bytes("температура 23", Encoding.UTF_8));
        assertThat(evidence.isDecided()).isTrue();
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void aRowFramedByStxAndEtxVotes() {
        vote(Samples.bytes("\u0002重量 12.5\u0003", Encoding.GBK));
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
    }

    @Test
    void everyPairOfGb18030IsClassifiedByItsCharacter() {
        for (int pair = 0x8140; pair <= 0xFEFE; pair++) {
            byte[] bytes = {(byte) (pair >> 8), (byte) pair};
            if (Gb18030.length(bytes, 0, 2) == 2) {
                int type = Character.getType(new String(bytes, Encoding.GBK.readCharset()).codePointAt(0));
                boolean text = type != Character.PRIVATE_USE && type != Character.UNASSIGNED;
                assertThat(Gb18030.isText(bytes, 0, 2)).as("%04X", pair).isEqualTo(text);
            }
        }
    }

    @Test
    void ambiguityIsReportedOnlyBeforeTheFirstVote() {
        vote(GBK_ROW);
        vote(STUDY_IN_GBK);
        assertThat(evidence.isAmbiguous()).isFalse();
    }

    @Test
    void everyUtf8CharacterOfTwoBytesIsAPairOfGbkAndNoEvidence() {
        for (int c = 0x80; c < 0x800; c++) {
            EncodingEvidence none = new EncodingEvidence();
            none.vote(Samples.bytes(Character.toString(c), Encoding.UTF_8), 0, 2);
            assertThat(none.isDecided()).as("%04X", c).isFalse();
            assertThat(none.isAmbiguous()).as("%04X", c).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "48 65 6C 6C 6F 0D 0A", // ASCII
                "1B 5B 33 31 6D 48 07 08 0C 09", // ASCII with the controls of a terminal
                "FF FB 01 FF FB 03 FF FD 18", // telnet negotiation
                "FF FB 1F C4 E3 BA C3", // the same before GBK
                "01 03 04 C4 E3 BA C3 7A 11", // a Modbus answer whose registers look like GBK
                "01 10 00 01 00 02 10 08", // a Modbus answer
                "C4 E3 00 BA C3 00", // NUL
                "E4 BD A0 00", // NUL after UTF-8
                "02 03 02 C4 E3 BA C3 7A", // a Modbus answer of unit 2: no STX and ETX around a text
                "C4", // half a character
                "E4 BD", // a part of a character, or a character of GBK
                "80 80 80", // line noise
                "C4 E3 FF", // neither
                "AA A1 F8 A1", // only private characters in GB 18030
                "BD A0 E5 A5 BD", // UTF-8 that has lost its first byte
            })
    void aRowWithoutEvidenceHasNoVote(String hex) {
        vote(Samples.bytes(hex));
        assertThat(evidence.isDecided()).isFalse();
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void terminalControlsDoNotSilenceARow() {
        vote(Samples.bytes("1B5B33316D 07 08 09 0C 0D 0A C4E3 BAC3 1B5B306D"));
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
    }

    @Test
    void aRowCutAnywhereNeverVotesForTheOtherEncoding() {
        for (Encoding encoding : List.of(Encoding.UTF_8, Encoding.GBK)) {
            byte[] row = Samples.bytes("温度=23.5℃,湿度 40%,学习", encoding);
            for (int cut = 0; cut <= row.length; cut++) {
                EncodingEvidence cutEvidence = new EncodingEvidence();
                cutEvidence.vote(row, 0, cut);
                assertThat(!cutEvidence.isDecided() || cutEvidence.verdict() == encoding)
                        .as("%s cut at %d", encoding, cut)
                        .isTrue();
                assertThat(cutEvidence.isDecided()).isEqualTo(cut >= (encoding == Encoding.GBK ? 2 : 3));
            }
        }
    }

    @Test
    void bothPartsOfAUtf8RowCutBySilenceAreNoEvidenceForGbk() {
        byte[] row = Samples.bytes("你好,世界:温度正常", Encoding.UTF_8);
        for (int cut = 0; cut < row.length - 5; cut++) {
            EncodingEvidence parts = new EncodingEvidence();
            parts.vote(row, cut, row.length - cut);
            assertThat(parts.verdict()).as("cut at %d", cut).isEqualTo(Encoding.UTF_8);
        }
    }

    @Test
    void atATieThePresentVerdictStays() {
        vote(GBK_ROW);
        vote(UTF_8_ROW);
        assertThat(evidence.verdict()).isEqualTo(Encoding.GBK);
        vote(UTF_8_ROW);
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
        vote(GBK_ROW);
        assertThat(evidence.verdict()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void oneBadRowNeverOutvotesGoodOnesWhereverItComes() {
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 5_000; round++) {
            Encoding encoding = random.nextBoolean() ? Encoding.UTF_8 : Encoding.GBK;
            List<byte[]> rows = new ArrayList<>(goodRows(random, encoding, 2 + random.nextInt(4)));
            rows.add(random.nextInt(rows.size() + 1), Samples.noise(random, 12));
            assertThat(verdict(rows))
                    .as("seed %d round %d", Samples.SEED, round)
                    .isEqualTo(encoding);
        }
    }

    @Test
    void theOrderOfGoodRowsDoesNotMatter() {
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 1_000; round++) {
            Encoding encoding = random.nextBoolean() ? Encoding.UTF_8 : Encoding.GBK;
            List<byte[]> rows = new ArrayList<>(goodRows(random, encoding, 3));
            rows.add(STUDY_IN_GBK);
            rows.add(Samples.bytes("FFFB01"));
            rows.add("OK\r\n".getBytes(encoding.writeCharset()));
            Collections.shuffle(rows, random);
            assertThat(verdict(rows))
                    .as("seed %d round %d", Samples.SEED, round)
                    .isEqualTo(encoding);
        }
    }

    @Test
    void theMajorityWinsWhateverTheOrderIfItIsNoTie() {
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 1_000; round++) {
            List<byte[]> rows = new ArrayList<>(goodRows(random, Encoding.UTF_8, 1 + random.nextInt(5)));
            int more = rows.size() + 1 + random.nextInt(3);
            rows.addAll(goodRows(random, Encoding.GBK, more));
            Collections.shuffle(rows, random);
            assertThat(verdict(rows))
                    .as("seed %d round %d", Samples.SEED, round)
                    .isEqualTo(Encoding.GBK);
        }
    }

    @Test
    void onlyTheGivenBytesCountAndOneHighByteIsSeenAtEveryOffset() {
        for (int offset = 0; offset < 20; offset++) {
            for (int length = 0; length < 40; length++) {
                byte[] row = new byte[64];
                Arrays.fill(row, (byte) 'a');
                row[offset + length] = (byte) 0x81;
                EncodingEvidence without = new EncodingEvidence();
                without.vote(row, offset, length);
                assertThat(without.isDecided()).isFalse();
                EncodingEvidence with = new EncodingEvidence();
                with.vote(row, offset, row.length - offset);
                assertThat(with.isDecided()).as("%d %d", offset, length).isTrue();
            }
        }
    }

    private static List<byte[]> goodRows(Random random, Encoding encoding, int count) {
        List<byte[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Samples.bytes("你好 " + random.nextInt(1000) + " 温度℃", encoding));
        }
        return rows;
    }

    private static Encoding verdict(List<byte[]> rows) {
        EncodingEvidence evidence = new EncodingEvidence();
        rows.forEach(row -> evidence.vote(row, 0, row.length));
        return evidence.verdict();
    }

    private void vote(byte[] row) {
        evidence.vote(row, 0, row.length);
    }
}
