"""Devices to be watched: several TCP clients on loopback, each with an encoding of its own. Stays until it is killed.

usage: clients.py PORT
"""

import signal
import socket
import struct
import sys
import time

port = int(sys.argv[1])


def client():
    """A connection, as soon as somebody listens."""
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            time.sleep(0.1)
    sys.exit(f"nobody listens on port {port}")


def say(who, data, answer_after=0.25):
    who.sendall(data)
    time.sleep(answer_after)


boiler, pump, meter, chat = client(), client(), client(), client()
say(boiler, b"boiler 71.5 C, 2.1 bar\r\n")
say(meter, bytes.fromhex("01 03 00 00 00 02 C4 0B"))
say(chat, "你好，世界\n".encode())
for byte in "温度=23.5℃ 湿度=48% 电压=3.71V 状态=正常\r\n".encode("gbk"):
    say(pump, bytes([byte]), 0.005)
say(boiler, b"boiler 71.6 C, 2.1 bar\r\n")
gone = client()
say(gone, b"firmware 1.4.2, rebooting\r\n")
gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
gone.close()
say(boiler, b"cursor \x1b[2J, bell \x07 and a bad \xff byte\r\n")
say(pump, "闸门 3 已打开\r\n".encode("gbk"))
print("ready", flush=True)
signal.pause()
