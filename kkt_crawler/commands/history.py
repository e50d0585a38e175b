"""``scrapy history``: what was changed in an article after it was first read."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kkt_crawler.crawl import exitcodes

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from kkt_crawler.diff import Change
    from kkt_crawler.entry import Revision


class Command(ScrapyCommand):
    """Show an article's edits; one line and exit 1 for an article that the archive has never seen."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Return the arguments' line of the help."""
        return "SITE KEY [--json]"

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Show what was changed in an article, word by word"

    def add_options(self, parser: ArgumentParser) -> None:
        """Add ``--json``."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON line an edit")

    def run(self, args: list[str], opts: Namespace) -> None:
        """Print the edits, oldest first."""
        if len(args) != 2:
            raise UsageError("SITE and KEY are needed, such as: scrapy history kkt 1203")
        # Here, because Scrapy imports every command whenever it starts.
        from kkt_crawler.archive import Archive, ArchiveError

        assert self.settings is not None
        site, key = args
        try:
            with Archive.open(self.settings["DATABASE_URL"]) as archive:
                known = archive.known(site, [key]).get(key)
                edits = archive.history(site, key)
        except ArchiveError as error:
            self._end(str(error), exitcodes.UNWRITABLE)
            return
        if known is None:
            self._end(f"The archive has no article {key!r} of {site!r}", exitcodes.FAILING)
        elif opts.json:
            for edit in edits:
                sys.stdout.write(json.dumps(_as_json(edit), ensure_ascii=False) + "\n")
        else:
            seen = f"{known.first_seen:%Y-%m-%d %H:%M} UTC"
            state = ", gone from its site" if known.gone else ""
            sys.stdout.write(f"{known.url}\nfirst seen {seen}, edits: {len(edits)}{state}\n")
            for edit in edits:
                _show(edit)

    def _end(self, line: str, code: int) -> None:
        sys.stderr.write(f"{line}\n")
        self.exitcode = code


def _show(edit: Revision) -> None:
    from kkt_crawler import diff

    found = diff.changes(edit.before, edit.after)
    sys.stdout.write(f"\n{edit.seen_at:%Y-%m-%d %H:%M} UTC: {', '.join(edit.changed)}\n")
    if sys.stdout.isatty():
        _show_in_colour(found)
    else:
        sys.stdout.write(diff.to_text(found) + "\n")


def _show_in_colour(found: tuple[Change, ...]) -> None:
    from rich.console import Console
    from rich.text import Text

    styles = {"same": "", "del": "red strike", "ins": "green"}
    console = Console()
    for change in found:
        console.print(Text(f"{change.field}:", "bold"))
        for pieces in change.paragraphs:
            line = Text.assemble(*((text, styles[kind]) for kind, text in pieces)) if pieces else Text("…", "dim")
            console.print(line)


def _as_json(edit: Revision) -> dict[str, object]:
    from kkt_crawler import diff

    return {
        "id": edit.id,
        "entry_id": edit.entry_id,
        "seen_at": edit.seen_at.isoformat(),
        "changed": edit.changed,
        "changes": [asdict(change) for change in diff.changes(edit.before, edit.after)],
        "before": edit.before.to_dict(),
        "after": edit.after.to_dict(),
    }
