"""Servers for a phone that end with their test, and a calendar server that is empty for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from lan_asking import DATA, HERE, QUICK, Serve
from odd_server import OddServer
from scenes import OddScene, Scene
from servers import Recorder, radicale_app, serving

from heartplanner.share.wifi.http_connection import Limits
from heartplanner.share.wifi.lan import LanServer


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


@pytest.fixture(scope="session")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Recorder, Path]]:
    folder = tmp_path_factory.mktemp("radicale")
    recorder = Recorder(radicale_app(folder))
    with serving(recorder) as url:
        yield url, recorder, folder / "store" / "collection-root"


@pytest.fixture
def scene(radicale: tuple[str, Recorder, Path], tmp_path: Path) -> Scene:
    """An empty account on Radicale, and a plan that nothing is remembered of."""
    url, recorder, store = radicale
    shutil.rmtree(store, ignore_errors=True)
    recorder.forget()
    return Scene(url, recorder, tmp_path)


@pytest.fixture
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OddScene]:
    """`request.param`: the habit."""
    server = OddServer(request.param)
    recorder = Recorder(server)
    with serving(recorder) as url:
        yield OddScene(url, server, recorder, tmp_path)
