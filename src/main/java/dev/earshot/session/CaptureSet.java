package dev.earshot.session;

import dev.earshot.journal.OwnCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that belong to one capture, from the name of any of them. Works on the disk. */
final class CaptureSet {
    /** A file of ours: {@code name.pcapng}, and from the second one on {@code name.0002.pcapng}. */
    private static final Pattern OURS = Pattern.compile("(?<name>.+?)(?:\\.(?<number>\\d{4,9}))?(?<ending>\\.pcapng)");

    /**
     * A file of dumpcap -b, tshark -b or Wireshark: {@code name_00002_20261130052951.pcapng}, or the other way round.
     */
    private static final Pattern RING = Pattern.compile(
            "(?<name>.+)_(?:(?<number>\\d{5,9})_(?<time>\\d{14})|(?<time2>\\d{14})_(?<number2>\\d{5,9}))(?<ending>\\D.*)?");

    /** A file that may belong to the set. */
    private record Member(Path file, String name, String ending, String time, int number) {
        boolean isOfSet(Member other) {
            return name.equals(other.name) && ending.equals(other.ending);
        }
    }

    private CaptureSet() {}

    /**
     * Returns the files of the capture in their order; only the given one if it is not one of several. The first one
     * may have been removed; see {@link #isWithoutFirst}.
     *
     * @throws IOException if the file or its folder cannot be read
     */
    static List<Path> of(Path file) throws IOException {
        if (ring(file) != null) {
            return oneRun(members(file, CaptureSet::ring), file);
        } else if (ours(file) == null || Files.exists(file) && !OwnCapture.isOurs(file)) {
            return List.of(file);
        }
        return ofOurs(file);
    }

    /**
     * Whether a name is that of a capture of ours whose first file was removed at the size limit, and later ones are
     * there.
     */
    static boolean isWithoutFirst(Path file) throws IOException {
        Member first = ours(file);
        return first != null
                && first.number == 1
                && !Files.exists(file)
                && Files.isDirectory(file.toAbsolutePath().getParent())
                && !ofOurs(file).isEmpty();
    }

    private static List<Path> ofOurs(Path file) throws IOException {
        List<Path> set = new ArrayList<>();
        for (Member member : members(file, CaptureSet::ours)) {
            if (OwnCapture.isOurs(member.file)) {
                set.add(member.file);
            }
        }
        return set;
    }

    private static List<Member> members(Path file, Function<Path, Member> reading) throws IOException {
        Member given = reading.apply(file);
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            // Beside the given file, so that a relative path stays one.
            return files.map(found -> reading.apply(file.resolveSibling(found.getFileName())))
                    .filter(found -> found != null && found.isOfSet(given) && Files.isRegularFile(found.file))
                    .sorted(Comparator.comparing(Member::time).thenComparing(Member::number))
                    .toList();
        }
    }

    /** Returns the files of that run of the program which wrote the file: their numbers go up by one. */
    private static List<Path> oneRun(List<Member> members, Path file) {
        List<Path> run = new ArrayList<>();
        int last = -1;
        for (Member member : members) {
            if (member.number != last + 1) {
                if (run.contains(file)) {
                    return run;
                }
                run.clear();
            }
            run.add(member.file);
            last = member.number;
        }
        return run;
    }

    private static Member ours(Path file) {
        Matcher name = OURS.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return null;
        }
        String number = name.group("number");
        return new Member(
                file, name.group("name"), name.group("ending"), "", number == null ? 1 : Integer.parseInt(number));
    }

    private static Member ring(Path file) {
        Matcher name = RING.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return null;
        }
        boolean numberFirst = name.group("number") != null;
        String ending = name.group("ending");
        return new Member(
                file,
                name.group("name"),
                ending == null ? "" : ending,
                name.group(numberFirst ? "time" : "time2"),
                Integer.parseInt(name.group(numberFirst ? "number" : "number2")));
    }
}
