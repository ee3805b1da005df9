"""The real engine, in a child that may not reach a network."""

from __future__ import annotations

from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.protocol import Engine
from tests.network import no_network


def make_engine() -> Engine:
    """From here on the process that called this reaches nothing."""
    no_network().__enter__()
    return LocalEngine()


def make_engine_that_calls() -> Engine:
    """The same, and proof that the guard works: the engine cannot even be made."""
    import socket

    no_network().__enter__()
    socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    return LocalEngine()
