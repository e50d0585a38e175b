"""The Scrapy glue: base spider, pipelines, middlewares, extension."""
