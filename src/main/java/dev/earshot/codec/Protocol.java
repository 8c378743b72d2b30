package dev.earshot.codec;

import static dev.earshot.codec.ProtocolMatch.LINE;
import static dev.earshot.codec.ProtocolMatch.NO;
import static dev.earshot.codec.ProtocolMatch.OPEN;
import static dev.earshot.codec.ProtocolMatch.YES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/**
 * A protocol that is known by the first bytes of a stream. Only protocols are listed whose first bytes no other
 * protocol sends by chance.
 */
public enum Protocol {
    /** A TLS client: a handshake record that holds a ClientHello (RFC 8446, sections 4.1.2 and 5.1). */
    TLS(true) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            return fixed(length, 11, i -> switch (i) {
                case 0 -> b[i] == 0x16;
                case 1, 9 -> b[i] == 3;
                case 2, 10 -> b[i] >= 0 && b[i] <= 4;
                case 3 -> b[i] >= 0 && b[i] <= 0x40; // a record has at most 16 KiB
                case 5 -> b[i] == 1;
                case 6 -> b[i] == 0;
                default -> true;
            });
        }

        @Override
        String detail(byte[] head, int length) {
            return "ClientHello";
        }
    },

    /** The header of the PROXY protocol, version 1 or 2 (HAProxy, proxy-protocol.txt, sections 2.1 and 2.2). */
    PROXY(true) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            ProtocolMatch first = prefix(b, length, List.of("PROXY TCP4 ", "PROXY TCP6 ", "PROXY UNKNOWN"), LINE);
            return first == NO ? ProxyHeader.match(b, length) : first;
        }

        @Override
        String detail(byte[] head, int length) {
            return ProxyHeader.detail(head, length);
        }

        @Override
        boolean isLine(long tail, int length) {
            return length <= 107;
        }
    },

    /** An HTTP/1 client: a request line (RFC 9112, section 3). */
    HTTP(true) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            return prefix(b, length, METHODS, LINE);
        }

        @Override
        String detail(byte[] head, int length) {
            String line = new String(head, 0, length, ISO_8859_1);
            int end = line.indexOf(' ', line.indexOf(' ') + 1);
            return end < 0 ? line + "…" : line.substring(0, end);
        }

        @Override
        boolean isLine(long tail, int length) {
            return tail == HTTP_1_1 || tail == HTTP_1_0;
        }
    },

    /** An HTTP/2 client without TLS: the connection preface (RFC 9113, section 3.4). */
    HTTP2(true) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            return prefix(b, length, List.of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), YES);
        }

        @Override
        String detail(byte[] head, int length) {
            return "PRI * HTTP/2.0";
        }
    },

    /** An SSH client or server: the identification string (RFC 4253, section 4.2). */
    SSH(false) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            return prefix(b, length, List.of("SSH-2.0-", "SSH-1.99-", "SSH-1.5-"), LINE);
        }

        @Override
        String detail(byte[] head, int length) {
            return new String(head, 0, length, ISO_8859_1);
        }

        @Override
        boolean isLine(long tail, int length) {
            return length <= 255;
        }
    },

    /** A telnet client or server: two option commands in a row (RFC 854). One alone might be anything. */
    TELNET(false) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            return fixed(length, 6, i -> switch (i % 3) {
                case 0 -> b[i] == (byte) 0xFF;
                case 1 -> (b[i] & 0xFF) >= (i < 3 ? 0xFB : 0xFA) && b[i] != (byte) 0xFF;
                default -> b[i] >= 0 && b[i] <= 49; // the assigned options
            });
        }

        @Override
        String detail(byte[] head, int length) {
            List<String> commands = List.of("WILL", "WONT", "DO", "DONT");
            return "IAC " + commands.get((head[1] & 0xFF) - 0xFB) + " " + head[2];
        }
    },

    /** A client of Remote Desktop: an X.224 connection request in a TPKT packet (MS-RDPBCGR, section 2.2.1.1). */
    RDP(true) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            ProtocolMatch request = fixed(length, 11, i -> switch (i) {
                case 0 -> b[i] == 3;
                case 1, 2, 6, 7, 10 -> b[i] == 0;
                case 3 -> (b[i] & 0xFF) >= 11;
                case 4 -> (b[i] & 0xFF) == (b[3] & 0xFF) - 5;
                case 5 -> b[i] == (byte) 0xE0;
                default -> true;
            });
            return request == YES && (b[3] & 0xFF) > 11 ? moreOfRequest(b, length) : request;
        }

        /** Tells it from other protocols over TPKT, such as S7, by what follows: a cookie or a negotiation request. */
        private ProtocolMatch moreOfRequest(byte[] b, int length) {
            ProtocolMatch cookie = ProtocolMatch.text(b, 11, length, "Cookie: ms", YES);
            return cookie != NO
                    ? cookie
                    : fixed(length, 15, i -> i < 11 || i == 12 || b[i] == new byte[] {1, 0, 8, 0}[i - 11]);
        }

        @Override
        String detail(byte[] head, int length) {
            return "X.224 CR";
        }
    },

    /**
     * A client of Windows file sharing: an SMB message of version 1, or of 2 or 3 (MS-SMB2, sections 2.1 and 2.2.1).
     */
    SMB(true) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            return fixed(length, 8, i -> switch (i) {
                case 0, 1 -> b[i] == 0;
                case 4 -> b[i] == (byte) 0xFF || b[i] == (byte) 0xFE;
                case 5 -> b[i] == 'S';
                case 6 -> b[i] == 'M';
                case 7 -> b[i] == 'B';
                default -> true;
            });
        }

        @Override
        String detail(byte[] head, int length) {
            return head[4] == (byte) 0xFF ? "SMB1" : "SMB2";
        }
    },

    /** An MQTT client: CONNECT with the protocol's name (MQTT 3.1.1 and 5.0, section 3.1). */
    MQTT(true) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            if (length > 0 && b[0] != 0x10) {
                return NO;
            }
            int at = 1;
            while (at < length && b[at] < 0) {
                at++; // the length of the packet, seven bits in a byte
            }
            if (at > 4) {
                return NO;
            }
            ProtocolMatch present = ProtocolMatch.text(b, at + 1, length, "\0\4MQTT", YES);
            return present != NO ? present : ProtocolMatch.text(b, at + 1, length, "\0\6MQIsdp", YES);
        }

        @Override
        String detail(byte[] head, int length) {
            return "CONNECT";
        }
    },

    /** A TLS server that refuses what it got, mostly because that was no TLS: an alert (RFC 8446, section 6). */
    TLS_ALERT(false) {
        @Override
        ProtocolMatch match(byte[] b, int length) {
            return fixed(length, 7, i -> switch (i) {
                case 0 -> b[i] == 0x15;
                case 1 -> b[i] == 3;
                case 2 -> b[i] >= 0 && b[i] <= 4;
                case 3 -> b[i] == 0;
                case 4 -> b[i] == 2;
                case 5 -> b[i] == 1 || b[i] == 2;
                default -> true;
            });
        }

        @Override
        String detail(byte[] head, int length) {
            return "alert " + (head[6] & 0xFF);
        }
    };

    private static final List<String> METHODS =
            List.of("GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "OPTIONS ", "PATCH ", "CONNECT ", "TRACE ");
    private static final long HTTP_1_1 = 0x485454502F312E31L; // the bytes "HTTP/1.1"
    private static final long HTTP_1_0 = 0x485454502F312E30L;

    private final boolean onlyClient;

    Protocol(boolean onlyClient) {
        this.onlyClient = onlyClient;
    }

    /** Tests the first bytes of a stream, of which more may follow. */
    abstract ProtocolMatch match(byte[] head, int length);

    /** Returns what can be said of this stream in a few characters that need no translation. */
    abstract String detail(byte[] head, int length);

    /**
     * Tests the whole first line, if {@link #match} has asked for it.
     *
     * @param tail its last eight bytes without the line ending
     * @param length its length in bytes, with the line ending
     */
    boolean isLine(long tail, int length) {
        return false;
    }

    /**
     * Returns whether the side that has connected, or else the side that has accepted, may begin with this protocol.
     */
    boolean isSpokenBy(boolean client) {
        return client ? this != TLS_ALERT : !onlyClient;
    }

    private interface ByteTest {
        boolean fits(int index);
    }

    private static ProtocolMatch fixed(int length, int wanted, ByteTest test) {
        for (int i = 0; i < Math.min(length, wanted); i++) {
            if (!test.fits(i)) {
                return NO;
            }
        }
        return length < wanted ? OPEN : YES;
    }

    private static ProtocolMatch prefix(byte[] b, int length, List<String> texts, ProtocolMatch whole) {
        ProtocolMatch best = NO;
        for (String text : texts) {
            ProtocolMatch match = ProtocolMatch.text(b, 0, length, text, whole);
            best = match == NO ? best : match;
        }
        return best;
    }
}
