package dev.earshot.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the sections that are asked for, each by itself. */
final class Benchmark {
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, Section> onDemand = new LinkedHashMap<>();
    private final List<String> wanted = new ArrayList<>();
    private final List<String> needles = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private int times = 3;
    private Run run;
    private double minutes = 30;

    /** One part of the benchmark; prints a table. */
    private interface Section {
        void run() throws Exception;
    }

    private Benchmark(String[] args) {
        sections.put("ingest", () -> Ingest.run(run));
        sections.put("edt", () -> Responsiveness.flood(run));
        sections.put("rate", () -> Responsiveness.paced(run));
        sections.put("bytes", () -> Responsiveness.bytes(run));
        sections.put("heap", () -> Memory.run(run));
        sections.put("clients", () -> Clients.run(run));
        sections.put("chat", () -> Chat.run(times));
        sections.put("udp", () -> Datagrams.run(run));
        sections.put("filter", () -> FilterSpeed.run(run, needles));
        sections.put("startup", () -> StartUp.run(run));
        sections.put("jmh", () -> HotFunctions.run(times));
        onDemand.put("soak", this::soak);
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-m" -> minutes = Double.parseDouble(args[++i]);
                case "-n" -> times = Integer.parseInt(args[++i]);
                case "-j" -> options.addAll(List.of(args[++i].split(" ")));
                case "-f" -> needles.add(args[++i]);
                default -> wanted.add(args[i]);
            }
        }
        run = new Run(times, List.copyOf(options), new Goals(!options.isEmpty()));
    }

    /**
     * @param args names of sections, all of them but the soak if there are none; {@code -n} and how often each thing is
     *     done; {@code -f} and what a filter shall look for; {@code -j} and options of the JVM for the window, with which
     *     the goals of the package apply; {@code -m} and the minutes of the soak
     */
    public static void main(String[] args) throws Exception {
        new Benchmark(args).run();
    }

    private void run() throws Exception {
        List<String> unknown = wanted.stream()
                .filter(name -> !sections.containsKey(name) && !onDemand.containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no " + unknown + "; there are " + sections.keySet() + onDemand.keySet());
            System.exit(2);
        }
        printMachine();
        if (!options.isEmpty()) {
            System.out.println("The window's JVM has " + String.join(" ", options) + ".\n");
        }
        for (String name : wanted.isEmpty() ? sections.keySet() : wanted) {
            (onDemand.containsKey(name) ? onDemand : sections).get(name).run();
        }
        System.out.println(run.goals().summary());
    }

    private void soak() throws Exception {
        if (!Soak.run(minutes)) {
            System.exit(1);
        }
    }

    private static void printMachine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "%s, %d cores, %s, Java %s, load average %.2f%n%n",
                system.getName(),
                system.getAvailableProcessors(),
                system.getArch(),
                System.getProperty("java.version"),
                system.getSystemLoadAverage());
    }
}
