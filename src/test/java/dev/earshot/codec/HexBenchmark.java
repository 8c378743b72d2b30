package dev.earshot.codec;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures the conversion of 1,024 bytes to hex digits and back. */
@State(Scope.Benchmark)
public class HexBenchmark {
    private final byte[] bytes = new byte[1024];
    private final String digits;

    public HexBenchmark() {
        new Random(1).nextBytes(bytes);
        digits = Hex.print(bytes, 0, bytes.length);
    }

    @Benchmark
    public String print() {
        return Hex.print(bytes, 0, bytes.length);
    }

    @Benchmark
    public byte[] parse() throws Problem {
        return Hex.parse(digits);
    }
}
