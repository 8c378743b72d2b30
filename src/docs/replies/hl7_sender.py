"""Sends two HL7 messages over MLLP and prints their acknowledgements; fails if one is missing or for another message.

usage: hl7_sender.py PORT [KIBIBYTES [SECONDS]]

A message has at least so many KiB, and comes in two halves with a pause of so many seconds.
Try it with: earshot listen PORT --framing mllp --reply rules:hl7.json
"""

import socket
import sys
import time

port = int(sys.argv[1])
size = int(sys.argv[2]) * 1024 if len(sys.argv) > 2 else 0
pause = float(sys.argv[3]) if len(sys.argv) > 3 else 0


def message(control):
    segments = [
        r"MSH|^~\&|LAB|WARD 3|EARSHOT|TEST|20261121140322||ADT^A01|%s|P|2.5.1" % control,
        "PID|1||4711^^^WARD||Müller^Jörg||19700101|M",
        "OBX|1|ED|PDF^Report||^application^pdf^Base64^" + "QUJD" * (size // 4),
    ]
    return b"\x0b" + "\r".join(segments).encode() + b"\r\x1c\r"


def answer():
    got = b""
    while not got.endswith(b"\x1c\r"):
        read = connection.recv(4096)
        if not read:
            sys.exit("closed after %r" % got)
        got += read
    return got


with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
    for control in ("MSG00001", "MSG00002"):
        data = message(control)
        connection.sendall(data[: len(data) // 2])
        time.sleep(pause)
        connection.sendall(data[len(data) // 2 :])
        segments = answer().strip(b"\x0b\x1c\r").decode().split("\r")
        print(segments[1], flush=True)
        if segments[1] != "MSA|AA|" + control or not segments[0].startswith(r"MSH|^~\&|EARSHOT|TEST|LAB|WARD 3|"):
            sys.exit("not an answer to %s: %r" % (control, segments))
    connection.shutdown(socket.SHUT_WR)
    if connection.recv(1):
        sys.exit("one answer too many")
