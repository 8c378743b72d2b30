package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;

/**
 * What a peer is in forwarding between two sides.
 *
 * @param name of its side, such as {@code DEVICE}
 * @param id of its pair; empty = it belongs to all of the other side that have none
 */
public record Role(String name, String id) {

    /** @throws Problem if the name is empty or the id is longer than 64 characters, or something in them is invisible */
    public void check() throws Problem {
        if (name.isEmpty() || !RoleRequest.isId(name.replace(" ", "")) || !RoleRequest.isId(id)) {
            throw new Problem("problem.role", -1, VisibleText.brief(toString()));
        }
    }

    @Override
    public String toString() {
        return id.isEmpty() ? name : name + " " + id;
    }
}
