"""Real Scrapy with the project's settings against servers that answer badly."""

from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from bad_answers import ANSWERS, PAGE, TITLE, hang, whole
from certificates import Authority
from hostile import Hostile
from probe import result_of, start

from kkt_crawler import urls

ARTICLE = "article"


def what_became_of(outcome):
    if "title" in outcome:
        assert outcome["title"] == TITLE
        return ARTICLE
    if "lacks" in outcome:
        return f"lacks {outcome['lacks']}"
    return f"{outcome['status']}" if "status" in outcome else outcome["said"]


# Bad answers ---------------------------------------------------------------------------------------------------

BROKE_OFF = "the answer broke off"
HALF = "the page breaks off: its end is missing"
LATE = "no whole answer within DOWNLOAD_TIMEOUT"
LARGE = "more bytes than DOWNLOAD_MAXSIZE"
BOMB = "exceeded DOWNLOAD_MAXSIZE"
CLOSED = "Connection was closed"
ABORTED = "Connection was aborted"
NOT_OURS = "not one of the site's hosts"
ROUND = "max redirections reached"

BECOMES = {
    "hang": LATE, "drip_of_headers": LATE, "drip_of_body": LATE,
    "endless_headers": ABORTED, "endless_interim_answers": ABORTED, "one_endless_header_line": CLOSED,
    "endless_body": LARGE, "endless_chunks": LARGE, "length_of_a_terabyte": LARGE,
    "reset_in_the_middle": BROKE_OFF, "length_too_long": BROKE_OFF, "half_a_chunk": BROKE_OFF,
    "chunks_without_end": BROKE_OFF, "chunk_of_no_size": BROKE_OFF, "half_a_gzip": BROKE_OFF,
    "gzip_that_is_none": BROKE_OFF, "length_too_short": HALF, "half_without_length": HALF,
    "length_of_minus_one": "non-decimal digits", "two_lengths": "conflicting Content-Length",
    "no_http_at_all": "wrong number of parts", "status_that_is_no_number": "non-integer status", "nothing": CLOSED,
    "bomb_of_gzip": BOMB, "bomb_of_br": BOMB, "bomb_of_zstd": BOMB, "bomb_of_deflate": BOMB,
    "bomb_in_a_bomb": BOMB,
    "loop": ROUND, "loop_of_two": ROUND, "loop_of_two_back": ROUND, "hop_0": ROUND, "refresh_for_ever": ROUND,
    "hop_1": ARTICLE, "hop_2": ARTICLE, "hop_3": ARTICLE, "hop_4": ARTICLE, "hop_5": ARTICLE, "hop_6": ARTICLE,
    "to_elsewhere": NOT_OURS, "to_elsewhere_without_scheme": NOT_OURS, "to_elsewhere_with_backslashes": NOT_OURS,
    "to_elsewhere_behind_a_name": NOT_OURS, "to_another_address": NOT_OURS, "to_another_name": NOT_OURS,
    "to_link_local": NOT_OURS, "refresh_to_elsewhere": NOT_OURS,
    "to_a_file": "302", "to_ftp": "302", "to_data": "302", "to_nowhere": "302",
    "to_a_broken_address": "Invalid IPv6 URL",
    "good": ARTICLE, "utf_8_called_latin_1": ARTICLE, "utf_8_called_idna": ARTICLE, "cp1258_called_utf_8": ARTICLE,
    "cp1258_without_label": ARTICLE, "utf_16": ARTICLE, "nul_bytes": ARTICLE, "header_with_controls": ARTICLE,
    "html_called_text": ARTICLE, "html_called_bytes": ARTICLE, "html_without_type": ARTICLE,
    "html_called_picture": ARTICLE, "film_called_bytes": "200",
    "title_in_pieces": "lacks charset", "pdf_called_html": "lacks ", "picture_called_html": "lacks ",
    "empty": "lacks ", "no_content": "lacks ", "challenge": "lacks ", "deep_nesting": "lacks ",
    "login": "lacks ", "maintenance": "lacks ", "soft_404": "lacks ",
    "server_error": "500", "forbidden": "403",
}  # fmt: skip


@dataclass
class BadAnswers:
    outcomes: dict
    log: str
    megabytes: int
    elsewhere: list


