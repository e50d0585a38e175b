"""Article and listing pages: HTML to values.

``page`` says which evidence gives which field, in which order: read it first. Then what each field asks:

    the page        loaded: document (the tree), survey (where its prose is), machine (JSON-LD and <meta>), address
    title           headline: claims (what the page calls itself), opening (where the article begins), title_score
    language        language, and the zone of dates that name none
    date            dateline: shown_date (date_lines, date_places, vicinity), late_date; when (lines that say
                    when), lines
    text            body: walker, blocks; halves, extent, teasers (where it begins and ends); markup
    not the text    furniture, cards, pointers, forms, and the words that tell: boilerplate, named
    pictures        figures: captions (which text is one), pairs, copies, photo_credits; pictures (which are the
                    article's), tables
    files           attachments
    authors, source byline (around the text), signatures (below it), credits (one line), people
    section, tags   trail (the way to the page), sections, tags
    no article      refusals
    layouts         kkt, mediatech, generic
    listings        listing, rss, menu
"""

from kkt_crawler.pages.generic import GenericPage
from kkt_crawler.pages.kkt import KktPage
from kkt_crawler.pages.listing import KktListing, Link, ListingPage, MediaTechListing, NextPage
from kkt_crawler.pages.mediatech import MediaTechPage
from kkt_crawler.pages.page import ArticlePage, PageError, Reading, read_article
from kkt_crawler.pages.rss import RssListing

__all__ = [
    "ArticlePage",
    "GenericPage",
    "KktListing",
    "KktPage",
    "Link",
    "ListingPage",
    "MediaTechListing",
    "MediaTechPage",
    "NextPage",
    "PageError",
    "Reading",
    "RssListing",
    "read_article",
]
