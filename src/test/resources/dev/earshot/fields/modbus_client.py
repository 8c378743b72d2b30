"""Asks a Modbus-TCP server what mbpoll does not: masked and combined writes, the identification, unknown functions."""
import socket, struct, sys

connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
stream = connection.makefile("rb")
requests = ["16 0004 00F2 0025", "17 0003 0006 000E 0003 06 00FF 00FE 00FD", "2B 0E 01 00", "01 03E0 0064", "63 00"]
for number, request in enumerate(requests):
    pdu = bytes.fromhex(request)
    connection.sendall(struct.pack(">HHHB", 0x0100 + number, 0, len(pdu) + 1, 17) + pdu)
    length = struct.unpack(">HHH", stream.read(6))[2]
    stream.read(length)
