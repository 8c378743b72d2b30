package dev.earshot.session.view;

import java.util.List;

/**
 * The whole message in the form of one view, for the detail pane.
 *
 * @param facts short facts about the way in which the message was read, such as its encoding
 * @param text one or more lines, safe to show
 * @param hits the places of the hits in the text: pairs of a beginning and an end, rising; owned by the record
 * @param fields the parts of the message; empty if the view knows none
 */
public record MessageDetail(List<String> facts, String text, int[] hits, List<FieldNode> fields) {

    /** Makes a detail without fields. */
    public MessageDetail(List<String> facts, String text, int[] hits) {
        this(facts, text, hits, List.of());
    }
}
