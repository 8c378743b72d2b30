package dev.earshot.codec;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures the work for every shown row, and for one in many of the others, with 1,024 bytes. */
@State(Scope.Benchmark)
public class TextBenchmark {
    private static final int SIZE = 1024;

    /** The row: letters only, Chinese in either encoding, or UTF-8 with a bad byte in the middle. */
    @Param({"ascii", "utf-8", "gbk", "damaged"})
    String row;

    private byte[] bytes;
    private String text;
    private Encoding encoding;

    @Setup
    public void fill() {
        String piece = row.equals("ascii") ? "T=23.5 H=48 " : "温度=23.5℃ 湿度=48 ";
        encoding = row.equals("gbk") ? Encoding.GBK : Encoding.UTF_8;
        StringBuilder whole = new StringBuilder();
        while (whole.toString().getBytes(encoding.writeCharset()).length < SIZE) {
            whole.append(piece);
        }
        bytes = whole.toString().getBytes(encoding.writeCharset());
        if (row.equals("damaged")) {
            bytes[SIZE / 2] = (byte) 0xFF;
        }
        text = TextDecoder.decode(encoding, bytes, 0, bytes.length);
    }

    @Benchmark
    public String decode() {
        return TextDecoder.decode(encoding, bytes, 0, SIZE);
    }

    @Benchmark
    public boolean vote() {
        EncodingEvidence evidence = new EncodingEvidence();
        evidence.vote(bytes, 0, SIZE);
        return evidence.isDecided();
    }

    @Benchmark
    public String makeVisible() {
        return VisibleText.of(text);
    }
}
