package dev.earshot;

/** The program: without arguments the window, with a subcommand the terminal form. */
public final class Earshot {
    private Earshot() {}

    public static void main(String[] args) {}
}
