/**
 * Compares two messages, in their text, bytes and fields.
 *
 * <p>{@link dev.earshot.session.compare.MessageComparison} has a {@link dev.earshot.session.compare.ComparedPart} for
 * each form, which is broken into {@link dev.earshot.session.compare.ComparedLines} for a window of some width. Lines
 * of a text are compared first, and words within those that have changed; fields are paired by their names; bytes by
 * offset or by content.
 *
 * <p><b>The work is bounded.</b> {@code SequenceDiff} is Myers' algorithm with a bound on the edits of each step. A
 * library would be less code, but java-diff-utils, the best known, has no such bound in either of its algorithms: two
 * messages of 1 MiB without anything in common would take it some 10^12 steps.
 *
 * <p>May import {@code session.view}, {@code session} and the packages below. It has no threads of its own.
 */
package dev.earshot.session.compare;
