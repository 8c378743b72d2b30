package dev.earshot.session.view;

import java.util.List;

/**
 * A message in full, as a view shows it.
 *
 * @param facts how it was read, each in a few words, such as its encoding
 * @param text one or more lines, safe to show
 * @param hits where in the text the hits of a search are: pairs of a beginning and an end, rising; owned by the record
 */
public record MessageDetail(List<String> facts, String text, int[] hits) {}
