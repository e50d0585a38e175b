"""Machine data: what JSON-LD, ``<meta>`` and the like say about the article on the page."""

from __future__ import annotations

import json
import re
from functools import cached_property, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from kkt_crawler.pages.address import Address
from kkt_crawler.pages.document import joined_text, shown_text, tag_of, tidy, whole_text
from kkt_crawler.text import fold, one_line, slug
from kkt_crawler.urls import host

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

_ITEMPROPS = etree.XPath("/descendant::*/@itemprop/..")
_TAGS = ("title", "base", "link", "meta", "script")
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review$|LiveBlog|NewsItem|ImageGallery", re.I)
_SEPARATORS = re.compile(r"[\s:._-]+")
_CONTROL = re.compile(r"[\x00-\x1f]+")
#: A heading of no more words may be a section's.
_FEW = 3
_NUMBERED_LETTER = re.compile(r"&#x?[0-9a-fA-F]{2,6};")
#: So many letters into a script stands what opens it.
_OPENING = 40
#: What hides a script from old parsers: "//<![CDATA[" and "//]]>".
_CDATA = re.compile(r"^\s*(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|(?://|/\*)?\s*\]\]>(?:\s*\*/)?\s*$")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
#: How pages call themselves that state the home page's ``<meta>``, and what of that holds for them, too.
_HOME = re.compile(r"\W*(?:trang\s+chủ|home(?:\s*page)?)\W*", re.I)
_OF_SITE = frozenset(("ogsitename", "applicationname"))
_TRAILING_COMMA = re.compile(r",\s*([}\]])")


