"""A JT/T 808 vehicle terminal: prints each answer; fails if one is wrong.

usage: jt808_terminal.py PORT [2013|2019]

It registers, then sends its code, positions and a heartbeat, with serials that have to be escaped.
Try it with: earshot listen PORT --framing jt808 --reply rules:jt808.json
"""

import functools
import operator
import socket
import struct
import sys

is_new = len(sys.argv) > 2 and sys.argv[2] == "2019"
phone = bytes.fromhex("01000000000138001380" + "00" if is_new else "013800138000")
if is_new:
    phone = b"\x01" + phone[1:]  # the version, then ten bytes of digits
position = struct.pack(">IIIIHHH6s", 0, 3, 22500000, 113900000, 15, 0x7D7E, 90, bytes.fromhex("261121140322"))


def wrap(content):
    checked = content + bytes([functools.reduce(operator.xor, content)])
    return b"\x7e" + checked.replace(b"\x7d", b"\x7d\x01").replace(b"\x7e", b"\x7d\x02") + b"\x7e"


def message(kind, body, serial):
    attributes = len(body) | (0x4000 if is_new else 0)
    return wrap(struct.pack(">HH", kind, attributes) + phone + struct.pack(">H", serial) + body)


def receive():
    got = b""
    while got.count(b"\x7e") < 2:
        read = connection.recv(1)
        if not read:
            sys.exit("closed after %s" % got.hex(" "))
        got += read
    content = got[1:-1].replace(b"\x7d\x02", b"\x7e").replace(b"\x7d\x01", b"\x7d")
    if functools.reduce(operator.xor, content) != 0:
        sys.exit("wrong check: " + got.hex(" "))
    kind, attributes = struct.unpack_from(">HH", content)
    body = content[4 + len(phone) + 2 : -1]
    if content[4 : 4 + len(phone)] != phone or attributes & 0x3FF != len(body) or attributes >> 14 != is_new:
        sys.exit("wrong header: " + content.hex(" "))
    return kind, body


def expect(kind, serial):
    answer, body = receive()
    if answer == 0x8100:
        wanted = struct.pack(">HB", serial, 0) + b"test"
    else:
        wanted = struct.pack(">HHB", serial, kind, 0)
    if answer != (0x8100 if kind == 0x0100 else 0x8001) or body != wanted:
        sys.exit("not the answer to %04X: %04X %s" % (kind, answer, body.hex(" ")))
    print("%04X to %04X %04X" % (answer, kind, serial), flush=True)


with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=30) as connection:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.sendall(message(0x0100, bytes(25) + b"\x01plate", 0x007E))
    expect(0x0100, 0x007E)
    for byte in message(0x0102, b"test", 0x7D7E):
        connection.sendall(bytes([byte]))
    expect(0x0102, 0x7D7E)
    serials = (0x0071, 0x0072, 0x7E7E, 0x7D01)
    connection.sendall(b"".join(message(0x0200, position, serial) for serial in serials))
    for serial in serials:
        expect(0x0200, serial)
    connection.sendall(message(0x0002, b"", 9))
    expect(0x0002, 9)
