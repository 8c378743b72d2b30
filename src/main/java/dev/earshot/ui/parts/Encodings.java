package dev.earshot.ui.parts;

import dev.earshot.codec.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the encodings as choices. */
public final class Encodings {
    private Encodings() {}

    /** Returns all encodings behind an empty choice, which means the encoding of each client. */
    public static List<Optional<Encoding>> withNone() {
        List<Optional<Encoding>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        Encoding.all().forEach(encoding -> choices.add(Optional.of(encoding)));
        return choices;
    }

    /** Finds the encoding with this label. */
    public static Optional<Encoding> find(String label) {
        return Encoding.all().stream()
                .filter(encoding -> encoding.label().equals(label))
                .findFirst();
    }
}
