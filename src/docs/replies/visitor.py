"""Connects, says nothing, and prints what it is told until the stream ends.

usage: visitor.py PORT

Try it with: earshot listen PORT --on-connect hangup
"""

import socket
import sys

server = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
while piece := server.recv(4096):
    print(piece.decode(), flush=True)
print("(end)", flush=True)
