package dev.earshot.codec;

/** How bytes are shown, and how they are typed. */
public enum TextForm {
    /** As characters of an encoding. */
    TEXT,
    /** As pairs of hex digits. */
    HEX
}
