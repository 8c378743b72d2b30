package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The fields of known messages are what Wireshark says. */
@EnabledIf("isWiresharkThere")
class WiresharkFieldsTest {
    @TempDir
    Path folder;

    static boolean isWiresharkThere() {
        return Pdml.isThere();
    }

    private static Set<String> set(String names) {
        return new HashSet<>(Arrays.asList(names.split("\\s+")));
    }

    private void compare(String name, boolean tcp, int port, String protocols, PdmlComparison comparison, int values)
            throws Exception {
        List<RelayedConversation.Message> messages = new ArrayList<>();
        for (String hex : PresetMessages.of(name)) {
            messages.add(message(hex));
        }
        Path file = folder.resolve(name + ".pcap");
        RawCapture.write(
                file,
                tcp,
                port,
                messages.stream().map(RelayedConversation.Message::bytes).toList());
        List<Pdml.Message> dissected = Pdml.read(
                file,
                List.of(protocols.split(" ")),
                List.of(port),
                "-d",
                (tcp ? "tcp" : "udp") + ".port==" + port + "," + protocols.split(" ")[0]);
        MessageLayout layout = LayoutPresets.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(comparison.compare(layout, messages, dissected)).isGreaterThan(values);
    }

    private static RelayedConversation.Message message(String hex) throws Problem {
        return new RelayedConversation.Message(Hex.parse(hex), true);
    }

    @Test
    void dns() throws Exception {
        compare(
                "dns",
                false,
                53,
                "dns",
                new PdmlComparison(
                        """
                        dns.id id
                        dns.flags flags
                        dns.flags.response response
                        dns.flags.opcode opcode
                        dns.flags.authoritative authoritative
                        dns.flags.truncated truncated
                        dns.flags.recdesired recursionDesired
                        dns.flags.recavail recursionAvailable
                        dns.flags.authenticated authentic
                        dns.flags.checkdisable checkingDisabled
                        dns.flags.rcode code
                        dns.count.queries questions
                        dns.count.answers answers
                        dns.count.auth_rr authorities
                        dns.count.add_rr additionals
                        dns.qry.name name
                        dns.qry.type type
                        dns.qry.class class
                        dns.resp.name name
                        dns.resp.type type
                        dns.resp.class class
                        dns.resp.ttl ttl
                        dns.resp.len dataLength
                        dns.cname target
                        dns.a address
                        dns.aaaa address
                        dns.mx.preference preference
                        dns.mx.mail_exchange target
                        dns.txt text
                        dns.soa.mname primary
                        dns.soa.rname mailbox
                        dns.soa.serial_number serial
                        dns.soa.refresh_interval refresh
                        dns.soa.retry_interval retry
                        dns.soa.expire_limit expire
                        dns.soa.minimum_ttl minimum
                        dns.rr.udp_payload_size udpSize
                        dns.resp.ext_rcode extendedCode
                        dns.resp.edns0_version ednsVersion
                        dns.resp.z ednsFlags
                        dns.resp.z.do dnssecOk
                        dns.srv.priority priority
                        dns.srv.weight weight
                        dns.srv.port port
                        dns.srv.target target
                        """,
                        set(" dns.flags.z dns.qry.name.len dns.count.labels dns.txt.length dns.resp.z.reserved"
                                + " dns.srv.service dns.srv.proto dns.srv.name"),
                        set("name authoritative recursionAvailable authentic code")),
                100);
    }

    @Test
    void dhcp() throws Exception {
        compare(
                "dhcp",
                false,
                67,
                "dhcp",
                new PdmlComparison("""
                    dhcp.type operation
                    dhcp.hw.type hardware identifierType
                    dhcp.hw.len hardwareLength
                    dhcp.hops hops
                    dhcp.id transaction
                    dhcp.secs elapsed
                    dhcp.flags flags
                    dhcp.flags.bc broadcast
                    dhcp.ip.client clientAddress
                    dhcp.ip.your yourAddress
                    dhcp.ip.server serverAddress
                    dhcp.ip.relay relayAddress
                    dhcp.hw.mac_addr clientMac identifier
                    dhcp.hw.addr_padding hardwarePadding
                    dhcp.server serverName
                    dhcp.file file
                    dhcp.cookie cookie
                    dhcp.option.length optionLength
                    dhcp.option.dhcp messageType
                    dhcp.option.requested_ip_address address
                    dhcp.option.request_list_item wanted
                    dhcp.option.hostname text
                    dhcp.option.end option
                    dhcp.option.padding padding
                    dhcp.option.subnet_mask address
                    dhcp.option.router address
                    dhcp.option.ip_address_lease_time seconds
                    dhcp.option.dhcp_server_id address
                    dhcp.option.domain_name_server address
                    """, set(" dhcp.flags.reserved dhcp.option.type dhcp.option.value"), set("option")),
                60);
    }

    @Test
    void tftp() throws Exception {
        compare("tftp", false, 69, "tftp data", new PdmlComparison("""
            tftp.opcode opcode
            tftp.source_file file
            tftp.destination_file file
            tftp.type mode
            tftp.option.name option
            tftp.option.value value
            tftp.block block
            tftp.error.code code
            tftp.error.message message
            tftp.data data
            data.data data
            """, set(" data.len"), set("data")), 10);
    }

