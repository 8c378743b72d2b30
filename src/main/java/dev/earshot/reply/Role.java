package dev.earshot.reply;

/**
 * What a peer is in forwarding between two sides.
 *
 * @param name of its side, such as {@code DEVICE}
 * @param id of its pair; empty = it belongs to all of the other side that have none
 */
public record Role(String name, String id) {
    @Override
    public String toString() {
        return id.isEmpty() ? name : name + " " + id;
    }
}
