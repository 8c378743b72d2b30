package dev.earshot.reply.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations that a template applies to a number, from left to right, with 64 bits. */
record Arithmetic(List<Operation> operations) {
    static final Arithmetic NONE = new Arithmetic(List.of());

    private static final String OPERATION = "\\s*([-+*/%&|^])\\s*(0[xX][0-9a-fA-F]{1,8}|[0-9]{1,10})\\s*";
    private static final Pattern ONE = Pattern.compile(OPERATION);
    private static final Pattern ALL = Pattern.compile("(" + OPERATION + ")*");

    private record Operation(char sign, long operand) {
        long apply(long number) {
            return switch (sign) {
                case '+' -> number + operand;
                case '-' -> number - operand;
                case '*' -> number * operand;
                case '/' -> Math.floorDiv(number, operand);
                case '%' -> Math.floorMod(number, operand);
                case '&' -> number & operand;
                case '|' -> number | operand;
                default -> number ^ operand;
            };
        }
    }

    /** Parses operations such as {@code +1}, {@code -0x10} or {@code +1%8}; null if these are none. */
    static Arithmetic parse(String typed) {
        if (!ALL.matcher(typed).matches()) {
            return null;
        }
        List<Operation> operations = new ArrayList<>();
        Matcher each = ONE.matcher(typed);
        while (each.find()) {
            boolean isHex = each.group(2).regionMatches(true, 0, "0x", 0, 2);
            long operand = isHex ? Long.parseLong(each.group(2).substring(2), 16) : Long.parseLong(each.group(2));
            char sign = each.group(1).charAt(0);
            if (operand == 0 && (sign == '/' || sign == '%')) {
                return null;
            }
            operations.add(new Operation(sign, operand));
        }
        return new Arithmetic(List.copyOf(operations));
    }

    boolean isNone() {
        return operations.isEmpty();
    }

    /** Whether a larger number never becomes a smaller one. */
    boolean keepsOrder() {
        return operations.stream().allMatch(operation -> "+-*/".indexOf(operation.sign) >= 0);
    }

    long apply(long number) {
        long result = number;
        for (Operation operation : operations) {
            result = operation.apply(result);
        }
        return result;
    }
}
