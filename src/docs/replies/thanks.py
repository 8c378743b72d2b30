"""Sends one message, prints the answer up to the end of the stream; fails unless it is 'thank you !'.

usage: thanks.py PORT [TEXT [ENCODING]]

Try it with: earshot listen PORT --reply 'text:thank you !' --then-close
"""

import socket
import sys

text = sys.argv[2] if len(sys.argv) > 2 else "hello"
encoding = sys.argv[3] if len(sys.argv) > 3 else "utf-8"
server = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
server.sendall(text.encode(encoding))
answer = b""
while piece := server.recv(4096):
    answer += piece
print(answer.decode(), flush=True)
sys.exit(answer != b"thank you !")
