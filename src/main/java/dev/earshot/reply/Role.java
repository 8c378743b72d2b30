package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;

/**
 * The role of a peer in forwarding between two sides.
 *
 * @param name the name of its side, such as {@code DEVICE}
 * @param id the id of its pair; empty = it is paired with all peers of the other side without an id
 */
public record Role(String name, String id) {

    /**
     * Checks the name and the id.
     *
     * @throws Problem if the name is empty, the id is longer than 64 characters, or one of them has an invisible
     *     character
     */
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
