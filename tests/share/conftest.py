"""A real calendar server that all these tests share, empty for each of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from scenes import Scene
from servers import Recorder, radicale_app, serving


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