class Machine:
    """The JSON-LD node of the article and the ``<meta>`` values of the page found at ``url``."""

    def __init__(self, root: _Element, url: str) -> None:
        self._root = root
        self._url = url

    @cached_property
    def _tagged(self) -> dict[str, list[_Element]]:
        """The elements that speak to machines, by tag: found in one walk, which costs more than they do."""
        found: dict[str, list[_Element]] = {tag: [] for tag in _TAGS}
        for element in self._root.iter(*_TAGS):
            found[tag_of(element)].append(element)
        return found

    @cached_property
    def title(self) -> str:
        """What ``<title>`` says; "" where there is none."""
        return tidy(next((title.text for title in self._tagged["title"] if title.text), ""))

    @cached_property
    def base(self) -> str:
        """The address that relative ones on the page are relative to."""
        declared = next((href for base in self._tagged["base"] if (href := base.get("href"))), "")
        return urljoin(self._url, declared) if declared else self._url

    @cached_property
    def address(self) -> Address:
        """Where the page stands on its site, by the address it was found at and those it gives itself."""
        links = (link.get("href") or "" for link in self._tagged["link"] if link.get("rel") == "canonical")
        named = (next(links, ""), self.meta("og:url")[0])
        return Address(self._url, self.base, tuple(filter(None, named)))

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """Contents by ``property``, ``name``, ``itemprop`` or ``http-equiv``, in page order.

        The keys are in lower case and without separators, which templates mix: ``articlepublishedtime``. An
        ``itemprop`` that an item on the page has says nothing about the page: it may be another article's. Nor
        does what a template states of the home page on every other.
        """
        found: dict[str, list[str]] = {}
        for element in self._tagged["meta"]:
            get = element.get
            content = get("content")
            name = get("property") or get("name") or get("http-equiv")
            if not name and (item := get("itemprop")) and _item(element) is None:
                name = item
            if name and content and not content.isspace():
                found.setdefault(_plain(name), []).append(content)
        if any(map(_HOME.fullmatch, found.get("ogtitle", ()))):
            return {name: values for name, values in found.items() if name in _OF_SITE}
        return found

    def meta(self, *wanted: str) -> tuple[str, str]:
        """Return the first of the ``wanted`` metas that has text, and its name; else two empty strings."""
        for name in wanted:
            for content in self.stated(name):
                if value := one_line(_unescape(content)):
                    return value, name
        return "", ""

    def stated(self, name: str) -> list[str]:
        """Return the contents of every meta ``name``."""
        return self.metas.get(_plain(name), [])

    @cached_property
    def nodes(self) -> list[dict[str, Any]]:
        """Every JSON-LD object of the page, ``@graph`` unfolded."""
        return [node for script in self._scripts for node in _objects(_load(script.text or ""))]

    @cached_property
    def _scripts(self) -> list[_Element]:
        return [script for script in self._tagged["script"] if "ld+json" in (script.get("type") or "")]

    @cached_property
    def article(self) -> dict[str, Any]:
        """The JSON-LD object of the article itself: the one that says most, empty if there is none."""
        nodes = [
            node for node in self.nodes if _ARTICLE_TYPES.search(_type(node)) and not self._is_another_s(node)
        ]
        wanted = ("headline", "datePublished", "articleBody", "author", "dateModified", "image")
        return max(nodes, key=lambda node: sum(bool(node.get(name)) for name in wanted), default={})

    def _is_another_s(self, node: dict[str, Any]) -> bool:
        """Tell whether a node speaks of another page: it names one, not this, and its headline is not here.

        Either alone proves little: templates state a wrong address, and a headline may differ from the title. So
        where no address is named, a link must say the headline, or ``<title>`` and heading both something else.
        """
        stated = _unescape(str(node.get("headline") or ""))
        if stated and stated in self.title:
            return False
        named = [url for name in ("url", "@id", "mainEntityOfPage") for url in _addresses(node.get(name))]
        headline = fold(stated)
        if (headline or not named) and any(headline in title for title in self._titles):
            return False
        if named:
            return all(map(self.address.is_another_s, named))
        return self._shares_no_word(headline) or any(
            fold(text) == headline
            for link in self._root.iter("a")
            if abs(len(text := whole_text(link).strip()) - len(stated)) < _FEW  # most are not: at a glance
        )

    def _shares_no_word(self, headline: str) -> bool:
        """Tell whether ``<title>`` begins with a heading, or is a line, of which ``headline`` says hardly a word.

        A heading goes before a line.
        """
        said, own = self._titles[0], set(headline.split())
        headings = [set(title.split()) for title in self._titles[3:] if title and said.startswith(title)]
        if not self._titles[3:] and sum(text.strip() == self.title for text in self._root.itertext()) > 1:
            headings = [set(said.split())]
        return any(len(heading) > _FEW and len(heading & own) < len(heading) / 3 for heading in headings)

    @cached_property
    def _titles(self) -> list[str]:
        """What ``<title>``, ``<meta>`` and the first headings call the page, for comparing."""
        stated = (self.title, self.meta("og:title")[0], self.meta("twitter:title")[0])
        return [fold(title) for title in (*stated, *map(joined_text, self._root.iter("h1")))]

    @cached_property
    def says_article(self) -> bool:
        """Whether the page calls itself an article."""
        typed = "article" in self.meta("og:type")[0].lower()
        return typed or bool(self.article or self.stated("article:published_time"))

    def anywhere(self, name: str) -> str:
        """Return a value of any JSON-LD object, or of a script whose JSON is broken; "" where they differ."""
        found = {str(node[name]) for node in self.nodes if node.get(name) and not self._is_another_s(node)}
        if not found:
            pattern = re.compile(rf'"{name}"\s*:\s*"([^"]{{8,40}})"')
            found = {value for script in self._scripts for value in pattern.findall(script.text or "")}
        return found.pop() if len(found) == 1 else ""

    def text(self, name: str) -> str:
        """Return a text value of the article's JSON-LD object."""
        value = self.article.get(name)
        if isinstance(value, list):
            value = next((part for part in value if isinstance(part, str)), "")
        return one_line(_unescape(value)) if isinstance(value, str) else ""

    def names(self, name: str) -> list[str]:
        """Return the names in a JSON-LD value: persons as text, objects or lists; organisations are left out."""
        return [one_line(_unescape(found)) for found in _names(self.article.get(name))]

    @cached_property
    def path(self) -> list[str]:
        """The names on the path to the page that JSON-LD states, without home; it may end with the page itself."""
        lists = [node.get("itemListElement") for node in self.nodes if "BreadcrumbList" in _type(node)]
        found = []
        for step in _objects(lists):
            item = step.get("item")
            name = step.get("name") or (item.get("name") if isinstance(item, dict) else "")
            if isinstance(name, str) and all(urlsplit(url).path.strip("/") for url in _addresses(item)):
                found.append(one_line(_unescape(name)))
        return list(filter(None, found))

    @cached_property
    def authors(self) -> tuple[list[str], str]:
        """The persons that JSON-LD, microdata or ``<meta>`` names as authors, and which of them does."""
        if found := self._persons(self.names("author")):
            return found, "json-ld author"
        if found := self._persons(self.stated("author")):
            return found, "meta author"
        found = self._persons(self._marked_authors())
        return found, "microdata author" if found else ""

    def _persons(self, names: list[str]) -> list[str]:
        """Return the names that are neither the site's own nor addresses."""
        found = [one_line(name) for name in names]
        return [name for name in found if name and not (name.startswith("http") or self.is_own(name))]

    @cached_property
    def _houses(self) -> set[str]:
        """How the host and the site's names are spelt: "Bãi Bồi" is no one who writes for baiboi.vn."""
        return {*host(self._url).replace("-", "").split("."), *map(_letters, self.organisations)} - {""}

    def is_own(self, name: str) -> bool:
        """Tell whether ``name`` is the site's, by what it calls itself or by its address."""
        return one_line(name).casefold() in self.organisations or _letters(name) in self._houses

    def _marked_authors(self) -> list[str]:
        authors = [element for element in self._items if "author" in (element.get("itemprop") or "").split()]
        authors = [author for author in authors if "Organization" not in (author.get("itemtype") or "")]
        persons = [person for author in authors for person in _named(author)]
        return [shown_text(person) or person.get("content") or "" for person in persons]

    @cached_property
    def _items(self) -> list[_Element]:
        return cast("list[_Element]", _ITEMPROPS(self._root))

    def marked(self, name: str) -> str:
        """Return the text of the first ``itemprop`` of the page."""
        found = (element for element in self._items if name in (element.get("itemprop") or "").split())
        return next(filter(None, map(shown_text, found)), "")

    def microdata(self, name: str, items: Collection[_Element]) -> list[str]:
        """Return what an ``itemprop`` of the page, or of one of ``items``, has as ``datetime`` or ``content``."""
        found = [element for element in self._items if name in (element.get("itemprop") or "").split()]
        found = [element for element in found if (item := _item(element)) is None or item in items]
        return [value for element in found if (value := _stamp(element))]

    @cached_property
    def organisations(self) -> set[str]:
        """The names the page gives for its publisher and itself, case-folded."""
        found = [self.meta("og:site_name")[0], self.meta("application-name")[0]]
        if found[1] in (self.meta("og:title")[0], self.text("headline")):
            del found[1]  # some call the application after the page
        for node in self.nodes:
            publisher = node.get("publisher")
            for holder in (publisher, node if re.search("Organization|WebSite", _type(node)) else None):
                if isinstance(holder, dict) and isinstance(holder.get("name"), str):
                    found.append(holder["name"])
        return {one_line(name).casefold() for name in found if name}


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    return _SEPARATORS.sub("", name).lower()


