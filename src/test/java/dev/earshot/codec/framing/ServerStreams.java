package dev.earshot.codec.framing;

/** The streams of {@link PresetStreams} that databases, brokers and other servers send. */
final class ServerStreams {
    private ServerStreams() {}

    static void add() {
        PresetStreams.of(
                "amqp",
                "'AMQP' 00000901",
                "01 0000 00000004 000A000B CE",
                "!01 0000 000000",
                "!01 000A",
                "08 0000 00000000 CE",
                "!00",
                "03 0001 00000002 CE01 CE");
        PresetStreams.of("kafka", "0000000A 0012 0003 00000001 FFFF", "00000004 00000001", "~0000");
        PresetStreams.of("mysql", "010000 00 0E", "070000 01 00000002000000", "~0100");
        PresetStreams.of(
                "postgresql",
                "00000008 04D2162F",
                "4E",
                "52 00000008 00000000",
                "51 0000000D 'SELECT 1' 00",
                "5A 00000005 49");
        PresetStreams.of(
                "diameter",
                "01 000014 80 000118 00000000 00000001 00000002",
                "!00",
                "01 000014 00 000118 00000000 00000001 00000002");
        PresetStreams.of(
                "http2",
                "'PRI * HTTP/2.0' 0D0A0D0A 'SM' 0D0A0D0A",
                "000000 04 00 00000000",
                "000003 00 01 00000001 'abc'",
                "~000008 06");
        PresetStreams.of("onc-rpc", "80000004 00000001", "00000002 AABB", "80000000");
        PresetStreams.of("zabbix", "'ZBXD' 01 02000000 00000000 '{}'", "!0A", "'ZBXD' 01 00000000 00000000");
        PresetStreams.of("netconf", "'<hello/>]]>]]>'", "0A '#5' 0A '<rpc>' 0A '##' 0A", "~0A '#4'");
    }
}
