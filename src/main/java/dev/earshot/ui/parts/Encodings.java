package dev.earshot.ui.parts;

import dev.earshot.codec.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The encodings as choices, where none of them means "each client's own". */
public final class Encodings {
    private Encodings() {}

    public static List<Optional<Encoding>> withNone() {
        List<Optional<Encoding>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        Encoding.all().forEach(encoding -> choices.add(Optional.of(encoding)));
        return choices;
    }

    /** The encoding of this label, or none. */
    public static Optional<Encoding> find(String label) {
        return Encoding.all().stream()
                .filter(encoding -> encoding.label().equals(label))
                .findFirst();
    }
}
