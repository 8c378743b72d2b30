package dev.earshot.fields;

/** An arithmetic operation on two numbers. Shifts and bits take whole numbers, to which others are rounded down. */
record Operation(String sign, Formula left, Formula right) implements Formula {

    @Override
    public double number(FieldScope scope) {
        double a = value(left, scope);
        double b = value(right, scope);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        return switch (sign) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> b == 0 ? Double.NaN : a / b;
            case "%" -> b == 0 ? Double.NaN : a - b * Math.floor(a / b);
            case "&" -> (long) a & (long) b;
            case "|" -> (long) a | (long) b;
            case "<<" -> (long) a << (long) b;
            case ">>" -> (long) a >> (long) b;
            default -> throw new AssertionError(sign);
        };
    }

    /** Takes the number of a field even where it is a checksum that is wrong. */
    private static double value(Formula formula, FieldScope scope) {
        FieldValue field = formula instanceof FieldName name ? name.last(scope) : null;
        return field == null ? formula.number(scope) : field.number();
    }
}
