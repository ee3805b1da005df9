"""Coroutines of the window begin, end, and do not begin again once it goes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from nti_desktop.ui.tasks import Tasks


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def test_what_ends_on_the_way_out_starts_nothing_new(loop: asyncio.AbstractEventLoop) -> None:
    tasks, log = Tasks(loop), []

    async def second() -> None:
        log.append("second began")
        await asyncio.sleep(60)

    async def first() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            log.append("first ended")
            tasks.start(second())

    tasks.start(first())
    loop.run_until_complete(asyncio.sleep(0))
    loop.run_until_complete(tasks.drain())
    tasks.shutdown()
    assert log == ["first ended"]
    assert not tasks.busy
    assert not asyncio.all_tasks(loop)


def test_what_is_large_is_let_go_in_another_thread(loop: asyncio.AbstractEventLoop) -> None:
    gone: list[int] = []

    class Large:
        def __del__(self) -> None:
            gone.append(threading.get_ident())

    tasks = Tasks(loop)
    large: list[object] = [Large(), Large()]
    tasks.let_go(large)
    tasks.shutdown()
    tasks.let_go([Large()])  # once the window goes, at once
    assert large == []
    assert len(gone) == 3
    assert threading.get_ident() not in gone[:2]
    assert gone[2] == threading.get_ident()
