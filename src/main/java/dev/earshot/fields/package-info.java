/**
 * Reads named values out of messages: pure functions without threads, which know nothing of peers or the log.
 *
 * <p>A {@link dev.earshot.fields.FieldSource} reads the fields of a {@link dev.earshot.fields.FieldInput} into a {@link
 * dev.earshot.fields.FieldReading}, a list of {@link dev.earshot.fields.FieldValue}s.
 *
 * <p>May import {@code codec}.
 */
package dev.earshot.fields;
