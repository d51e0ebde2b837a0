"""The web server around chat and API."""

from __future__ import annotations

import ipaddress
import logging
import socket
from collections.abc import Sequence
from typing import TYPE_CHECKING

import uvicorn

from index.errors import FundstelleError
from rag.cli.output import say, say_json
from rag.service import create_app
from rag.service.hosts import LOOPBACK_HOSTS
from ui.app import mount

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle

logger = logging.getLogger(__name__)


class AddressError(FundstelleError):
    """The address cannot be listened on."""


def listen(host: str, port: int) -> socket.socket:
    """Take an address, before the time is spent on loading models.

    Args:
        host: a name or an IP address of this machine.
        port: 0 to 65535; 0 takes any free one.

    Raises:
        AddressError: when it is in use, is none of this machine, or is not ours to take.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, OverflowError) as error:
        raise AddressError(f"Cannot listen on {host}:{port}: {error}.", "Give another --host or --port.") from error
    # So that a restart need not wait for the connections of the last run to time out.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        raise AddressError(
            f"Cannot listen on {host}:{port}: {error.strerror}.", "Give another port with --port, or --port 0 for any."
        ) from error
    return listener


def serve(fundstelle: Fundstelle, listener: socket.socket, *, as_json: bool = False) -> int:
    """Serve chat and API until Ctrl-C; the address is printed when requests can come.

    Args:
        fundstelle: the archive.
        listener: from `listen`.
        as_json: print the address as `{"address": …}`.

    Returns:
        The exit code: 0 after Ctrl-C, 1 when the server could not start.
    """
    host, port = listener.getsockname()[:2]
    loopback = ipaddress.ip_address(host).is_loopback
    if not loopback:
        logger.warning(
            "listening on %s: anyone who can reach it can read the archive, there is no authentication", host
        )
    app = mount(create_app(fundstelle, allowed_hosts=LOOPBACK_HOSTS if loopback else ()), fundstelle)
    # Browsers keep streams open, which would hold up the end for ever.
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1, server_header=False)
    server = _AnnouncingServer(config, f"http://{_written(host)}:{port}", as_json)
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        logger.info("stopped by Ctrl-C")
    return 0 if server.started else 1


class _AnnouncingServer(uvicorn.Server):
    """Prints its address as soon as requests can come."""

    def __init__(self, config: uvicorn.Config, address: str, as_json: bool) -> None:
        super().__init__(config)
        self._address = address
        self._as_json = as_json

    async def startup(self, sockets: Sequence[socket.socket] | None = None) -> None:
        await super().startup(list(sockets) if sockets is not None else None)
        if not self.started:
            return
        if self._as_json:
            say_json({"address": self._address})
        else:
            say(f"Fundstelle is ready: chat {self._address}  API {self._address}/docs  (Ctrl-C ends it)")


def _written(host: str) -> str:
    """A host as addresses write it: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host
