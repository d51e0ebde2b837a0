"""The web server around chat and API."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
from collections.abc import Sequence
from typing import TYPE_CHECKING

import uvicorn

from index.errors import FundstelleError, UsageError
from rag.cli.output import say, say_json
from rag.service import create_app
from rag.service.hosts import LOOPBACK_HOSTS
from ui.app import mount
from ui.evaluation.runner import Runner
from ui.evaluation.settings import evaluation_settings

if TYPE_CHECKING:
    from rag.fundstelle import Fundstelle

logger = logging.getLogger(__name__)

_GRACE = 0.5
"""Seconds that answers under way have left after Ctrl-C; open streams are then hung up."""


class AddressError(FundstelleError):
    """The address cannot be listened on."""


def listen(host: str, port: int) -> socket.socket:
    """Take an address, before the time is spent on loading models.

    Args:
        host: a name or an IP address of this machine.
        port: 0 to 65535; 0 takes any free one.

    Raises:
        UsageError: when the port is none.
        AddressError: when the address is in use, is none of this machine, or is not ours to take.
    """
    if not 0 <= port <= 65_535:
        # The system would take the remainder and listen somewhere else.
        raise UsageError(f"There is no port {port}.", "Give one between 0 and 65535 with --port.")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
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


def serve(fundstelle: Fundstelle, listener: socket.socket, *, host: str, as_json: bool = False) -> int:
    """Serve chat and API until Ctrl-C; the address is printed when requests can come.

    Args:
        fundstelle: the archive.
        listener: from `listen`.
        host: the name that was listened on; requests to loopback may be addressed to it.
        as_json: print the address as `{"address": …}`.

    Returns:
        The exit code: 0 after Ctrl-C, 1 when the server could not start.
    """
    number, port = listener.getsockname()[:2]
    ip = ipaddress.ip_address(number)
    if not ip.is_loopback:
        logger.warning("listening on %s: whoever can reach it can read the archive, there is no authentication", number)
    allowed_hosts = (*LOOPBACK_HOSTS, _written(ip), host) if ip.is_loopback else ()
    runner = Runner(evaluation_settings(fundstelle.data, loopback=ip.is_loopback))
    app = mount(create_app(fundstelle, allowed_hosts=allowed_hosts), fundstelle, runner)
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=5, server_header=False)
    server = _Server(config, f"http://{_written(ip)}:{port}", as_json)
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        logger.info("stopped by Ctrl-C")
    finally:
        runner.close()
    return 0 if server.started else 1


class _Server(uvicorn.Server):
    """Prints its address as soon as requests can come, and ends although browsers keep streams open."""

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

    async def shutdown(self, sockets: Sequence[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().call_later(_GRACE, self._hang_up)
        await super().shutdown(list(sockets) if sockets is not None else None)

    def _hang_up(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.close()


def _written(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    """An IP address as web addresses write it; for "every address of this machine", one that can be opened here."""
    if ip.is_unspecified:
        return "127.0.0.1" if ip.version == 4 else "[::1]"
    return str(ip) if ip.version == 4 else f"[{ip}]"
