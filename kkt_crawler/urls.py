"""URLs: made absolute and safe, brought to one spelling, and read for the article's own number."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

#: Query parameters that name the reader's way here, not the page. ``title`` is the portal's cosmetic slug.
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|zarsrc|mc_[ce]id|_ga|_gl|ref|ref_src|spm)$", re.I
)

# What may stand unescaped in a path or a query; everything else, Vietnamese letters and blanks included, is
# escaped, and what was escaped before ("%C4") stays.
_PATH_SAFE = "/%:@!$&'*+,;=~-._"
_QUERY_SAFE = "/%:@!$'*,;=~-._?&+"
_PLAIN_PATH = r"/(?:[\w/:@!$&'*+,=~.-]++|%[0-9a-fA-F]{2})*+(?:\?(?:[\w/:@!$'*,;=~.?&+-]++|%[0-9a-fA-F]{2})++)?"
# What absolute() gives back as it is: most links and pictures. Splitting and joining them costs ten times more.
_PLAIN = re.compile(
    rf"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::(?:[1-9]\d{{3}}|[1-5]\d{{4}}))?{_PLAIN_PATH}", re.ASCII
)
# What only wants its host: no dots to resolve, no second stroke before the name of another host.
_ROOTED = re.compile(rf"(?!.*/\.)(?!//){_PLAIN_PATH}", re.ASCII)
_STRAY_PERCENT = re.compile(r"%(?![0-9a-f]{2})", re.I)

#: ``int`` refuses more than 4300 digits; SharePoint's own numbers have at most ten.
_NUMBER = re.compile(r"[0-9]{1,18}")

#: What is left of a host when it is spelt in ASCII; urlsplit lets blanks and quotes pass.
_HOST = re.compile(r"[\w.:%-]+", re.ASCII)

_DEFAULT_PORTS = {"http": 80, "https": 443}

#: A picture's own address: by its ending, by a name with a figure in it and none, or where Kentico keeps it.
_PICTURE = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif)$|/get(?:media|attachment)/[^/]{36}/|/(?=[^/]*\d)[\w-]{6,}$", re.I
)
#: What asks a server for a rendition of a picture: its size, its cut, its form.
_RENDITION = re.compile(
    r"(?:w|h|q|(?:max[-_]?)?(?:width|height)|quality)=\d*|(?:crop|scale|fit|mode|resize|auto|format|fm)=(?:[a-z\d,.:-]|%2c)*",
    re.I,
)
#: What says which picture is asked for, and which version of it.
_WHICH = re.compile(r"(?:[a-z]*id|file(?:name)?|path|name|v|ver)=.+", re.I)
#: Where Next.js, Cloudflare, Nuxt and Wix serve renditions: the picture's own address is in theirs, or in front.
_SERVED = re.compile(
    r"/_next/image\?(?:.*&)?url=(?P<url>[^&]+)|/(?:cdn-cgi/image/[^/]*=|_ipx/[^/]*_)[^/]*/(?P<path>.+)"
)
_FILLED = re.compile(r"(?<=/media/)([^/]+\.[a-z]{3,4})/v1/(?:fill|fit|crop)/.*")
_THUMB = re.compile(r"(?<!/)/thumb/\d+x\d+/")
_PORTAL_ARTICLE = re.compile(r"^(?P<subsite>.*?)/trang/chitiettintuc\.aspx$", re.I)
_PORTAL_PAGE = re.compile(r"^(?P<subsite>.*?)/trang/[^/]*$", re.I)
_PAPER_ARTICLE = re.compile(
    r"^/[^/]*?-(?P<key>\d{5,9})\.html$"  # /<slug>-<id>.html, since 2021
    r"|^/[^/]+(?:/[^/]+)*/\d{6}/[^/]*?-(?P<old>\d{5,9})/?$"  # /<section>/<YYYYMM>/<slug>-<id>/, before
)


def absolute(url: str, base: str) -> str:
    """Return ``url`` joined to ``base``, escaped, or ``""`` unless that gives an http(s) address.

    Blanks around it and the line breaks and tabs that browsers drop are dropped.
    """
    if _PLAIN.fullmatch(url):
        return url
    if _ROOTED.fullmatch(url) and (home := _home(base)):
        return home + url[1:]
    if url.startswith("//") and _PLAIN.fullmatch(whole := f"{base.partition(':')[0]}:{url}"):
        return whole
    return _joined(url, base)


@lru_cache(maxsize=64)
def _home(base: str) -> str:
    return _joined("/", base)


def _joined(url: str, base: str) -> str:
    url = re.sub(r"[\t\r\n]", "", url.strip())
    try:
        parts = urlsplit(urljoin(base, url))
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host:
        return ""
    try:
        host = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
    if not _HOST.fullmatch(host):
        return ""
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in (None, _DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    path = _escape(parts.path, _PATH_SAFE) or "/"
    return urlunsplit(
        (scheme, netloc, path, *(_escape(part, _QUERY_SAFE) for part in (parts.query, parts.fragment)))
    )


def _escape(part: str, safe: str) -> str:
    return _STRAY_PERCENT.sub("%25", quote(part, safe=safe))


def canonical(url: str, base: str = "") -> str:
    """Return the one spelling of an absolute ``url``: no fragment, no tracking parameters.

    With ``base``, the site's address, http and https and ``www.`` are folded into the base's own spelling.
    """
    parts = urlsplit(absolute(url, base or url))
    if not parts.netloc:
        return ""
    scheme, netloc = parts.scheme, parts.netloc
    if base and same_host(url, base):
        home = urlsplit(absolute(base, base))
        scheme, netloc = home.scheme, home.netloc
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.match(name)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((scheme, netloc, parts.path, query, ""))


def host(url: str) -> str:
    """Return the host of ``url`` in lower case without ``www.``, with its port unless it is the default."""
    return _host("/".join(url.split("/", 3)[:3]))  # a page's links are many, its hosts few


@lru_cache(maxsize=64)
def _host(url: str) -> str:
    parts = urlsplit(url)
    try:
        name, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    return name if port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f"{name}:{port}"


def same_host(url: str, other: str) -> bool:
    """Tell whether both are on one host, ``www.`` and the scheme aside."""
    return bool(host(url)) and host(url) == host(other)


def _served(url: str) -> str:
    """Return the address that an address serves a rendition of; any other as it is."""
    match = _SERVED.search(url)
    if match is None:
        return url
    own = unquote(match["url"]) if match["url"] else match["path"]
    return absolute(own if "//" in own else f"/{own.lstrip('/')}", url)


def image(url: str, base: str) -> str:
    """Return the address of the picture itself: no rendition parameter, no ``/thumb/<W>x<H>/`` in the path.

    A size or a cut is one where the query says no more than which picture: a signed one is of no use without it.
    """
    address, _, query = _served(absolute(url, base).partition("#")[0]).partition("?")
    pairs = [pair for pair in query.split("&") if not pair.lower().startswith("renditionid=")]
    which = [pair for pair in pairs if not _RENDITION.fullmatch(pair)]
    if (which or _PICTURE.search(address)) and all(map(_WHICH.fullmatch, which)):
        pairs = which
    query = "&".join(pairs)
    address = _FILLED.sub(r"\1", _THUMB.sub("/", address, count=1))
    return f"{address}?{query}" if query else address


@lru_cache(maxsize=64)  # a page's is asked four times
def portal_key(url: str) -> str:
    """Return the ``nid`` of a portal article, ``""`` for any other page. It is unique within its sub-site."""
    parts = urlsplit(url)
    if not _PORTAL_ARTICLE.match(parts.path):
        return ""
    numbers = [value for name, value in parse_qsl(parts.query) if name.lower() == "nid"]
    return str(int(numbers[0])) if numbers and _NUMBER.fullmatch(numbers[0]) else ""


def portal_subsite(url: str) -> str:
    """Return the sub-site's path, lower case: ``/bannganh/kkt`` of ``…/bannganh/KKT/Trang/Default.aspx``."""
    path = urlsplit(url).path
    match = _PORTAL_PAGE.match(path)
    return (match["subsite"] if match else path.rstrip("/")).lower()


def portal_canonical(url: str, base: str = "") -> str:
    """Return a portal article's one spelling: IIS ignores case and ``title=`` is only for show.

    The sub-site keeps the spelling of ``base`` where it has one.
    """
    address, key = canonical(url, base), portal_key(url)
    if not key:
        return address
    parts = urlsplit(address)
    match = _PORTAL_ARTICLE.match(parts.path)
    subsite = match["subsite"] if match else ""
    home = urlsplit(base).path.rstrip("/")
    if home.lower() == subsite.lower():
        subsite = home
    return urlunsplit(parts._replace(path=f"{subsite}/Trang/ChiTietTinTuc.aspx", query=f"nid={key}"))


def paper_key(url: str) -> str:
    """Return the number at the end of a MediaTech article's path, old form or new; ``""`` for other pages."""
    match = _PAPER_ARTICLE.match(urlsplit(url).path)
    return str(int(match["key"] or match["old"])) if match else ""
