package dev.earshot.fields;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Converts the number in a message to the value that it stands for: {@code number * factor / divisor + offset}. That is
 * computed with whole numbers and one division at the end, so that 287 with a factor of 0.1 is 28.7, and not
 * 28.700000000000003.
 *
 * @param divisor for scales such as 1/1800000, which no decimal number is
 * @param multiplier of the number before the division
 * @param summand of the product before the division
 * @param quotient by which is divided
 */
record Scale(
        BigDecimal factor, BigDecimal divisor, BigDecimal offset, double multiplier, double summand, double quotient) {
    static final Scale NONE = of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);

    private static final MathContext DIGITS = new MathContext(12);

    static Scale of(BigDecimal factor, BigDecimal divisor, BigDecimal offset) {
        BigDecimal whole = BigDecimal.ONE.movePointRight(Math.max(factor.scale(), offset.scale() + divisor.scale()));
        return new Scale(
                factor,
                divisor,
                offset,
                factor.multiply(whole).doubleValue(),
                offset.multiply(divisor).multiply(whole).doubleValue(),
                divisor.multiply(whole).doubleValue());
    }

    boolean isNone() {
        return equals(NONE);
    }

    double apply(double number) {
        return this == NONE ? number : (number * multiplier + summand) / quotient;
    }

    /** Returns the scaled number with all its digits, or with 12 where division gives more. */
    String text(BigDecimal number) {
        BigDecimal product = number.multiply(factor);
        BigDecimal quotient = divisor.equals(BigDecimal.ONE) ? product : product.divide(divisor, DIGITS);
        BigDecimal value = quotient.add(offset);
        return divisor.equals(BigDecimal.ONE)
                ? value.toPlainString()
                : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
