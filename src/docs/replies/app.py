"""An app that asks devices: names itself, sends each typed line, and prints what the devices answer.

usage: app.py PORT [ID]

Try it with device.py and: earshot listen PORT --reply roles
"""

import socket
import sys
import threading

server = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
server.sendall(" ".join(["APP"] + sys.argv[2:]).encode() + b"\n")


def hear():
    for line in server.makefile(encoding="utf-8", newline="\n"):
        print(line.rstrip("\r\n"), flush=True)
    print("(end)", flush=True)


hearing = threading.Thread(target=hear)
hearing.start()
for line in sys.stdin:
    server.sendall(line.encode())
server.shutdown(socket.SHUT_WR)
hearing.join()