@pytest.fixture(scope="module")
def bad_answers():
    with Hostile() as elsewhere, Hostile(elsewhere=elsewhere.url) as server:
        result, log = result_of(start([server], [server.url + name for name in ANSWERS]))
    outcomes = {url.removeprefix(server.url): outcome for url, outcome in result["outcomes"].items()}
    return BadAnswers(outcomes, log, result["megabytes"], elsewhere.hits)


@pytest.mark.parametrize("name", ANSWERS)
def test_bad_answer(bad_answers, name):
    assert BECOMES[name] in what_became_of(bad_answers.outcomes[name])


def test_no_request_leaves_the_pinned_hosts(bad_answers):
    assert bad_answers.elsewhere == []


def test_bad_answers_cost_little_memory(bad_answers):
    assert bad_answers.megabytes < 300


def test_the_log_is_one_line_a_fault_and_clean(bad_answers):
    after_start = bad_answers.log.partition("Spider opened")[2]
    assert "Traceback" not in after_start
    assert "hush" not in after_start
    assert "\x1b" not in after_start
    assert after_start.count("Refused to ask") == 4  # one for each other host


# Hosts: robots.txt, waiting, addresses, certificates -----------------------------------------------------------

SLOW_CLOCK = {"Date": "Mon, 06 May 2024 00:00:00 GMT", "Retry_After": "Mon, 06 May 2024 00:00:01 GMT"}
BUSY = "503 Service Unavailable"
MANY = "429 Too Many Requests"
RULES = b"User-agent: *\nDisallow: /good\n"


def rules(body, status="200 OK", **headers):
    return whole(body, status, "text/plain", **headers)


#: What a server says beside its ANSWERS, and what becomes of a request for /good.
SERVERS = {
    "robots_obeyed": ({"robots_txt": rules(RULES)}, "Forbidden by robots.txt"),
    "robots_behind_redirects": (
        {"robots_txt": whole(b"", "301 Moved", Location="/r1"), "r1": whole(b"", "302 Found", Location="/r2"),
         "r2": rules(RULES)},
        "Forbidden by robots.txt",
    ),
    "robots_503": ({"robots_txt": whole(b"", BUSY)}, "robots.txt answers 503"),
    "robots_429": ({"robots_txt": rules(b"", MANY)}, "it still answers 429 after 2 waits"),
    "robots_never_answers": ({"robots_txt": hang}, f"robots.txt cannot be read ({LATE})"),
    "robots_breaks_off": (
        {"robots_txt": rules(b"").replace(b"Length: 0", b"Length: 99")},
        f"robots.txt cannot be read ({BROKE_OFF})",
    ),
    "robots_404_that_reads_like_rules": ({"robots_txt": rules(RULES, "404 Not Found")}, ARTICLE),
    "robots_403": ({"robots_txt": rules(RULES, "403 Forbidden")}, ARTICLE),
    "robots_loop": ({"robots_txt": whole(b"", "302 Found", Location="/robots.txt")}, ARTICLE),
    "robots_elsewhere": ({"robots_txt": whole(b"", "302 Found", Location="http://127.9.9.9/r")}, ARTICLE),
    "robots_is_a_page": ({"robots_txt": whole(PAGE)}, ARTICLE),
    "robots_too_long": ({"robots_txt": rules(b"User-agent: *\n" + b"#" * 79 + b"\n" * 520_000 + RULES)}, ARTICLE),
    "robots_long": ({"robots_txt": rules(RULES + b"#" * 600_000)}, "Forbidden by robots.txt"),
    "wait_1_second": ({"good": [whole(b"", MANY, Retry_After=1), whole(PAGE)]}, ARTICLE),
    "wait_until_a_date": ({"good": [whole(b"", BUSY, **SLOW_CLOCK), whole(PAGE)]}, ARTICLE),
    "wait_for_nothing": ({"good": [whole(b"", MANY, Retry_After=0)]}, "it still answers 429 after 2 waits"),
    "wait_an_hour": ({"good": whole(b"", BUSY, Retry_After=3600)}, "it answers 503 and asks to wait 3600 s"),
    "two_errors": ({"good": [whole(b"", "500 Oops"), whole(b"", "502 Oops"), whole(PAGE)]}, ARTICLE),
}  # fmt: skip


