"""Servers of others, on the loopback."""

from __future__ import annotations

import logging
import threading
from typing import Any

import uvicorn
from werkzeug.serving import make_server

logging.getLogger("werkzeug").setLevel(logging.CRITICAL)


def behind_werkzeug(app: Any) -> int:
    """Gives the port."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return int(server.server_port)


def behind_uvicorn(app: Any, lifespan: Any = "on") -> int:
    """Gives the port, once the application has started."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan=lifespan))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        threading.Event().wait(0.005)
    return int(server.servers[0].sockets[0].getsockname()[1])
