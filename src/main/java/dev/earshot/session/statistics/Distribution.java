package dev.earshot.session.statistics;

/**
 * Counts numbers, and finds their percentiles in bounded memory. Numbers fall into the buckets of a logarithmic scale
 * with equal steps between powers of two, as in HdrHistogram (Gil Tene), but signed and for fractions as well. A
 * percentile is the mean of its bucket: exact for whole numbers that the precision can hold and where all numbers of
 * the bucket are equal, otherwise wrong by less than a step. Numbers nearer to 0 than 2^-64 count as 0; those beyond
 * 2^64 share the last power. Confined to one thread.
 */
public final class Distribution {
    /** The usual precision in bits, with steps of less than 0.1 %. */
    static final int FINE = 10;

    /** A precision with steps of about 3 %, for thousands of distributions. */
    static final int COARSE = 5;

    private static final int LEAST_EXPONENT = -64;
    private static final int OCTAVES = 129;
    private static final int MANTISSA = 52;

    private final int precision;
    private final Octave[] negative = new Octave[OCTAVES];
    private final Octave[] positive = new Octave[OCTAVES];
    private long zeros;
    private long count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** The buckets between two powers of two. */
    private static final class Octave {
        private final long[] counts;
        private final double[] sums;

        Octave(int size) {
            counts = new long[size];
            sums = new double[size];
        }
    }

    /** Takes the buckets of a distribution. */
    interface BucketVisitor {
        void visit(double value, long count);
    }

    /** Makes an empty distribution of the usual precision. */
    public Distribution() {
        this(FINE);
    }

    /** @param precision the number of bits behind the leading one that are told apart, 1 to 20 */
    Distribution(int precision) {
        this.precision = precision;
    }

    /** Counts a number; what is not finite is left out. */
    public void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        count++;
        sum += value;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        int exponent = Math.getExponent(value);
        if (exponent < LEAST_EXPONENT) {
            zeros++;
            return;
        }
        int place = Math.min(exponent - LEAST_EXPONENT, OCTAVES - 1);
        Octave[] octaves = value < 0 ? negative : positive;
        if (octaves[place] == null) {
            octaves[place] = new Octave(1 << precision);
        }
        int bucket = (int) (Double.doubleToRawLongBits(value) >>> MANTISSA - precision) & (1 << precision) - 1;
        octaves[place].counts[bucket]++;
        octaves[place].sums[bucket] += value;
    }

    /** Returns how many numbers were counted. */
    public long count() {
        return count;
    }

    /** Returns the sum of all numbers. */
    public double sum() {
        return sum;
    }

    /** Returns the mean; not a number (NaN) if there are none. */
    public double mean() {
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Returns the least number, exactly; NaN if there are none. */
    public double least() {
        return count == 0 ? Double.NaN : least;
    }

    /** Returns the greatest number, exactly; NaN if there are none. */
    public double greatest() {
        return count == 0 ? Double.NaN : greatest;
    }

    /**
     * Returns a percentile by the nearest rank: the least number that is not below so many of them.
     *
     * @param share from 0 to 1, such as 0.99
     * @return NaN if there are no numbers
     */
    public double percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        if (count == 0) {
            return Double.NaN;
        } else if (rank >= count) {
            return greatest;
        }
        Search search = new Search(rank);
        forEach(search);
        return Math.max(least, Math.min(greatest, search.found));
    }

    /** Visits the buckets that are not empty, rising, each with the mean of its numbers. */
    void forEach(BucketVisitor visitor) {
        for (int octave = OCTAVES - 1; octave >= 0; octave--) {
            for (int i = (1 << precision) - 1; negative[octave] != null && i >= 0; i--) {
                visit(negative[octave], i, visitor);
            }
        }
        if (zeros > 0) {
            visitor.visit(0, zeros);
        }
        for (Octave octave : positive) {
            for (int i = 0; octave != null && i < 1 << precision; i++) {
                visit(octave, i, visitor);
            }
        }
    }

    private static void visit(Octave octave, int bucket, BucketVisitor visitor) {
        long there = octave.counts[bucket];
        if (there > 0) {
            visitor.visit(octave.sums[bucket] / there, there);
        }
    }

    /** Finds the bucket of a rank. */
    private static final class Search implements BucketVisitor {
        private final long rank;
        private long before;
        private double found;

        Search(long rank) {
            this.rank = rank;
        }

        @Override
        public void visit(double value, long there) {
            if (before < rank) {
                found = value;
            }
            before += there;
        }
    }
}
