/**
 * Changes files of layouts: pure functions without threads.
 *
 * <p>A {@link dev.earshot.fields.edit.LayoutDocument} is the tree of JSON of such a file. Its parts, {@link
 * dev.earshot.fields.edit.EditedLayout} and {@link dev.earshot.fields.edit.EditedField}, know the keys that people
 * edit in tables and forms; all others stay as they are. A change is taken only if {@link
 * dev.earshot.fields.LayoutFile} can read its outcome, so that there never is a wrong document. {@link
 * dev.earshot.fields.edit.FieldProposals} says what bytes of a message may be.
 *
 * <p>May import {@code fields} and {@code codec}.
 */
package dev.earshot.fields.edit;
