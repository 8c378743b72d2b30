package dev.earshot.fields;

import dev.earshot.cli.Script;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What Wireshark says about the messages of a capture, from its own description in XML (PDML). */
final class Pdml {
    private Pdml() {}

    /** A field with its place in the message; texts as {@code tshark -V} shows them. */
    record Field(String name, int from, int size, String show, String value) {}

    /** The fields of one message. */
    record Message(int size, boolean fromClient, List<Field> fields) {}

    static boolean isThere() {
        return Script.isThere("tshark");
    }

    /**
     * Dissects a capture.
     *
     * @param protocols whose elements make up a message; the first of them begins one
     * @param servers ports to which clients send
     */
    static List<Message> read(Path capture, List<String> protocols, List<Integer> servers, String... options)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("tshark", "-r", capture.toString(), "-T", "pdml"));
        command.addAll(List.of(options));
        Process tshark = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Message> messages = new ArrayList<>();
        try (InputStream xml = tshark.getInputStream()) {
            NodeList packets = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("packet");
            for (int i = 0; i < packets.getLength(); i++) {
                addMessages(messages, (Element) packets.item(i), protocols, servers);
            }
        }
        tshark.waitFor(1, TimeUnit.MINUTES);
        return messages;
    }

    private static void addMessages(
            List<Message> messages, Element packet, List<String> protocols, List<Integer> servers) {
        boolean fromClient = false;
        int begin = 0;
        Message last = null;
        for (Element protocol : children(packet)) {
            String name = protocol.getAttribute("name");
            if (name.equals("tcp") || name.equals("udp")) {
                fromClient = servers.contains(number(find(protocol, name + ".dstport"), "show"));
            } else if (name.equals(protocols.get(0)) && number(protocol, "size") > 0) {
                begin = number(protocol, "pos");
                last = new Message(number(protocol, "size"), fromClient, new ArrayList<>());
                messages.add(last);
            }
            if (last != null && protocols.contains(name)) {
                addFields(last.fields, protocol, begin);
            }
        }
    }

    private static void addFields(List<Field> fields, Element parent, int begin) {
        for (Element field : children(parent)) {
            if (!field.getAttribute("pos").isEmpty()) {
                fields.add(new Field(
                        field.getAttribute("name"),
                        number(field, "pos") - begin,
                        number(field, "size"),
                        field.getAttribute("show"),
                        field.getAttribute("value")));
            }
            addFields(fields, field, begin);
        }
    }

    private static Element find(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
