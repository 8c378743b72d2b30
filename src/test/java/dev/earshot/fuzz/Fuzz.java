package dev.earshot.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;

/**
 * Runs a target with random inputs, each from a seed of its own, and names the seed of an input that fails. Each test
 * run uses the same seeds, so that it is repeatable. With {@code -Dfuzz.seconds=60} each target runs that long with
 * fresh seeds, and {@code -Dfuzz.seed=N} runs the one input of a seed.
 *
 * <p>A target fails by an exception or error, by more than a second of processor time, or by more than {@link
 * #MOST_BYTES} of memory for one input. Neither depends on what else the machine does.
 *
 * <p>Coverage-guided fuzzing with Jazzer 0.30.0 was tried and runs, but its JUnit engine loads a native library and
 * rewrites the classes of every other test in the same process; these loops cost next to nothing.
 */
public final class Fuzz {
    private static final long MOST_NANOS = 1_000_000_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
    private static final Long SEED = Long.getLong("fuzz.seed");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Fuzz() {}

    /** What is run with one random input. */
    @FunctionalInterface
    public interface Target {
        void run(Random random) throws Exception;
    }

    /**
     * Runs the target.
     *
     * @param rounds the number of inputs in a usual run; the first ones warm it up and may be slow
     */
    public static void run(int rounds, Target target) {
        if (SEED != null) {
            once(SEED, target, Long.MAX_VALUE);
            return;
        }
        for (long seed = 0; seed < rounds; seed++) {
            once(seed, target, seed < 3 ? Long.MAX_VALUE : MOST_NANOS);
        }
        long end = System.nanoTime() + SECONDS * 1_000_000_000;
        long seed = System.nanoTime() << 20 & Long.MAX_VALUE;
        long count = 0;
        for (; SECONDS > 0 && System.nanoTime() < end; count++, seed++) {
            once(seed, target, MOST_NANOS);
        }
        if (SECONDS > 0) {
            System.out.println(count + " inputs in " + SECONDS + " s");
        }
    }

    private static void once(long seed, Target target, long mostNanos) {
        long nanos = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        try {
            target.run(new Random(seed));
        } catch (Exception | Error e) {
            throw new AssertionError("fails with -Dfuzz.seed=" + seed, e);
        }
        if (THREADS.getCurrentThreadCpuTime() - nanos > mostNanos) {
            throw new AssertionError("takes over a second with -Dfuzz.seed=" + seed);
        }
        if (THREADS.getCurrentThreadAllocatedBytes() - bytes > MOST_BYTES) {
            throw new AssertionError("takes over 256 MiB with -Dfuzz.seed=" + seed);
        }
    }
}
