"""Sends results as a laboratory instrument by ASTM E1381, twice; prints what was acknowledged, fails if anything was not.

usage: astm_instrument.py PORT

Try it with: earshot listen PORT --framing astm --reply rules:astm.json
"""

import socket
import sys

ENQ, ACK, EOT = b"\x05", b"\x06", b"\x04"
RECORDS = [r"H|\^&|||analyser^1|||||||P|1", "P|1||4711", "R|1|^^^GLU|5.4|mmol/L||N||F", "L|1|N"]


def frame(number, record, last):
    """Returns STX, number, record, ETB or ETX, checksum, CR LF."""
    body = b"%d%s\r%s" % (number % 8, record.encode(), b"\x03" if last else b"\x17")
    return b"\x02" + body + b"%02X\r\n" % (sum(body) % 256)


def exchange(data, name):
    for byte in data:  # converters of serial lines do not send frames in one piece
        connection.sendall(bytes([byte]))
    answer = connection.recv(16)
    if answer != ACK:
        sys.exit("%s: %r" % (name, answer))
    print(name, flush=True)


with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=30) as connection:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for _ in range(2):
        exchange(ENQ, "ENQ")
        for number, record in enumerate(RECORDS, 1):
            exchange(frame(number, record, number == len(RECORDS)), record[0])
        connection.sendall(EOT)  # to which nothing is answered
