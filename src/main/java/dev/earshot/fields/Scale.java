package dev.earshot.fields;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What makes the value of a number: {@code number * factor / divisor + offset}.
 *
 * @param divisor for scales such as 1/1800000, which no decimal number is
 */
record Scale(BigDecimal factor, BigDecimal divisor, BigDecimal offset) {
    static final Scale NONE = new Scale(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);

    private static final MathContext DIGITS = new MathContext(12);

    boolean isNone() {
        return equals(NONE);
    }

    double apply(double number) {
        return this == NONE ? number : number * factor.doubleValue() / divisor.doubleValue() + offset.doubleValue();
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
