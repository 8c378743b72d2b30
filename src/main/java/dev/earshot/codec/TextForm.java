package dev.earshot.codec;

/** The form in which bytes are shown or typed. */
public enum TextForm {
    /** Characters of an encoding. */
    TEXT,
    /** Pairs of hex digits. */
    HEX
}
