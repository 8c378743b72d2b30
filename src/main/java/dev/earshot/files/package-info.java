/**
 * Writes and reads the files that belong to the user: settings, rules, quick sends, exports, copies of captures.
 * Imports nothing of ours, so that every package can use it. Its methods block and stay off the EDT.
 *
 * <p><b>A file is replaced whole or not at all.</b> {@link dev.earshot.files.WholeFile} writes a temporary file in the
 * same folder, forces it to the disk, gives it the name in one step ({@code rename(2)}, which is atomic) and forces
 * the folder. {@link dev.earshot.files.WholeFolder} does so with a folder of files. Whatever fails or is killed, the
 * name always leads to the old or to the new content. A capture that grows and a file that is fetched by TFTP have
 * other rules and are written by their own packages.
 *
 * <p><b>What a killed process leaves</b> is a temporary file {@code .earshot-*.new}. As the old file is still there,
 * it is worth nothing, and the next writing in that folder deletes it once it is an hour old. Versions before this
 * rule deleted the old file and then renamed {@code NAME.new}; {@link dev.earshot.files.WholeFile#recover} takes such
 * a file where {@code NAME} is missing.
 *
 * <p><b>Only regular files are opened.</b> A pipe would wait for a writer for ever, and a device never ends; {@link
 * dev.earshot.files.RegularFile} tells them apart before.
 */
package dev.earshot.files;
