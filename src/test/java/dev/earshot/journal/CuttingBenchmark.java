package dev.earshot.journal;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Cutter;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.RowEnds;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures how one full read of 512 messages of 64 bytes is split into rows, under each framing. */
@State(Scope.Benchmark)
public class CuttingBenchmark {
    private static final int SIZE = 64;

    @Param({
        "lines",
        "delimiter:0D0A",
        "delimiter:0D0A|0A",
        "length:0,2,be",
        "fixed:64",
        "marks:00..0D0A",
        "blocks:0A",
        "heads:003E=length:0,2,be,end=0D0A;01=fixed:1",
        "received"
    })
    String framing;

    private final byte[] read = new byte[32 * 1024];
    private final RowEnds ends = new RowEnds();
    private Cutter cutter;

    /** Makes messages with a length before and CR LF after them, so that every framing finds their ends. */
    @Setup
    public void fill() throws Problem {
        cutter = Framing.parse(framing).newCutter();
        byte[] message = "..23.5 degrees, 48 % humidity, and a few more letters until end\r\n"
                .substring(0, SIZE)
                .getBytes(StandardCharsets.US_ASCII);
        message[0] = 0;
        message[1] = SIZE - 2;
        message[SIZE - 2] = '\r';
        message[SIZE - 1] = '\n';
        for (int at = 0; at < read.length; at += SIZE) {
            System.arraycopy(message, 0, read, at, SIZE);
        }
    }

    @Benchmark
    public int cut() {
        ends.clear();
        cutter.cut(read, 0, read.length, ends);
        return ends.count();
    }
}
