/**
 * Reads named values out of messages: pure functions without threads, which know nothing of peers or the log.
 *
 * <p>A {@link dev.earshot.fields.FieldSource} reads the fields of a {@link dev.earshot.fields.FieldInput} into a
 * {@link dev.earshot.fields.FieldReading}, a list of {@link dev.earshot.fields.FieldValue}s that is used again for the
 * next message. Most sources are {@link dev.earshot.fields.MessageLayout}s: descriptions that {@link
 * dev.earshot.fields.LayoutFile} reads from JSON. A layout is a tree of {@code LayoutItem}s, each of which reads its
 * bytes where a {@code LayoutCursor} stands.
 *
 * <p>A {@link dev.earshot.fields.Formula} computes with fields. It says which length a field has, under which
 * condition a group is there, and, as a {@link dev.earshot.fields.FieldCondition}, which messages a person looks for.
 *
 * <p>May import {@code codec}.
 */
package dev.earshot.fields;
