"""What the commands exit with: cron and systemd act on these numbers, so they never change their meaning."""

OK = 0  #: all well, or degraded with a line that says why
FAILING = 1  #: a site is failing, and was named
USAGE = 2  #: a setting or an argument is wrong; nothing was written
LOCKED = 3  #: another run is under way
UNWRITABLE = 4  #: the archive or the feeds cannot be read or written
