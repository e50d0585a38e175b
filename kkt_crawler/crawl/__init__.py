"""The Scrapy glue: base spider, pipelines, middlewares, extension."""

# First, while the stack is low and little is loaded: this module looks through all of both, three times, to give
# deprecated classes their places. Where Scrapy would import it, that takes 0.1 s.
import scrapy.core.downloader.contextfactory  # noqa: F401 - imported for its place, not its names
