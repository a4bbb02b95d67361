"""A server that refuses early, over TLS. Ends with a status other than 0 where the SDK does not hear it.

Neither side shows a certificate: the suites of TLS that need none are enough for who sends what when.
"""

import socket
import ssl
import threading

from answering import KEY
from dream_sdk import Dream, ValidationError

TOO_LONG = b'{"error": {"code": "request/too-large", "message": "m", "userMessage": "u"}}'
REFUSAL = b"HTTP/1.1 413 No\r\nContent-Length: %d\r\n\r\n%b" % (len(TOO_LONG), TOO_LONG)


def without_certificates(purpose: int) -> ssl.SSLContext:
    context = ssl.SSLContext(purpose)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("aNULL:@SECLEVEL=0")
    return context


listener = socket.create_server(("127.0.0.1", 0))


def refuse() -> None:
    plain, _ = listener.accept()
    server = without_certificates(ssl.PROTOCOL_TLS_SERVER)
    with server.wrap_socket(plain, server_side=True) as wrapped:
        wrapped.recv(1000)
        wrapped.sendall(REFUSAL)


threading.Thread(target=refuse, daemon=True).start()
url = f"https://127.0.0.1:{listener.getsockname()[1]}"
with Dream(base_url=url, secret_key=KEY, max_retries=0) as client:
    client._connection.transport._context = without_certificates(ssl.PROTOCOL_TLS_CLIENT)
    try:
        client.tenants.create(name="x" * (1 << 25))
        raise AssertionError("nothing was refused")
    except ValidationError as error:
        assert (error.code, error.status) == ("request/too-large", 413)
listener.close()
print("every part was run", end="")
