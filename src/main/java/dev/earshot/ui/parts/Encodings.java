package dev.earshot.ui.parts;

import dev.earshot.codec.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the encodings that boxes and menus offer. */
public final class Encodings {
    private static final Set<String> USUAL = Set.of(
            "UTF-8",
            "GBK",
            "Big5",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "ISO-8859-1",
            "windows-1251",
            "windows-1252",
            "UTF-16LE",
            "UTF-16BE",
            "Cp037 (EBCDIC)",
            "Cp1047 (EBCDIC)");

    private Encodings() {}

    /** Returns all encodings behind an empty choice, which means the encoding of each client. */
    public static List<Optional<Encoding>> withNone() {
        List<Optional<Encoding>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        Encoding.all().forEach(encoding -> choices.add(Optional.of(encoding)));
        return choices;
    }

    /** Returns the encodings that most people need, of those that this Java has. */
    public static List<Encoding> usual() {
        return Encoding.all().stream()
                .filter(encoding -> USUAL.contains(encoding.label()))
                .toList();
    }

    /** Returns all other encodings. */
    public static List<Encoding> unusual() {
        return Encoding.all().stream()
                .filter(encoding -> !USUAL.contains(encoding.label()))
                .toList();
    }

    /** Finds the encoding with this label. */
    public static Optional<Encoding> find(String label) {
        return Encoding.all().stream()
                .filter(encoding -> encoding.label().equals(label))
                .findFirst();
    }
}
