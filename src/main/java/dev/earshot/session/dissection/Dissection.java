package dev.earshot.session.dissection;

import dev.earshot.session.view.FieldNode;
import java.util.List;

/**
 * The description of a message by Wireshark.
 *
 * @param protocols the protocols of its last packet, such as {@code tcp, mbtcp, modbus}
 * @param fields those of the protocols in the message first, then those of its packet
 * @param isKnown whether a protocol in the message was recognized, and not only that of its packet
 */
public record Dissection(String protocols, List<FieldNode> fields, boolean isKnown) {}
