package dev.earshot.session.view;

import java.util.List;

/**
 * A named part of a message, as the detail pane shows it.
 *
 * @param name what the part is called, safe to show
 * @param value its value in one line, with its unit, safe to show; empty for a part that only has parts
 * @param from index of its first byte in the message, or -1 if no bytes belong to it
 * @param to index behind its last byte, or -1
 * @param wrong whether the bytes contradict the form of the message, such as a wrong checksum
 * @param parts what it consists of; often empty
 */
public record FieldNode(String name, String value, int from, int to, boolean wrong, List<FieldNode> parts) {

    /** Makes a part without parts. */
    public static FieldNode leaf(String name, String value, int from, int to) {
        return new FieldNode(name, value, from, to, false, List.of());
    }
}