    @Test
    void iec104() throws Exception {
        compare(
                "iec104",
                true,
                2404,
                "iec60870_104 iec60870_asdu",
                new PdmlComparison(
                        """
                        iec60870_asdu.start start
                        iec60870_104.apdulen length
                        iec60870_asdu.typeid type
                        iec60870_asdu.sq sequential
                        iec60870_asdu.numix objects
                        iec60870_asdu.causetx cause
                        iec60870_asdu.nega negative
                        iec60870_asdu.test test
                        iec60870_asdu.oa originator
                        iec60870_asdu.addr station
                        iec60870_asdu.ioa address
                        iec60870_asdu.qoi qoi
                        iec60870_asdu.normval value
                        iec60870_asdu.scalval value
                        iec60870_asdu.float value
                        iec60870_asdu.cp56time time
                        iec60870_asdu.bcr.count value
                        iec60870_asdu.bcr.sq sequence
                        iec60870_asdu.bcr.cy carry
                        iec60870_asdu.bcr.ca adjusted
                        iec60870_asdu.bcr.iv invalid
                        iec60870_asdu.qos qos
                        iec60870_asdu.qos.ql qualifier
                        iec60870_asdu.qos.se select
                        iec60870_asdu.vti vti
                        iec60870_asdu.vti.t transient
                        iec60870_asdu.coi coi
                        iec60870_asdu.coi_r initialization
                        iec60870_asdu.coi_i changed
                        iec60870_asdu.siq siq
                        iec60870_asdu.siq.spi value
                        iec60870_asdu.diq diq
                        iec60870_asdu.diq.dpi value
                        iec60870_asdu.qds qds
                        iec60870_asdu.qds.ov overflow
                        iec60870_asdu.siq.bl blocked
                        iec60870_asdu.siq.sb substituted
                        iec60870_asdu.siq.nt notTopical
                        iec60870_asdu.siq.iv invalid
                        iec60870_asdu.diq.bl blocked
                        iec60870_asdu.diq.sb substituted
                        iec60870_asdu.diq.nt notTopical
                        iec60870_asdu.diq.iv invalid
                        iec60870_asdu.qds.bl blocked
                        iec60870_asdu.qds.sb substituted
                        iec60870_asdu.qds.nt notTopical
                        iec60870_asdu.qds.iv invalid
                        iec60870_asdu.sco sco
                        iec60870_asdu.sco.on value
                        iec60870_asdu.sco.qu qualifier
                        iec60870_asdu.sco.se select
                        iec60870_asdu.dco dco
                        iec60870_asdu.dco.on value
                        iec60870_asdu.dco.qu qualifier
                        iec60870_asdu.dco.se select
                        """,
                        set(" iec60870_104.type iec60870_104.utype iec60870_104.rx iec60870_104.tx"
                                + " iec60870_asdu.cp56time.ms iec60870_asdu.cp56time.min"
                                + " iec60870_asdu.cp56time.gen iec60870_asdu.cp56time.iv"
                                + " iec60870_asdu.cp56time.hour iec60870_asdu.cp56time.su"
                                + " iec60870_asdu.cp56time.day iec60870_asdu.cp56time.dow"
                                + " iec60870_asdu.cp56time.month iec60870_asdu.cp56time.year iec60870_asdu.vti.v"),
                        set("send receive command unused format vsq cot bcr address step value")),
                300);
    }

    @Test
    void rtp() throws Exception {
        compare(
                "rtp",
                false,
                5004,
                "rtp",
                new PdmlComparison(
                        """
                        rtp.version version
                        rtp.padding padding
                        rtp.ext extension
                        rtp.cc sources
                        rtp.marker marker
                        rtp.p_type payloadType
                        rtp.seq sequence
                        rtp.timestamp timestamp
                        rtp.ssrc ssrc
                        rtp.csrc.item csrc
                        rtp.ext.profile profile
                        rtp.ext.len extensionWords
                        rtp.payload payload
                        rtp.padding.data paddingBytes
                        rtp.padding.count paddingLength
                        """,
                        set(" rtp.extseq rtp.csrc.items rtp.hdr_exts rtp.ext.rfc5285.id rtp.ext.rfc5285.len"
                                + " rtp.ext.rfc5285.data"),
                        set("flags kind extensionData")),
                25);
    }

    @Test
    void stun() throws Exception {
        compare(
                "stun",
                false,
                3478,
                "stun",
                new PdmlComparison(
                        """
                        stun.type type
                        stun.length length
                        stun.cookie cookie
                        stun.id transaction
                        stun.att.type attribute
                        stun.att.length attributeLength
                        stun.att.software software
                        stun.att.reserved unused
                        stun.att.family family
                        stun.att.port-xord xorPort
                        stun.att.ipv4 address
                        stun.att.ipv6 address
                        stun.att.error.class errorClass
                        stun.att.error errorNumber
                        stun.att.error.reason reason
                        stun.att.realm realm
                        stun.att.nonce nonce
                        stun.att.lifetime lifetime
                        stun.att.crc32 fingerprint
                        """,
                        set(" stun.type.class stun.type.method stun.type.method-assignment stun.attributes"
                                + " stun.attribute stun.att.type.comprehension stun.att.type.assignment"
                                + " stun.att.padding stun.att.ipv4-xord stun.att.ipv6-xord stun.att.port"),
                        set("padding port errorCode")),
                50);
    }
}
