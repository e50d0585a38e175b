"""A run that is told to end: real signals to real crawls."""

import asyncio
import signal
import time

import pytest
from bad_answers import hang, whole
from hostile import Hostile
from probe import result_of, start

#: Seconds after which systemd and container runtimes would kill.
IN_TIME = 30


async def slow(writer, server):
    await asyncio.sleep(1.5)
    writer.write(whole(b"<html><body>late, but here</body></html>"))


def when_asked(server, path):
    """Wait until the path is asked for."""
    for _ in range(200):
        if server.asked(path):
            return
        time.sleep(0.05)
    raise AssertionError(f"{path} was never asked for")


def end(run, number):
    """Send one signal and give what the crawl says in the end, in time."""
    run.send_signal(number)
    began = time.monotonic()
    result, log = result_of(run)
    assert time.monotonic() - began < IN_TIME
    assert result["reason"] == "shutdown"
    assert "Traceback" not in log
    return {address.rpartition("/")[2]: outcome for address, outcome in result["outcomes"].items()}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_is_in_flight_is_finished_and_what_waits_for_its_delay_is_not(number):
    with Hostile(slow=slow) as server:
        # 20 requests with a minute between them: Scrapy by itself would take a quarter of an hour to end.
        paths = ["slow"] + [f"later_{number}" for number in range(20)]
        run = start([server], [server.url + path for path in paths], DOWNLOAD_DELAY=60, ROBOTSTXT_OBEY=False)
        when_asked(server, "slow")
        outcomes = end(run, number)
        assert outcomes["slow"]["status"] == 200
        assert {hit.path for hit in server.hits} == {"slow"}
        assert {outcome["error"] for path, outcome in outcomes.items() if path != "slow"} == {"RunEnded"}


def test_a_host_that_asked_to_wait_does_not_hold_up_the_end():
    with Hostile(busy=whole(b"", "429 Too Many Requests", Retry_After=250)) as server:
        run = start([server], [server.url + "busy"])
        when_asked(server, "busy")
        time.sleep(0.3)  # the answer has come and the host is held
        assert end(run, signal.SIGTERM)["busy"]["error"] == "RunEnded"
        assert len(server.asked("busy")) == 1


def test_an_answer_that_does_not_come_is_cut():
    with Hostile(silent=hang) as server:
        run = start([server], [server.url + "silent"], DOWNLOAD_TIMEOUT=120, SHUTDOWN_GRACE=1)
        when_asked(server, "silent")
        assert end(run, signal.SIGTERM)["silent"]["error"] == "RunEnded"


def test_a_robots_txt_that_does_not_come_is_cut():
    with Hostile(robots_txt=hang) as server:
        run = start([server], [server.url + "good"], DOWNLOAD_TIMEOUT=120, SHUTDOWN_GRACE=1)
        when_asked(server, "robots.txt")
        assert end(run, signal.SIGTERM)["good"]["error"] == "RunEnded"


def test_the_deadline_ends_a_run_that_waits():
    with Hostile(busy=whole(b"", "503 Service Unavailable", Retry_After=250)) as server:
        result, _ = result_of(start([server], [server.url + "busy"], CLOSESPIDER_TIMEOUT=1))
        assert result["reason"] == "closespider_timeout"
