"""A GT06 tracker: prints the protocol number and the serial of each answer; fails if an answer is wrong.

usage: gt06_tracker.py PORT

It logs in, then sends positions, a heartbeat and an alarm, some in one segment and some byte by byte.
Try it with: earshot listen PORT --framing gt06 --reply rules:gt06.json
"""

import socket
import struct
import sys

LOGIN, HEARTBEAT, POSITION, ALARM = 0x01, 0x13, 0x22, 0x26


def crc(data):
    """CRC-16/X-25."""
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0x8408 if value & 1 else 0)
    return value ^ 0xFFFF


def frame(protocol, content, serial):
    body = struct.pack(">BB", len(content) + 5, protocol) + content + struct.pack(">H", serial)
    return b"\x78\x78" + body + struct.pack(">H", crc(body)) + b"\r\n"


def long_frame(protocol, content, serial):
    body = struct.pack(">HB", len(content) + 5, protocol) + content + struct.pack(">H", serial)
    return b"\x79\x79" + body + struct.pack(">H", crc(body)) + b"\r\n"


def expect(protocol, serial):
    wanted = frame(protocol, b"", serial)
    got = b""
    while len(got) < len(wanted):
        read = connection.recv(len(wanted) - len(got))
        if not read:
            break
        got += read
    if got != wanted:
        sys.exit("wanted %s, got %s" % (wanted.hex(" "), got.hex(" ")))
    print("%02X %04X" % (protocol, serial), flush=True)


identity = bytes.fromhex("0358999000000001")
position = bytes.fromhex("1A0B150E0316CF0279B1000C3A7F7800154C0A0D0A01CC0028660F0D0A000000")
with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=30) as connection:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.sendall(frame(LOGIN, identity, 0x0D0A) + frame(LOGIN, identity + b"\x00\x36\x02\x00", 0x7878))
    expect(LOGIN, 0x0D0A)
    expect(LOGIN, 0x7878)
    for byte in frame(HEARTBEAT, b"\x40\x04\x04\x00\x01", 0x000A):
        connection.sendall(bytes([byte]))
    expect(HEARTBEAT, 0x000A)
    connection.sendall(
        frame(POSITION, position, 3) + long_frame(0x94, b"\x0a" + b"\r\n" * 150, 4) + frame(ALARM, position, 5)
    )
    expect(ALARM, 5)
    connection.shutdown(socket.SHUT_WR)
    if connection.recv(1):
        sys.exit("one answer too many")
