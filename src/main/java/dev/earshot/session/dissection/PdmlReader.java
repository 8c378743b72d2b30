package dev.earshot.session.dissection;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.session.view.FieldNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the packet of a file in the form PDML, which tshark prints. Used once. */
final class PdmlReader {
    private static final int MOST_FIELDS = 10_000;
    private static final int MOST_DEPTH = 60;
    private static final int MOST_CHARACTERS = 2000;

    /** Parts that say nothing about the bytes. */
    private static final Set<String> LEFT_OUT = Set.of("geninfo", "frame", "raw", "fake-field-wrapper");

    /** The protocols of the packet, which are not in the message. */
    private static final Set<String> OF_PACKET = Set.of("ip", "ipv6", "tcp", "udp");

    private final byte[] message;
    private final List<FieldNode> inMessage = new ArrayList<>();
    private final List<FieldNode> ofPacket = new ArrayList<>();
    private final List<String> protocols = new ArrayList<>();
    private int shift; // from the places that are printed to those in the message
    private int count;

    /** @param message whose last packet was dissected */
    PdmlReader(byte... message) {
        this.message = message;
    }

    Dissection read(Path file) throws IOException, Problem {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("proto")) {
                    addProtocol(xml);
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new Problem("problem.tshark.form", -1);
        }
        if (protocols.isEmpty()) {
            throw new Problem("problem.tshark.form", -1);
        }
        boolean isKnown = protocols.stream().anyMatch(name -> !OF_PACKET.contains(name) && !name.equals("data"));
        List<FieldNode> fields = new ArrayList<>(inMessage);
        fields.addAll(ofPacket);
        return new Dissection(String.join(", ", protocols), fields, isKnown);
    }

    private void addProtocol(XMLStreamReader xml) throws XMLStreamException {
        String name = attribute(xml, "name");
        boolean isInMessage = !OF_PACKET.contains(name) && !LEFT_OUT.contains(name);
        FieldNode node = node(xml, 0, isInMessage);
        if (isInMessage) {
            inMessage.add(node);
        } else if (OF_PACKET.contains(name)) {
            ofPacket.add(0, node);
        }
        if (!LEFT_OUT.contains(name) && !name.startsWith("ip")) {
            protocols.add(name);
        }
    }

    /** Reads an element up to its end; returns null for what is left out. */
    private FieldNode node(XMLStreamReader xml, int depth, boolean isInMessage) throws XMLStreamException {
        String name = attribute(xml, "name");
        learnShift(name, xml);
        String shown = attribute(xml, "showname");
        // The line of a protocol has a summary behind its name.
        String[] text = split(shown.isEmpty() ? attribute(xml, "show") : shown, depth == 0 ? ", " : ": ");
        int[] place = isInMessage ? place(xml) : new int[] {-1, -1};
        boolean hidden = attribute(xml, "hide").equals("yes") || ++count > MOST_FIELDS || depth > MOST_DEPTH;
        boolean wrong = name.equals("_ws.malformed") || name.equals("_ws.expert") && isSevere(text[0] + text[1]);
        List<FieldNode> parts = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                FieldNode part = node(xml, depth + 1, isInMessage);
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        return hidden && depth > 0 ? null : new FieldNode(text[0], text[1], place[0], place[1], wrong, parts);
    }

    private static boolean isSevere(String text) {
        return text.contains("(Warning") || text.contains("(Error");
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Splits a line such as {@code .000 0011 = Function Code: 3} into name and value, without its bits. */
    private static String[] split(String shown, String separator) {
        String line = shown.matches("[01. ]{4,} = .*") ? shown.substring(shown.indexOf(" = ") + 3) : shown;
        int colon = line.indexOf(separator);
        String name = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 2);
        return new String[] {safe(name), safe(value)};
    }

    private static String safe(String text) {
        return VisibleText.of(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "..." : text);
    }

    /**
     * Learns where the message begins. It ends with its packet. What was put together of several packets has places in
     * the whole.
     */
    private void learnShift(String name, XMLStreamReader xml) {
        if (name.equals("tcp.payload")) {
            shift = message.length - number(xml, "size") - number(xml, "pos");
        } else if (name.equals("tcp.reassembled.length")) {
            int whole = parse(attribute(xml, "show"));
            shift = message.length - whole;
        } else if (name.equals("udp")) {
            shift = -number(xml, "pos") - number(xml, "size");
        }
    }

    private static int number(XMLStreamReader xml, String name) {
        return parse(attribute(xml, name));
    }

    private static int parse(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /** Returns the bytes of an element in the message; none if they are other bytes than those that it has. */
    private int[] place(XMLStreamReader xml) {
        int from = number(xml, "pos") + shift;
        int to = from + number(xml, "size");
        String masked = attribute(xml, "unmaskedvalue");
        String bytes = masked.isEmpty() ? attribute(xml, "value") : masked;
        boolean isIn = from >= 0 && from < to && to <= message.length;
        boolean isSame = isIn
                && (bytes.isEmpty()
                        || bytes.equalsIgnoreCase(
                                Hex.print(message, from, to - from).replace(" ", "")));
        return isSame ? new int[] {from, to} : new int[] {-1, -1};
    }
}
