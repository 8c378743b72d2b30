package dev.earshot.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the benchmark is asked for.
 *
 * @param sections names of sections; empty is all of them
 * @param needles what filters look for; empty is the usual
 * @param options of the JVM for Earshot's window
 * @param installed the folder of a package whose Java runs Earshot's window
 * @param times how often each figure is measured, at least 1
 * @param minutes of the soak
 */
record Request(
        List<String> sections,
        List<String> needles,
        List<String> options,
        Optional<Path> installed,
        int times,
        double minutes) {
    private static final int USUAL_TIMES = 3;
    private static final double USUAL_MINUTES = 30;

    /** Reads the words of the command line; an {@link IllegalArgumentException} says what is wrong with them. */
    static Request parse(String... words) {
        List<String> sections = new ArrayList<>();
        List<String> needles = new ArrayList<>();
        List<String> options = new ArrayList<>();
        Optional<Path> installed = Optional.empty();
        int times = USUAL_TIMES;
        double minutes = USUAL_MINUTES;
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("-") && i == words.length - 1) {
                throw new IllegalArgumentException(words[i] + " lacks its value");
            }
            switch (words[i]) {
                case "-m" -> minutes = Double.parseDouble(words[++i]);
                case "-n" -> times = Integer.parseInt(words[++i]);
                case "-j" -> options.addAll(List.of(words[++i].split(" ")));
                case "-f" -> needles.add(words[++i]);
                case "-p" -> installed = Optional.of(Path.of(words[++i]));
                default -> sections.add(words[i]);
            }
        }
        if (!options.isEmpty() && installed.isPresent()) {
            throw new IllegalArgumentException("-p and -j: a package has options of its own");
        }
        return new Request(
                List.copyOf(sections), List.copyOf(needles), List.copyOf(options), installed, times, minutes);
    }
}
