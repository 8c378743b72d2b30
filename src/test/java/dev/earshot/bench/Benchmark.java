package dev.earshot.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the sections that are asked for, each by itself. */
final class Benchmark {
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, Section> onDemand = new LinkedHashMap<>();
    private final Request request;
    private final Run run;

    /** One part of the benchmark; prints a table. */
    private interface Section {
        void run() throws Exception;
    }

    private Benchmark(Request request, Jvm jvm) {
        this.request = request;
        run = new Run(request.times(), jvm, new Goals(jvm.isPackage()));
        sections.put("ingest", () -> Ingest.run(run));
        sections.put("edt", () -> Responsiveness.flood(run));
        sections.put("rate", () -> Responsiveness.paced(run));
        sections.put("bytes", () -> Responsiveness.bytes(run));
        sections.put("heap", () -> Memory.run(run));
        sections.put("clients", () -> Clients.run(run));
        sections.put("chat", () -> Chat.run(request.times()));
        sections.put("udp", () -> Datagrams.run(run));
        sections.put("filter", () -> FilterSpeed.run(run, request.needles()));
        sections.put("startup", () -> StartUp.run(run));
        sections.put("jmh", () -> HotFunctions.run(request.times()));
        onDemand.put("soak", this::soak);
    }

    /**
     * @param args names of sections, all of them but the soak if there are none; {@code -n} and how often each thing is
     *     done; {@code -f} and what a filter shall look for; {@code -j} and options of the JVM for the window, or
     *     {@code -p} and the folder of a package that runs it, with which the goals of the package apply; {@code -m}
     *     and the minutes of the soak
     */
    public static void main(String[] args) throws Exception {
        Benchmark benchmark;
        try {
            benchmark = of(Request.parse(args));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        benchmark.run();
    }

    private static Benchmark of(Request request) throws IOException {
        Optional<InstalledPackage> installed = request.installed().isPresent()
                ? Optional.of(InstalledPackage.in(request.installed().get()))
                : Optional.empty();
        Jvm jvm = new Jvm(request.options(), installed);
        if (jvm.jdk() != Runtime.version().feature()) {
            throw new IOException("The package has Java " + jvm.jdk() + ", so that the benchmark, which runs what it is"
                    + " compared with, wants a JAVA_HOME with the same.");
        }
        return new Benchmark(request, jvm);
    }

    private void run() throws Exception {
        List<String> wanted = request.sections();
        List<String> unknown = wanted.stream()
                .filter(name -> !sections.containsKey(name) && !onDemand.containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no " + unknown + "; there are " + sections.keySet() + onDemand.keySet());
            System.exit(2);
        }
        printMachine();
        if (run.jvm().isPackage()) {
            System.out.println(run.jvm() + "\n");
        }
        for (String name : wanted.isEmpty() ? sections.keySet() : wanted) {
            (onDemand.containsKey(name) ? onDemand : sections).get(name).run();
        }
        System.out.println(run.goals().summary());
    }

    private void soak() throws Exception {
        if (!Soak.run(request.minutes())) {
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
