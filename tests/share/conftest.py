"""Servers for a phone that end with their test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from lan_asking import DATA, HERE, QUICK, Serve

from heartplanner.share.lan import LanServer
from heartplanner.share.visitor import Limits


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as stack:

        def one(
            data: bytes = DATA, times: int = 0, limits: Limits = QUICK, **more: Callable[[], float]
        ) -> LanServer:
            server = LanServer(data, HERE, times, limits=limits, **more)
            stack.callback(server.stop)
            return server

        yield one
