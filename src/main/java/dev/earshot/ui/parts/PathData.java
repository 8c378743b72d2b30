package dev.earshot.ui.parts;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/**
 * Reads the path data of an SVG drawing (SVG 1.1, section 8.3): the commands M, L, H, V, A and Z, and their relative
 * forms. An arc must be a part of a circle.
 */
final class PathData {
    private final String data;
    private final Path2D path;
    private int at;
    private double x;
    private double y;
    private double startX;
    private double startY;

    /** @param path gets what is read */
    PathData(String data, Path2D path) {
        this.data = data;
        this.path = path;
    }

    /** @throws IllegalArgumentException if the data has another command */
    void read() {
        char command = ' ';
        while (skipSeparators()) {
            char next = data.charAt(at);
            if (Character.isLetter(next)) {
                command = next;
                at++;
            }
            run(command);
            if (command == 'M') { // further numbers are lines
                command = 'L';
            } else if (command == 'm') {
                command = 'l';
            }
        }
    }

    private void run(char command) {
        boolean relative = Character.isLowerCase(command);
        double fromX = relative ? x : 0;
        double fromY = relative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                x = startX = fromX + number();
                y = startY = fromY + number();
                path.moveTo(x, y);
            }
            case 'L' -> lineTo(fromX + number(), fromY + number());
            case 'H' -> lineTo(fromX + number(), y);
            case 'V' -> lineTo(x, fromY + number());
            case 'A' -> {
                double radius = number();
                if (radius != number() || number() != 0) {
                    throw new IllegalArgumentException("not a part of a circle: " + data);
                }
                arcTo(radius, isSet(), isSet(), fromX + number(), fromY + number());
            }
            case 'Z' -> {
                path.closePath();
                x = startX;
                y = startY;
            }
            default -> throw new IllegalArgumentException(data);
        }
    }

    private void lineTo(double toX, double toY) {
        x = toX;
        y = toY;
        path.lineTo(x, y);
    }

    /** Adds a part of a circle that ends here (SVG 1.1, appendix F.6.5). */
    private void arcTo(double radius, boolean large, boolean clockwise, double toX, double toY) {
        double halfX = (toX - x) / 2;
        double halfY = (toY - y) / 2;
        double half = Math.hypot(halfX, halfY);
        double r = Math.max(radius, half); // a too small circle grows until it reaches both ends
        double distance = Math.sqrt(r * r - half * half) / half * (large == clockwise ? -1 : 1);
        double centreX = x + halfX - halfY * distance;
        double centreY = y + halfY + halfX * distance;
        double start = Math.toDegrees(Math.atan2(y - centreY, x - centreX));
        double extent = Math.toDegrees(Math.atan2(toY - centreY, toX - centreX)) - start;
        if (clockwise && extent < 0) {
            extent += 360;
        } else if (!clockwise && extent > 0) {
            extent -= 360;
        }
        // Java counts angles the other way round.
        path.append(new Arc2D.Double(centreX - r, centreY - r, 2 * r, 2 * r, -start, -extent, Arc2D.OPEN), true);
        x = toX;
        y = toY;
    }

    private boolean skipSeparators() {
        while (at < data.length() && (data.charAt(at) == ' ' || data.charAt(at) == ',')) {
            at++;
        }
        return at < data.length();
    }

    /** Reads a flag of an arc: one digit, after which no separator is needed. */
    private boolean isSet() {
        skipSeparators();
        return data.charAt(at++) == '1';
    }

    /** Reads a number. A second point or a sign begins the next one: {@code .5.5-1} are three. */
    private double number() {
        skipSeparators();
        int start = at;
        boolean point = false;
        for (; at < data.length(); at++) {
            char c = data.charAt(at);
            boolean sign = c == '-' && at == start;
            if (c == '.' && !point) {
                point = true;
            } else if (!sign && (c < '0' || c > '9')) {
                break;
            }
        }
        return Double.parseDouble(data.substring(start, at));
    }
}
