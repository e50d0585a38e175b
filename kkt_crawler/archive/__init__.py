"""The memory: every article ever read, its edits, its story, and how each run went."""

from kkt_crawler.archive.archive import Archive
from kkt_crawler.archive.values import ArchiveError, Failure, Known, Run, Stored

__all__ = ["Archive", "ArchiveError", "Failure", "Known", "Run", "Stored"]
