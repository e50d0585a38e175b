"""An article page: which evidence gives each field, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, takewhile
from typing import TYPE_CHECKING, ClassVar

from kkt_crawler import text, urls
from kkt_crawler.article import Article
from kkt_crawler.pages import boilerplate, byline, document, halves, sections, teasers, trail
from kkt_crawler.pages.body import Body, read_body
from kkt_crawler.pages.credits import Credit, names_paper
from kkt_crawler.pages.dateline import Dateline, find_dateline
from kkt_crawler.pages.headline import Headline, declared_headline
from kkt_crawler.pages.language import language_of, zone_of
from kkt_crawler.pages.loaded import LoadedPage
from kkt_crawler.pages.people import is_name, is_office, names_house, people, persons
from kkt_crawler.pages.refusals import is_issue, is_no_article
from kkt_crawler.pages.tags import find_tags
from kkt_crawler.pages.vicinity import Vicinity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey


#: What points back to a section, in front of its name.
_ARROWS = "‹›«»←→ "
#: The declared body has at least this part of the prose that structure finds.
_DECLARED = 0.5
#: A site's name in capitals above its menu has no more words.
_LONGEST_BANNER = 5


class PageError(ValueError):
    """A page that shows no article: ``field`` is what is missing, ``url`` the page."""

    def __init__(self, field: str, url: str) -> None:
        super().__init__(f"{url}: no article, {field} is missing")
        self.field = field
        self.url = url


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and, field by field, the evidence that gave it."""

    article: Article
    evidence: dict[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Selectors:
    """CSS selectors that a layout declares; an empty one declares nothing."""

    title: str = ""
    published: str = ""
    body: str = ""
    authors: str = ""


class ArticlePage:
    """A page read as an article.

    ``url`` is where it was found, ``html`` its text, ``base_url`` the site's address whose spelling the
    canonical URL takes, ``loaded`` the page where another layout was tried on it. Nothing is fetched and no clock
    is read.
    """

    layout: ClassVar[str]
    selectors: ClassVar[Selectors] = Selectors()

    def __init__(
        self, url: str, html: str, *, site: str = "generic", base_url: str = "", loaded: LoadedPage | None = None
    ) -> None:
        self.url = url
        self.loaded = LoadedPage(url, html) if loaded is None else loaded
        self.site = site
        self.base_url = base_url
        self.evidence: dict[str, str] = {}

    def matches(self) -> bool:
        """Tell whether the page has the form that this layout declares."""
        raise NotImplementedError

    @property
    def machine(self) -> Machine:
        """JSON-LD, ``<meta>``, microdata and RDFa."""
        return self.loaded.machine

    @property
    def survey(self) -> Survey:
        """Where the page's prose is."""
        return self.loaded.survey

    def is_as_declared(self) -> bool:
        """Tell whether the declared title and body are there, and no others by what structure says.

        A redesign may keep a name for something else: the site's title, the lead alone, the comments.
        """
        title, body = self.loaded.select(self.selectors.title), self.loaded.select(self.selectors.body)
        if title is None or body is None or body in title.iterancestors():
            return False
        found = self.loaded.headline
        if found is not None and text.fold(found.text) != text.fold(document.joined_text(title)):
            return False
        try:
            node = self._densest(title, confirmed=found is not None and found.confirmed)
        except PageError:
            return True
        prose = self.survey.untold
        return body in document.ancestors(node) or prose.get(body, 0.0) >= _DECLARED * prose.get(node, 0.0)

    @cached_property
    def headline(self) -> Headline:
        """The declared element; else machine data and the heading that agrees with it."""
        selector = self.selectors.title
        found = declared_headline(self.loaded.select(selector), selector, self.loaded.claims)
        found = found or self.loaded.headline
        if found is None or not found.text or text.is_mojibake(found.text):
            raise PageError("title" if found is None or not found.text else "charset", self.url)
        return found

    @cached_property
    def body_node(self) -> _Element:
        """The declared element; else the smallest that holds most of the page's prose."""
        declared = self.loaded.select(self.selectors.body)
        if declared is not None:
            self.evidence["body_text"] = f"selector {self.selectors.body}"
            return halves.joined(self.survey, declared, self._opening(declared))
        node = self._densest(self.headline.element, confirmed=self.headline.confirmed)
        self.evidence["body_text"] = f"structure {document.path_of(node)}"
        return halves.joined(self.survey, node, self._opening(node))

    def _densest(self, title: _Element | None, *, confirmed: bool) -> _Element:
        """Return the smallest element that holds most of the page's prose behind ``title``."""
        start = self.survey.body
        if title is not None:
            start = teasers.behind_lead(self.survey, teasers.apart(self.survey, title))
        # Where machine data says the title too, what teasers say beside the article has not misled on any page.
        prose = self.survey.prose if confirmed else self.survey.untold
        node = teasers.main_article(self.survey, self.survey.densest(start, prose))
        if title is None:
            return node
        if not confirmed and self._stands_before(node, title):
            behind = teasers.behind(self.survey, title)
            if behind is None:
                raise PageError("body", self.url)
            node = self.survey.densest(behind, self.survey.untold)
        return halves.with_named(self.survey, teasers.out_of_box(self.survey, node, title))

    @cached_property
    def opening(self) -> _Element | None:
        """The element behind which the article begins: the title, or the heading shown in its place.

        Some templates write the title that machine data states into their breadcrumb, and another above the text.
        """
        return self._opening(self.body_node)

    def _opening(self, node: _Element) -> _Element | None:
        return next(self._openings(node), None)

    def _openings(self, node: _Element) -> Iterator[_Element]:
        """Yield what may be the opening: the title as it is shown, a heading, an ``<h1>`` called a box itself."""
        title = self.headline.element
        if title is not None:
            place = self.survey.place(node)
            above = takewhile(lambda run: run[0] < place, self.survey.runs)
            saying = (holder for _, holder, run in above if document.tidy(run) == self.headline.text)
            yield from (shown for shown in chain([title], saying) if not boilerplate.is_boxed(shown, node))
        if (heading := self.survey.heading_before(node)) is not None:
            yield heading
        parent = title.getparent() if title is not None and title.tag == "h1" else None
        if title is not None and parent is not None and not boilerplate.is_boxed(parent, node):
            yield title

    @cached_property
    def vicinity(self) -> Vicinity:
        """Where the article stands on its page."""
        return Vicinity(self.survey, self.headline.element, self.body_node, self.machine.address)

    def _stands_before(self, node: _Element, title: _Element) -> bool:
        """Tell whether ``node`` ends before the title begins."""
        place = self.survey.place
        return place(node) < place(title) and node not in title.iterancestors()

    @cached_property
    def dateline(self) -> Dateline:
        """Machine data where it is as exact as the visible date; else the line nearest to the title."""
        if self.vicinity.is_listed or (not self.headline.confirmed and self.vicinity.heads_list):
            raise PageError("body", self.url)
        found = find_dateline(
            self.vicinity,
            self.machine,
            headline=self.headline.text,
            declared=self.loaded.select(self.selectors.published),
            selector=self.selectors.published,
            zone=self.zone,
            language=self.language,
        )
        if found is None:
            raise PageError("published", self.url)
        return found

    @cached_property
    def body(self) -> Body:
        """The blocks between the title and the end of the article."""
        found = read_body(
            self.survey,
            self.body_node,
            title=self.opening,
            dateline=self.dateline.element,
            headline=self.headline.text,
            base=self.machine.base,
            cover=self.machine.meta("og:image", "twitter:image")[0],
            claimed=self.machine.says_article or bool(urls.paper_key(self.url)),
            vietnamese=self.language == "vi",
        )
        said = self.headline.text
        if (
            self._is_page_of_site()
            or is_no_article(said, found.lead, found.text, page_title=self.machine.title, url=self.url)
            or not (found.text or found.figures)
            or (not found.text and is_issue(said, [figure.image.alt for figure in found.figures]))
        ):
            raise PageError("body", self.url)
        return found

    def _is_page_of_site(self) -> bool:
        """Tell whether the title is the site's name, or a main heading beside it that of a page of the site."""
        title, said = self.headline.element, self.headline.text
        parts = boilerplate.DASHED.split(self.machine.title)
        name = boilerplate.ONLINE.fullmatch(parts[0])
        if name is not None and text.fold(name[1]) == text.fold(said):
            return True
        if self.headline.confirmed or (title is not None and title.tag == "h1"):
            return False
        if title is None and (is_office(said) or boilerplate.PORTAL.match(said)):
            return True  # <title> says no more
        banner = said.isupper() and len(said.split()) <= _LONGEST_BANNER and len(parts) > 1
        if banner and text.fold(parts[-1]) == text.fold(said):
            return True
        if boilerplate.SITE.search(said) and self.machine.title.endswith(f" {said}"):
            return True  # behind what the page is called
        headings = list(self.survey.body.iter("h1"))
        return len(headings) == 1 and boilerplate.PAGE.match(document.joined_text(headings[0])) is not None

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """The byline; else the declared element; else machine data's persons; else lines around the text.

        A name in capitals is spelt as machine data does, where it is the same.
        """
        found = self._signature.authors
        if not any(name.isupper() and " " in name for name in found):
            return found
        spelled = {name.casefold(): name for name in self._stated_authors[0].authors}
        return tuple(spelled.get(name.casefold(), name) for name in found)

    @cached_property
    def _signature(self) -> Credit:
        """What names the authors, and it may be the source beside them; of what names none, the first credit.

        Who drew an infographic is its author.
        """
        first, where = Credit(), ""
        for credit, evidence in self._signatures():
            if authors := tuple(name for name in credit.authors if not self._is_own(name)):
                beside = self._beside_date.authors  # a card below the text may be one author's of several
                authors = beside if set(beside) > set(authors) else authors
                self.evidence["authors"] = evidence if authors is not beside else "structure line of the date"
                return Credit(credit.source or first.source, authors)
            if credit and not first:
                first, where = credit, evidence
        if first.designers:
            self.evidence["authors"] = where
        return Credit(first.source, first.designers)

    def _signatures(self) -> Iterator[tuple[Credit, str]]:
        """Yield what may name the authors, and how it is called, the best evidence first.

        Vietnamese papers sign below the text, and state their own name, an account's or none. Elsewhere a box's
        heading stands there as often.
        """
        vietnamese = self.language == "vi"
        if not vietnamese:
            yield self._stated_authors
        yield self.body.credit, "structure byline"
        declared = self.loaded.select(self.selectors.authors)
        if declared is not None:
            yield byline.read_cards(declared), f"selector {self.selectors.authors}"
        if vietnamese:
            yield byline.named(self.survey, self.opening, self.body_node)
            yield self._stated_authors
        yield self.body.head, "structure line before the text"
        if vietnamese:
            yield self._beside_date, "structure line of the date"
            yield byline.linked(self.survey, self.opening, self.body_node)

    @property
    def _stated_authors(self) -> tuple[Credit, str]:
        """The persons that machine data names."""
        stated, source = self.machine.authors
        if self.language != "vi":  # "Anne-Marie Slaughter" is one
            return Credit("", tuple(dict.fromkeys(name for line in stated for name in _persons(line)))), source
        named = dict.fromkeys(name for line in stated for name in people(line))
        return Credit("", tuple(filter(_may_write, named))), source

    @cached_property
    def _beside_date(self) -> Credit:
        return byline.beside_date(self.dateline.element, self.headline.text) if self.language == "vi" else Credit()

    @cached_property
    def source(self) -> str:
        """The credit line below the text; else a line above it, what stands beside the date or the authors."""
        for credit, evidence in (
            (self.body.credit, "structure credit line"),
            (self.body.head, "structure line before the text"),
            (self._beside_date, "structure line of the date"),
            (self._signature, "structure byline"),
        ):
            if credit.source and not self._is_own(credit.source):
                self.evidence["source"] = evidence
                return credit.source
        return ""

    def _is_own(self, name: str) -> bool:
        """Tell whether a source or an author is the site: machine data, its banner or its imprint call it so."""
        spelled = text.slug(name).removesuffix("-vn").replace("-", "")
        if spelled == self.site or self.machine.is_own(name):
            return True
        if boilerplate.SITE.search(name) is None:
            return False
        return self.loaded.names.no_article(name) or self.loaded.names.heads_page(name, self.vicinity.anchor)

    def _sections(self, above: Sequence[_Element]) -> Iterator[tuple[str, str]]:
        """Yield what may name the section, and how it is called; ``above`` stands in front of the article."""
        front = self.survey.elements[: self.vicinity.prose + 1]
        yield trail.breadcrumb(front, self.headline.text)
        yield sections.stated(self.machine, self.headline.text)
        yield trail.from_home(front, self.headline.text)
        yield sections.labelled(self.survey, len(above) - 1, self.vicinity.prose, self.machine)
        yield sections.kicker(self.opening, above)
        yield sections.beside_date(self.dateline.element, above)
        yield sections.called(self.survey, len(above) - 1, self.vicinity.prose)
        yield sections.below(self.opening, above)
        yield sections.chip(self.opening)
        yield sections.chip_below(self.opening)
        yield sections.current(above)
        yield sections.headed(self.survey, self.opening)

    def article(self) -> Article:
        """Return the article.

        Raises PageError where the page shows no title, no date or no body, or text that was decoded wrongly.
        """
        headline, dateline, body = self.headline, self.dateline, self.body
        start = self.vicinity.prose if headline.element is None else self.vicinity.anchor
        section = next(
            (found for found in self._sections(self.survey.elements[: start + 1]) if found[0]), ("", "")
        )
        head = start if dateline.element is None else min(start, self.survey.place(dateline.element))
        tags = find_tags(self.survey, head, self.body_node, self.machine)
        found = {
            "title": headline.evidence,
            "published": dateline.evidence,
            "modified": dateline.modified_evidence,
            "lead": "structure first paragraph",
            "images": "structure pictures and captions" if body.figures else "",
            "attachments": "structure links to files" if body.attachments else "",
            "section": section[1],
            "tags": tags[1],
        }
        self.evidence |= {field: evidence for field, evidence in found.items() if evidence}
        return Article(
            site=self.site,
            key=urls.portal_key(self.url) or urls.paper_key(self.url) or self.canonical,
            url=self.canonical,
            title=headline.text,
            published=dateline.published.at,
            published_precision=dateline.published.precision,
            modified=dateline.modified,
            authors=self.authors,
            lead=body.lead,
            body_html=body.html,
            body_text=body.text,
            images=tuple(figure.image for figure in body.figures),
            attachments=body.attachments,
            section=section[0].strip(_ARROWS),
            tags=tags[0],
            source=self.source,
            language=self.language,
            extraction=self.layout,
        )

    @cached_property
    def canonical(self) -> str:
        """The one spelling of the page's address."""
        if urls.portal_key(self.url):
            return urls.portal_canonical(self.url, self.base_url)
        return urls.canonical(self.url, self.base_url)

    @cached_property
    def zone(self) -> tzinfo:
        """The zone of dates that name none."""
        return zone_of(self.language)

    @cached_property
    def language(self) -> str:
        """The code of the language that the article is written in, "und" where nothing tells."""
        return language_of(self.headline.text, self.loaded.root, self.machine, self.survey)


def read_article(
    url: str, html: str, *, layouts: Sequence[type[ArticlePage]], site: str, base_url: str = ""
) -> Reading:
    """Return the article on a page, read by the first of ``layouts`` that fits it, else by structure alone.

    Raises PageError where the page shows no article.
    """
    from kkt_crawler.pages.generic import GenericPage

    loaded = LoadedPage(url, html)
    for layout in (*layouts, GenericPage):
        page = layout(url, html, site=site, base_url=base_url, loaded=loaded)
        if page.matches():
            break
    article = page.article()
    return Reading(article, page.evidence)


def _persons(line: str) -> tuple[str, ...]:
    """Return the names in a line in which a hyphen parts none."""
    return (line,) if is_name(line) else people(line)


def _may_write(name: str) -> bool:
    """Tell whether one whom machine data names is a person, or at least neither an office nor a paper."""
    return bool(persons(name)) or not (names_house(name) or names_paper(name))
