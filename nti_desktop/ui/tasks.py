"""Coroutines of the window: files are read and written in a thread, the rest on the event loop."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def settle(future: asyncio.Future[T], result: T) -> None:
    """Give a future its result, unless it has one or was cancelled."""
    if not future.done():
        future.set_result(result)


def _empty(large: list[object]) -> None:
    """One by one, so that the window's thread has its turn in between."""
    while large:
        large.pop()


class Tasks:
    """Starts coroutines, keeps them alive, and ends them when the window goes."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="nti-files")
        self._running: set[asyncio.Task[None]] = set()
        self._closing = False

    @property
    def busy(self) -> bool:
        """Whether anything started is still under way."""
        return bool(self._running)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` on the event loop; what it does not catch reaches `sys.excepthook`.

        Nothing is started any more once the window goes.
        """
        if self._closing:
            work.close()
            return
        task = self._loop.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._done)

    async def in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do what blocks in a thread of its own."""
        return await self.result_of(self._pool.submit(work, *args, **kwargs))

    def let_go(self, large: list[object]) -> None:
        """Forget in a thread what is large: giving its memory back can take longer than a frame lasts.

        Args:
            large: where the last references are; emptied.
        """
        if large and not self._closing:
            self._pool.submit(_empty, large)

    async def result_of(self, future: Future[T]) -> T:
        """Wait for what another thread does."""
        return await asyncio.wrap_future(future, loop=self._loop)

    def future(self) -> asyncio.Future[Any]:
        """A result that someone else will set, such as a dialog."""
        return self._loop.create_future()

    async def drain(self) -> None:
        """Cancel what is under way, and see it end; what ends may not start anything new."""
        self._closing = True
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def shutdown(self) -> None:
        """Cancel what is still under way and wait for the threads."""
        self._closing = True
        for task in tuple(self._running):
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            sys.excepthook(type(error), error, error.__traceback__)
