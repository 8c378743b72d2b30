package dev.earshot.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the sections that are asked for, each by itself. */
final class Benchmark {
    private static final int USUAL_TIMES = 3;

    private static final Map<String, Section> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("ingest", Ingest::run);
        SECTIONS.put("edt", Responsiveness::flood);
        SECTIONS.put("rate", Responsiveness::paced);
        SECTIONS.put("heap", Memory::run);
        SECTIONS.put("clients", Clients::run);
        SECTIONS.put("startup", StartUp::run);
    }

    /** One part of the benchmark; prints a table. */
    private interface Section {
        /** @param times how often everything is done */
        void run(int times) throws IOException;
    }

    private Benchmark() {}

    /** @param args names of sections, all of them if there are none; {@code -n} and how often each thing is done */
    public static void main(String[] args) throws IOException {
        List<String> words = new java.util.ArrayList<>(List.of(args));
        int times = USUAL_TIMES;
        int option = words.indexOf("-n");
        if (option >= 0) {
            times = Integer.parseInt(words.get(option + 1));
            words.subList(option, option + 2).clear();
        }
        printMachine();
        for (String name : words.isEmpty() ? SECTIONS.keySet() : words) {
            Section section = SECTIONS.get(name);
            if (section == null) {
                System.err.println("There is no " + name + "; there are " + SECTIONS.keySet());
                System.exit(2);
            }
            section.run(times);
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
