/**
 * The fault campaign: disks that fail or are full, processes that are killed, tables that are full, and crowds. Run by
 * {@code ./mvnw -Pfaults verify}, which runs the tests tagged {@code faults} and no others. What a test needs and does
 * not find, such as strace or the right to mount, makes it skipped with that reason. {@code
 * -Dearshot.faults.rounds=1000} kills more often than 100 times.
 */
package dev.earshot.faults;
