"""One run at a time, between real processes."""

import os
import subprocess
import sys

import pytest

from kkt_crawler.crawl.lock import Locked, run_lock

HOLD = """
import sys
from pathlib import Path
from kkt_crawler.crawl.lock import run_lock
with run_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path / ".lock"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_run_is_told_at_once_who_holds_the_lock(holder, tmp_path):
    with pytest.raises(Locked) as locked, run_lock(tmp_path / ".lock"):
        pytest.fail("two runs at once")
    assert str(locked.value) == f"another run (process {holder.pid}) holds {tmp_path / '.lock'}"


def test_a_lock_is_free_when_its_holder_ends(holder, tmp_path):
    holder.communicate()
    with run_lock(tmp_path / ".lock"):
        pass


def test_a_lock_is_free_when_its_holder_is_killed(holder, tmp_path):
    holder.kill()
    holder.wait()
    with run_lock(tmp_path / ".lock"):
        assert (tmp_path / ".lock").read_text() == f"{os.getpid()}\n"


def test_a_run_that_fails_frees_the_lock(tmp_path):
    with pytest.raises(ZeroDivisionError), run_lock(tmp_path / ".lock"):
        raise ZeroDivisionError
    with run_lock(tmp_path / ".lock"):
        pass


def test_one_process_cannot_take_it_twice(tmp_path):
    with run_lock(tmp_path / ".lock"), pytest.raises(Locked), run_lock(tmp_path / ".lock"):
        pytest.fail("two runs at once")


def test_children_do_not_keep_the_lock(tmp_path):
    with run_lock(tmp_path / ".lock"):
        child = subprocess.Popen(
            [sys.executable, "-c", "print(flush=True); input()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            close_fds=False,
        )
        child.stdout.readline()
    with run_lock(tmp_path / ".lock"):
        pass
    child.communicate(b"\n")


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError), run_lock(tmp_path / "nowhere" / ".lock"):
        pytest.fail("locked")
