"""One file a command. Scrapy imports them all whenever it starts, so what they need is imported when they run."""

import gc

# Python's defaults (700, 10, 10) look through all that Scrapy and SQLAlchemy have loaded every few pages, and as
# it is loaded. With these a crawl of 500 pages took 7 % less CPU, at the same peak of memory.
gc.set_threshold(20_000, 20, 20)
