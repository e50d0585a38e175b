"""The operator's file: who we are, how politely we ask, where things are kept. Policy, no logic.

The names in capitals can also be given in the environment (the first block) or with ``-s NAME=value``.
"""

from os import environ

# Sites, storage, publishing --------------------------------------------------------------------------------------

#: The portal's address. While it is empty, the portal is looked for from the province's.
KKT_BASE_URL = environ.get("KKT_BASE_URL", "")
#: Where that search starts.
PROVINCE_URL = environ.get("PROVINCE_URL", "https://www.quangninh.gov.vn/")
BAOQUANGNINH_BASE_URL = environ.get("BAOQUANGNINH_BASE_URL", "https://baoquangninh.vn/")

#: The archive: an SQLAlchemy URL of SQLite or PostgreSQL.
DATABASE_URL = environ.get("DATABASE_URL", "sqlite:///archive.sqlite3")
#: Where feeds are written, and the address at which that folder is served.
FEEDS_DIR = environ.get("FEEDS_DIR", "feeds")
FEEDS_URL = environ.get("FEEDS_URL", "http://localhost:8000/")
#: Entries in a feed; older ones are in its archive pages.
FEED_ENTRIES = environ.get("FEED_ENTRIES", "50")
#: Hours after first sight at which an article is asked for edits; 0: on every run whose listing shows it.
REVISIT_HOURS = environ.get("REVISIT_HOURS", "1,6,24,72")
#: A WebSub hub to name in the feeds and to ping after a change.
WEBSUB_HUB = environ.get("WEBSUB_HUB", "")

# Manners ---------------------------------------------------------------------------------------------------------

#: Who runs this crawler: a page or an address where a site's administrator finds you.
CONTACT = environ.get("CONTACT", FEEDS_URL)
BOT_NAME = "kkt_crawler"
USER_AGENT = f"{BOT_NAME}/0.1 (+{CONTACT})"
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "vi",
    "Accept-Encoding": "gzip",  # its end can be told from a break in the middle: see crawl/completeness.py
}
DOWNLOAD_VERIFY_CERTIFICATES = True  # Scrapy's default accepts any certificate

#: A crawl walks a listing back at most so many pages; `scrapy backfill` goes further.
LISTING_PAGES = 20

DOWNLOAD_TIMEOUT = 30  # seconds for a whole answer
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024  # bytes, before and after decompression
REDIRECT_MAX_TIMES = 5
RETRY_TIMES = 2
RETRY_BACKOFF = 1  # seconds of pause after a first fault; doubled after each further one of the same request
CLOSESPIDER_TIMEOUT = 1800  # the run's deadline, within the hour that cron gives it

# Output ----------------------------------------------------------------------------------------------------------

LOG_LEVEL = "INFO"
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOG_DATEFORMAT = "%H:%M:%S"
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the spider says what failed, once
STATS_DUMP = False
REMOTE_CONTROL_ENABLED = False  # on by default: a local port that runs what Python it is sent

# Wiring ----------------------------------------------------------------------------------------------------------

SPIDER_MODULES = ["kkt_crawler.spiders"]
COMMANDS_MODULE = "kkt_crawler.commands"
ITEM_PIPELINES = {"kkt_crawler.crawl.pipelines.ArchivePipeline": 300}

# The whole chain: Scrapy's own, and ours in the place of those that they replace. Scrapy imports what a base list
# names even where it is switched off: its door for running code in the process (aiohttp) and its cookies
# (tldextract) alone cost a quarter of a second at each start.
DOWNLOADER_MIDDLEWARES_BASE = {}
DOWNLOADER_MIDDLEWARES = {
    "kkt_crawler.crawl.pinning.PinnedHosts": 50,
    "kkt_crawler.crawl.robots.StrictRobots": 100,
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
    "kkt_crawler.crawl.retry.PatientRetry": 550,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": 580,
    "kkt_crawler.crawl.decoding.DecodeByEvidence": 585,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": 600,
    "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": 750,
}
# Without Scrapy's counts of depths and of bytes by kind, which nobody reads: each costs every request.
SPIDER_MIDDLEWARES_BASE = {}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": 50,
    "scrapy.spidermiddlewares.referer.RefererMiddleware": 700,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": 800,
}
DOWNLOAD_HANDLERS_BASE = {}
DOWNLOAD_HANDLERS = {
    "http": "kkt_crawler.crawl.handler.GuardedHandler",
    "https": "kkt_crawler.crawl.handler.GuardedHandler",
}
EXTENSIONS_BASE = {}
EXTENSIONS = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.memusage.MemoryUsage": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
    "scrapy.extensions.feedexport.FeedExporter": 0,
    "kkt_crawler.crawl.traffic.Traffic": 100,
    "kkt_crawler.crawl.shutdown.PromptShutdown": 110,
    "kkt_crawler.crawl.recorder.Recorder": 500,
}
# The spider asks for each article once by itself; Scrapy's filter would also drop, without a word, whatever is
# redirected to where another request went before: a page to itself, every article to the same log-in.
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # newest first; Scrapy's default is last in, first out
SCHEDULER_DISK_QUEUE = "scrapy.squeues.PickleFifoDiskQueue"
CONCURRENT_ITEMS = 1  # Scrapy starts so many tasks for every response; its 100 cost 2 ms of CPU a page
WARN_ON_GENERATOR_RETURN_VALUE = False  # it reads each callback's source again for every page
