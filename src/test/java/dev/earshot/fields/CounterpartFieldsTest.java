package dev.earshot.fields;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.cli.Program;
import dev.earshot.cli.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The fields of conversations between other programs are what Wireshark says, value by value. */
@EnabledIf("isWiresharkThere")
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CounterpartFieldsTest {
    private static final PdmlComparison MODBUS = new PdmlComparison(
            """
            mbtcp.trans_id transaction
            mbtcp.prot_id protocol
            mbtcp.len length
            mbtcp.unit_id unit
            modbus.func_code function
            modbus.reference_num start
            modbus.bit_cnt count
            modbus.word_cnt count
            modbus.byte_cnt byteCount
            modbus.bitval coil
            modbus.regval_uint16 register
            modbus.data value register data states
            modbus.exception_code exceptionCode
            modbus.and_mask andMask
            modbus.or_mask orMask
            modbus.read_reference_num start
            modbus.read_word_cnt count
            modbus.write_reference_num writeStart
            modbus.write_word_cnt writeCount
            modbus.mei interface
            modbus.read_device_id readCode
            modbus.object_id object
            modbus.conformity_level conformity
            modbus.more_follows moreFollows
            modbus.next_object_id nextObject
            modbus.num_objects objects
            modbus.object_str_value text
            """,
            Set.of("", "modbus.bitnum", "modbus.regnum16", "modbus.objects_len", "modbus.padding"),
            Set.of("states", "coil", "code", "exception"));

    private static final PdmlComparison MQTT = new PdmlComparison(
            """
            mqtt.hdrflags header
            mqtt.msgtype type
            mqtt.dupflag dup
            mqtt.qos qos
            mqtt.retain retain
            mqtt.hdr_reserved reserved
            mqtt.len length
            mqtt.protoname protocol
            mqtt.ver level
            mqtt.conflags connectFlags
            mqtt.conflag.uname hasUsername
            mqtt.conflag.passwd hasPassword
            mqtt.conflag.retain willRetain
            mqtt.conflag.qos willQos
            mqtt.conflag.willflag hasWill
            mqtt.conflag.cleansess clean
            mqtt.kalive keepAlive
            mqtt.clientid clientId
            mqtt.willtopic willTopic
            mqtt.willmsg willMessage
            mqtt.username username
            mqtt.passwd password
            mqtt.conack.flags connackFlags
            mqtt.conack.flags.sp sessionPresent
            mqtt.conack.val returnCode
            mqtt.connack.reason_code reason
            mqtt.puback.reason_code reason
            mqtt.suback.reason_code reason
            mqtt.unsuback.reason_code reason
            mqtt.disconnect.reason_code reason
            mqtt.topic topic filter
            mqtt.msgid packetId
            mqtt.msg payload
            mqtt.sub.qos options
            mqtt.suback.qos granted
            mqtt.subscription_options options
            mqtt.subscription_options_qos filterQos
            mqtt.subscription_options_nl noLocal
            mqtt.subscription_options_rap retainAsPublished
            mqtt.subscription_options_retain retainHandling
            mqtt.property_len propertiesLength willPropertiesLength
            mqtt.property_id property
            mqtt.prop_number sessionExpiry receiveMaximum topicAliasMaximum willDelay payloadFormat messageExpiry subscriptionId
            mqtt.prop_key key
            mqtt.prop_value value
            mqtt.prop_string responseTopic correlationData
            mqtt.property.content_type contentType
            mqtt.property.topic_alias topicAlias
            """,
            Set.of(
                    "mqtt.proto_len",
                    "mqtt.clientid_len",
                    "mqtt.topic_len",
                    "mqtt.willtopic_len",
                    "mqtt.willmsg_len",
                    "mqtt.username_len",
                    "mqtt.passwd_len",
                    "mqtt.prop_key_len",
                    "mqtt.prop_value_len",
                    "mqtt.prop_string_len",
                    "mqtt.conflag.reserved",
                    "mqtt.conack.flags.reserved",
                    "mqtt.subscription_options_reserved",
                    "mqtt.properties",
                    "mqtt.will_properties"),
            Set.of("connackFlags", "sessionPresent", "filterQos"));

    @TempDir
    Path folder;

    static boolean isWiresharkThere() {
        return Pdml.isThere();
    }

    private static MessageLayout layout(String name) {
        return LayoutPresets.all().stream()
                .filter(layout -> layout.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String script(String name) throws IOException {
        try (InputStream in = CounterpartFieldsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Runs a program against the relay, and waits for its end. */
    private static int run(RelayedConversation relay, String program, String line) throws Exception {
        Object[] arguments = ("-p " + relay.port + " " + line).split(" +");
        try (Program run = Script.tool(program, arguments)) {
            return run.exitCode();
        }
    }

    private static List<Pdml.Message> dissect(RelayedConversation relay, String protocol, List<String> parts)
            throws Exception {
        List<Integer> servers = relay.servers();
        return Pdml.read(
                relay.capture(),
                parts,
                servers,
                "-o",
                protocol + ".tcp.port:" + servers.get(0) + "," + servers.get(1),
                "-d",
                "tcp.port==" + servers.get(0) + "," + protocol,
                "-d",
                "tcp.port==" + servers.get(1) + "," + protocol);
    }

    @Test
    void modbusOfMbpoll() throws Exception {
        try (Program server = Script.python(script("modbus_server.py"));
                RelayedConversation relay =
                        new RelayedConversation(folder, "modbus-tcp", Integer.parseInt(server.line()))) {
            for (String poll : List.of(
                    "-t 0 -r 5 -c 19 127.0.0.1",
                    "-t 1 -r 1 -c 8 127.0.0.1",
                    "-t 3 -r 100 -c 2 127.0.0.1",
                    "-t 4 -r 7 -c 10 127.0.0.1",
                    "-t 0 -r 20 127.0.0.1 1",
                    "-t 0 -r 21 127.0.0.1 0",
                    "-t 0 -r 30 127.0.0.1 1 0 1 1 0 1 0 1 1",
                    "-t 4 -r 40 127.0.0.1 1234",
                    "-t 4 -r 50 127.0.0.1 1 2 65535",
                    "-t 4 -r 950 -c 100 127.0.0.1")) {
                run(relay, "mbpoll", "-1 -a 17 -o 5 " + poll);
            }
            try (Program client = Script.python(script("modbus_client.py"), relay.port)) {
                assertThat(client.exitCode()).isZero();
            }
            relay.awaitEnd();
            List<Pdml.Message> dissected = dissect(relay, "mbtcp", List.of("mbtcp", "modbus"));
            MessageLayout layout = layout("modbus-tcp");
            assertThat(MODBUS.compare(layout, relay.messages(), dissected)).isGreaterThan(500);
        }
    }

    @Test
    void mqttOfMosquitto() throws Exception {
        int port = Script.freePort();
        Path settings = Files.writeString(
                folder.resolve("mosquitto.conf"), "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
        try (Program broker = Script.tool("mosquitto", "-c", settings);
                RelayedConversation relay = new RelayedConversation(folder, "mqtt", port)) {
            awaitRunning(broker);
            for (String version : List.of("mqttv311", "mqttv5")) {
                talk(relay, "-V " + version + " ", "a/" + version);
            }
            talkWithProperties(relay);
            assertThat(run(relay, "mosquitto_pub", "-V mqttv31 -i old -q 1 -t a/x -m 7"))
                    .isZero();
            relay.awaitEnd();
            List<Pdml.Message> dissected = dissect(relay, "mqtt", List.of("mqtt"));
            MessageLayout layout = layout("mqtt");
            assertThat(MQTT.compare(layout, relay.messages(), dissected)).isGreaterThan(1000);
        }
    }

    /** Waits for the line that mosquitto writes when it listens. */
    private static void awaitRunning(Program broker) {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(broker.complaint());
        } while (!lines.get(lines.size() - 1).contains("running"));
    }

    private static void talk(RelayedConversation relay, String version, String topic) throws Exception {
        for (int qos = 0; qos < 3; qos++) {
            String message = " -i pub" + qos + " -q " + qos + " -r -t " + topic + "/" + qos + " -m {\"t\":23.5}";
            assertThat(run(relay, "mosquitto_pub", version + message)).isZero();
        }
        String will = " --will-topic gone --will-payload bye --will-qos 1 --will-retain";
        assertThat(run(relay, "mosquitto_pub", version + "-i will -q 1 -t a/x -m 7 -u user -P secret -k 33" + will))
                .isZero();
        assertThat(run(relay, "mosquitto_sub", version + "-i sub -q 2 -C 3 -t " + topic + "/# -t b/+ -U c/d"))
                .isZero();
        assertThat(run(relay, "mosquitto_sub", version + "-i sub0 -q 1 -E -t " + topic + "/1"))
                .isZero();
    }

    private static void talkWithProperties(RelayedConversation relay) throws Exception {
        String publish = " -D publish payload-format-indicator 1 -D publish message-expiry-interval 3600"
                + " -D publish content-type text/plain -D publish response-topic r/1"
                + " -D publish correlation-data abc -D publish user-property k v";
        String connect = " -D connect session-expiry-interval 60 -D connect receive-maximum 7"
                + " -D connect user-property a b -D will will-delay-interval 5 --will-topic gone --will-payload bye";
        assertThat(run(relay, "mosquitto_pub", "-V mqttv5 -i props -q 1 -r -t p/1 -m 温度" + publish + connect))
                .isZero();
        String subscribe = " -D subscribe subscription-identifier 300 -D connect topic-alias-maximum 3";
        assertThat(run(relay, "mosquitto_sub", "-V mqttv5 -i s5 -q 1 -C 1 -t p/1" + subscribe))
                .isZero();
        assertThat(run(relay, "mosquitto_pub", "-V mqttv5 -i alias -q 1 -t p/none -m x -D publish topic-alias 2"))
                .isZero();
    }
}
