/**
 * Describes the fields of messages. {@code FieldForm} and {@code LineForm} ask for one field, or the fields of a line,
 * from what a person has marked in the detail of a message; {@code LayoutWindow} edits all descriptions.
 *
 * <p>They change the tree of JSON that {@code fields.edit} keeps, and never show or write a wrong one.
 */
package dev.earshot.ui.fields;