def _letters(name: str) -> str:
    return slug(name.replace("+", " plus")).replace("-", "")


def _item(element: _Element) -> _Element | None:
    """Return the microdata item that an element is a property of; None for what the page says of itself."""
    items = (above for above in element.iterancestors() if above.get("itemscope") is not None)
    item = next(items, None)
    return None if item is None or item.tag in ("html", "body") else item


def _stamp(element: _Element) -> str:
    """Return the date that a property states as an attribute, or in words for machines: "2022-04-17T10:38"."""
    text = (element.text or "").strip()
    stated = element.get("datetime") or element.get("content")
    return stated or next(filter(_STAMP.match, (text, element.get("title") or "")), "")


def _named(element: _Element) -> list[_Element]:
    """Return the elements in a microdata item that hold its name; itself where none is marked."""
    return [part for part in element.iter("*") if "name" in (part.get("itemprop") or "").split()] or [element]


def _load(text: str) -> Any:
    """Return the value of a JSON-LD script; broken JSON is mended as far as browsers' tools do, else None."""
    text = text.strip().removeprefix("<!--").removesuffix("-->")
    if "[CDATA[" in text[:_OPENING]:
        text = _CDATA.sub("", text)
    text = text.strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except ValueError:
        mended = _TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", text))
    try:
        return json.loads(mended, strict=False)
    except ValueError:
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _objects(part, depth)
    elif isinstance(value, dict) and depth < 4:
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf"):
            if isinstance(value.get(name), (dict, list)):
                yield from _objects(value[name], depth + 1)


def _type(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _addresses(value: Any) -> list[str]:
    """Return the addresses in a JSON-LD value; names of nodes are none."""
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id")
    return [value] if isinstance(value, str) and value.startswith(("http", "/")) else []


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)
    elif isinstance(value, dict) and "Organization" not in _type(value):
        yield from _names(value.get("name"))


def _unescape(text: str) -> str:
    """Decode entities that a template left in JSON; where that leaves letters as numbers, it left them twice."""
    if "&" not in text:
        return text
    text = unescape(text)
    return unescape(text) if _NUMBERED_LETTER.search(text) else text
