"""The engine's process reaches no network unless a download was asked for."""

from __future__ import annotations

import socket

import numpy as np
import pytest

from nti_desktop.engine.events import Failed, Finished
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest
from tests.network import ReachedOutError, no_network


def test_the_guard_hears_every_attempt():
    with no_network() as tried, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagram:
        for attempt in (
            lambda: socket.create_connection(("192.0.2.1", 80), timeout=0.1),
            lambda: socket.getaddrinfo("example.invalid", 80),
            lambda: datagram.sendto(b"x", ("192.0.2.1", 9)),
        ):
            with pytest.raises(ReachedOutError):
                attempt()
        assert len(tried) == 3


def test_a_whole_job_of_the_real_engine_reaches_no_network():
    engine = ProcessEngine("tests.engine.guarded:make_engine")
    try:
        picture = np.full((64, 64, 3), 128, np.uint8)
        *_, inverted = engine.submit(InvertRequest(picture, "an apple on a grey background", steps=2))
        assert isinstance(inverted, Finished), inverted
        parameters = EditParameters("a pear on a grey background")
        *_, edited = engine.submit(EditRequest(inverted.result, parameters))
        assert isinstance(edited, Finished), edited
    finally:
        engine.close()


def test_an_engine_that_did_would_not_get_through():
    engine = ProcessEngine("tests.engine.guarded:make_engine_that_calls")
    try:
        *_, last = engine.submit(InvertRequest(np.zeros((64, 64, 3), np.uint8), "an apple"))
        assert isinstance(last, Failed)
        assert last.engine_died
    finally:
        engine.close()
