package dev.earshot.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds an encoding by one of the names that people and other programs use for it. */
final class EncodingNames {
    /** Names that people use and the JDK does not know, or knows as something else. */
    private static final Map<String, String> MORE_NAMES = Map.ofEntries(
            Map.entry("gb2312", "GBK"),
            Map.entry("gb231280", "GBK"),
            Map.entry("euccn", "GBK"),
            Map.entry("ms936", "GBK"),
            Map.entry("xgbk", "GBK"),
            Map.entry("xmswin936", "GBK"),
            Map.entry("cp65001", "UTF-8"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("cp949", "windows-949"),
            Map.entry("uhc", "windows-949"),
            Map.entry("cp950", "Big5"),
            Map.entry("big5eten", "Big5"),
            Map.entry("csbig5", "Big5"),
            Map.entry("xeucjp", "EUC-JP"),
            Map.entry("ujis", "EUC-JP"),
            Map.entry("cp51932", "EUC-JP"),
            Map.entry("eucjpms", "EUC-JP"),
            Map.entry("eucjpwin", "EUC-JP"),
            Map.entry("sjiswin", "Shift_JIS"),
            Map.entry("tis620", "windows-874"),
            Map.entry("cp874", "windows-874"),
            Map.entry("iso885911", "windows-874"),
            Map.entry("ebcdic", "Cp037 (EBCDIC)"));

    private EncodingNames() {}

    /**
     * Finds an encoding by its name or an alias, in any case and with or without dashes.
     *
     * @throws Problem if no encoding has that name, or if this Java lacks it
     */
    static Encoding find(String name) throws Problem {
        for (Encoding encoding : Encoding.all()) {
            if (encoding.label().equalsIgnoreCase(name)) {
                return encoding;
            }
        }
        return findAlias(name);
    }

    private static Encoding findAlias(String name) throws Problem {
        Encoding encoding = Aliases.BY_NAME.get(plain(name));
        if (encoding == null) {
            if (isLacking(name)) {
                throw new Problem("problem.encoding.lacking", -1, VisibleText.brief(name));
            }
            String choices =
                    Encoding.all().stream().limit(9).map(Encoding::label).collect(Collectors.joining(", "));
            throw new Problem("problem.encoding.unknown", -1, VisibleText.brief(name), choices);
        }
        return encoding;
    }

    /** Whether this names an encoding that a Java with its module jdk.charsets has, and this one has not. */
    private static boolean isLacking(String name) {
        String asked = plain(name);
        return Encoding.allKnown().stream()
                .map(encoding -> plain(encoding.label()))
                .anyMatch(label -> label.equals(asked) || label.equals(asked + "(ebcdic)"));
    }

    private static Map<String, Encoding> byName() {
        List<Encoding> all = Encoding.all();
        Map<String, Encoding> names = new HashMap<>();
        for (Encoding encoding : all) {
            names.put(plain(encoding.label()), encoding);
        }
        MORE_NAMES.forEach((name, label) -> {
            if (names.containsKey(plain(label))) {
                names.putIfAbsent(name, names.get(plain(label)));
            }
        });
        for (Encoding encoding : all) {
            encoding.writeCharset().aliases().forEach(alias -> names.putIfAbsent(plain(alias), encoding));
        }
        return names;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /** Made when a name is no label: the JDK's aliases come with the charsets, which take a while. */
    private static final class Aliases {
        static final Map<String, Encoding> BY_NAME = byName();
    }
}
