package dev.earshot.codec.framing;

/**
 * A framing that is known by the name of its protocol.
 *
 * @param name in lower case: letters, digits and dashes
 * @param title what it is for, in English
 * @param chineseTitle the same in Chinese, or the English one again
 * @param source the document and section that defines it; may be empty
 */
public record FramingPreset(String name, String title, String chineseTitle, Framing framing, String source) {}