@dataclass
class Hosts:
    servers: dict
    outcomes: dict
    log: str
    closed: dict


@pytest.fixture(scope="module")
def hosts(tmp_path_factory):
    authority = Authority(tmp_path_factory.mktemp("certificates"))
    with ExitStack() as stack:
        addresses = (f"127.0.1.{number}" for number in range(1, 255))  # Scrapy queues requests by name or address
        servers = {
            name: stack.enter_context(Hostile(address=address, **replies))
            for (name, (replies, _)), address in zip(SERVERS.items(), addresses, strict=False)
        }
        for name, tls in (
            ("certificate", authority.serve()),
            ("certificate_expired", authority.serve(days=-1)),
            ("certificate_for_another_name", authority.serve(address="127.0.0.9")),
            ("certificate_signed_by_itself", authority.serve(self_signed=True)),
        ):
            servers[name] = stack.enter_context(Hostile(tls=tls))
        asked = [server.url + path for server in servers.values() for path in ("good", "hop_6")]
        result, log = result_of(
            start(
                list(servers.values()),
                asked,
                environment={"SSL_CERT_FILE": str(authority.file)},
                CONCURRENT_REQUESTS_PER_DOMAIN=1,
            )
        )
    outcomes = {name: result["outcomes"][server.url + "good"] for name, server in servers.items()}
    return Hosts(servers, outcomes, log, result["closed"])


@pytest.mark.parametrize("name", SERVERS)
def test_what_a_host_asks_for(hosts, name):
    assert SERVERS[name][1] in what_became_of(hosts.outcomes[name])


@pytest.mark.parametrize("name", [name for name, (_, becomes) in SERVERS.items() if "robots.txt" in becomes])
def test_nothing_is_asked_that_robots_forbids(hosts, name):
    assert hosts.servers[name].asked("good") == []


@pytest.mark.parametrize("name", ["robots_503", "robots_never_answers", "robots_breaks_off", "wait_an_hour"])
def test_staying_away_is_said_once(hosts, name):
    host = hosts.servers[name].host
    assert hosts.log.count(f"Staying away from {host} in this run: {hosts.closed[host]}") == 1
    assert len(hosts.servers[name].asked("good")) <= 1
    assert "Traceback" not in hosts.log.partition("Spider opened")[2]


@pytest.mark.parametrize("name", ["wait_1_second", "wait_until_a_date"])
def test_the_whole_host_waits_as_long_as_it_asks(hosts, name):
    server = hosts.servers[name]
    refused, again = server.asked("good")
    assert 1.0 <= again - refused < 2.0
    assert not [hit for hit in server.hits if refused < hit.at < refused + 1.0]


def test_pauses_after_errors_grow(hosts):
    first, second, third = hosts.servers["two_errors"].asked("good")
    assert second - first >= 0.05
    assert third - second >= 0.1


def test_a_verified_certificate_is_accepted(hosts):
    assert what_became_of(hosts.outcomes["certificate"]) == ARTICLE


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("certificate_expired", "certificate verify failed"),
        ("certificate_for_another_name", "it is for another name"),
        ("certificate_signed_by_itself", "certificate verify failed"),
    ],
)
def test_a_bad_certificate_is_refused_with_the_remedy(hosts, name, why):
    said = what_became_of(hosts.outcomes[name])
    assert f"{hosts.servers[name].host} is refused: its certificate does not verify" in said
    assert why in said
    assert "SSL_CERT_FILE" in said
    assert hosts.servers[name].hits == []


#: Spellings of addresses on this machine.
INSIDE = ["localhost", "127.0.0.2", "127.1", "2130706433", "0x7f.0.0.1", "[::1]", "0.0.0.0"]


@pytest.fixture(scope="module")
def inside():
    with Hostile() as server, Hostile() as named:
        addresses = [f"http://{spelling}:{server.port}/good" for spelling in INSIDE]
        result, _ = result_of(start([named], addresses, hosts=map(urls.host, addresses)))
    return server.hits, list(result["outcomes"].values())


def test_an_address_inside_is_refused_unless_a_setting_names_it(inside):
    hits, outcomes = inside
    assert hits == []
    assert len(outcomes) == len(INSIDE)
    for outcome in outcomes:
        assert "is not a public address" in outcome["said"]
