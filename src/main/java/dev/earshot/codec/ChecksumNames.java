package dev.earshot.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds checksums by the names that people know. */
final class ChecksumNames {
    /** All checksums that have a name: sums first, then the CRCs by width. */
    static final List<Checksum> ALL;

    private static final Map<String, Checksum> BY_NAME = new HashMap<>();
    private static final String MODBUS = "CRC-16/MODBUS";
    private static final String COMMON = "sum8, sum16, XOR, LRC, CRC-8, CRC-8/MAXIM-DOW, CRC-16/MODBUS, CRC-16/ARC,"
            + " CRC-16/CCITT-FALSE, CRC-16/XMODEM, CRC-16/KERMIT, CRC-16/X-25, CRC-32, CRC-32C, CRC-64/XZ";

    static {
        List<Checksum> all = new ArrayList<>();
        addSum(all, 1, ByteSum.SUM8, "sum8", "SUM", "checksum8");
        addSum(all, 2, ByteSum.SUM16, "sum16");
        addSum(all, 1, ByteSum.INVERTED, "sum8/inverted", "XBee");
        addSum(all, 1, ByteSum.LRC, "LRC", "LRC/MODBUS");
        addSum(all, 1, ByteSum.XOR, "XOR", "XOR8", "BCC", "NMEA");
        addSum(all, 2, ByteSum.INTERNET, "Internet", "RFC1071");
        addSum(all, 2, ByteSum.FLETCHER_16, "Fletcher-16");
        addSum(all, 4, ByteSum.FLETCHER_32, "Fletcher-32");
        addSum(all, 4, ByteSum.ADLER_32, "Adler-32");
        List<CrcCatalogue.Entry> entries = CrcCatalogue.entries();
        for (CrcCatalogue.Entry entry : entries) {
            String label = entry.label();
            Checksum crc = Checksum.crc(label, entry.parameters(), label.equals(MODBUS));
            all.add(crc);
            entry.names().forEach(name -> addName(name, crc));
        }
        addLastParts(entries);
        ALL = List.copyOf(all);
    }

    private ChecksumNames() {}

    private static void addSum(List<Checksum> all, int size, ByteSum sum, String... names) {
        Checksum checksum = new Checksum(names[0], size, false, sum::of);
        all.add(checksum);
        for (String name : names) {
            addName(name, checksum);
        }
    }

    private static void addName(String name, Checksum checksum) {
        if (BY_NAME.put(plain(name), checksum) != null) {
            throw new IllegalStateException("Two checksums are named " + name);
        }
    }

    /** Lets a CRC be named by what follows its width, such as MODBUS. Names of several CRCs do not count. */
    private static void addLastParts(List<CrcCatalogue.Entry> entries) {
        Map<String, List<String>> namesByLastPart = entries.stream()
                .flatMap(entry -> entry.names().stream())
                .filter(name -> name.indexOf('/') > 0)
                .collect(Collectors.groupingBy(name -> plain(name.substring(name.indexOf('/') + 1))));
        namesByLastPart.forEach((part, names) -> {
            if (names.size() == 1) {
                BY_NAME.putIfAbsent(part, BY_NAME.get(plain(names.get(0))));
            }
        });
    }

    static Optional<Checksum> find(String name) {
        return Optional.ofNullable(BY_NAME.get(plain(name)));
    }

    /**
     * Returns the labels of checksums with names that begin like an unknown one. If there are none, it returns the
     * common ones.
     */
    static String suggestions(String unknown) {
        String begin = plain(unknown);
        String similar = ALL.stream()
                .filter(checksum -> BY_NAME.entrySet().stream()
                        .anyMatch(name ->
                                name.getValue() == checksum && name.getKey().startsWith(begin)))
                .map(Checksum::label)
                .collect(Collectors.joining(", "));
        return begin.length() < 4 || similar.isEmpty() ? COMMON : similar;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_/.()\\s]", "");
    }
}
