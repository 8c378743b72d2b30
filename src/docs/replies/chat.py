"""A client of a group chat: each typed line is sent as NAME说LINE, and what everybody says is printed. 'bye' leaves.

usage: chat.py PORT NAME [ENCODING]

Try it with: earshot listen PORT --reply chat
"""

import socket
import sys
import threading

port, name = int(sys.argv[1]), sys.argv[2]
encoding = sys.argv[3] if len(sys.argv) > 3 else "utf-8"
server = socket.create_connection(("127.0.0.1", port))


def hear():
    for line in server.makefile(encoding=encoding, newline="\n"):
        print(line.rstrip("\r\n"), flush=True)
    print("(left)", flush=True)


hearing = threading.Thread(target=hear)
hearing.start()
for line in sys.stdin:
    said = line.rstrip("\n")
    server.sendall(f"{name}说{said}\n".encode(encoding))
    if said == "bye":
        break
hearing.join()
