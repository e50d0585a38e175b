"""Bad answers, each under a name that is its path on the server of hostile.py.

They are written byte by byte, for no HTTP library would send them.
"""

import asyncio
import gzip
import socket
import struct
import zlib
from html import escape

import brotli
from scrapy.utils._compression import zstd  # the standard library's, or its backport before Python 3.14
from test_charset import as_cp1258

TITLE = "Khởi công cầu vượt sông Chanh"
LEAD = "Sáng 6/5, tại thị xã Quảng Yên, cây cầu dài 1,2 km nối hai bờ sông Chanh đã được khởi công xây dựng."


def page(*, title=TITLE, head="", charset="utf-8", date="06/05/2024 07:15"):
    """An article that the generic layout understands."""
    body = "".join(
        f"<p>{LEAD} Đoạn {number} nói về tiến độ, vốn đầu tư và mặt bằng của dự án.</p>" for number in range(6)
    )
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="{charset}">{head}<title>{escape(title)}</title>'
        f"</head><body><h1>{escape(title)}</h1><p class='date'>{date}</p><article>{body}</article></body></html>"
    )


PAGE = page().encode()
ANSWERS = {}


def answer(function):
    """Serve ``function(writer, server)`` under its name."""
    ANSWERS[function.__name__] = function
    return function


def head(status="200 OK", content_type="text/html; charset=utf-8", **headers):
    lines = [f"HTTP/1.1 {status}", "Connection: close"]
    lines += [f"Content-Type: {content_type}"] if content_type else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"


def whole(body, status="200 OK", content_type="text/html; charset=utf-8", **headers):
    return head(status, content_type, Content_Length=len(body), **headers) + body


def says(name, reply):
    """Serve the same bytes, or what ``reply(server)`` gives, under ``name``."""

    async def function(writer, server):
        writer.write(reply(server) if callable(reply) else reply)

    ANSWERS[name] = function


def redirect(location, status="302 Found"):
    return lambda server: whole(b"", status, Location=location.format(server=server))


# Transfers that do not end, or end early -----------------------------------------------------------------------


@answer
async def hang(writer, server):
    await asyncio.sleep(60)


@answer
async def drip_of_headers(writer, server):
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while not writer.is_closing():
        writer.write(b"X-Drop: 1\r\n")
        await asyncio.sleep(0.2)


@answer
async def drip_of_body(writer, server):
    writer.write(head(Content_Length=100_000))
    while not writer.is_closing():
        writer.write(b"<p>")
        await asyncio.sleep(0.2)


async def flood(writer, start, piece):
    writer.write(start)
    while not writer.is_closing():
        writer.write(piece)
        await writer.drain()


@answer
async def endless_headers(writer, server):
    await flood(writer, b"HTTP/1.1 200 OK\r\n", b"".join(b"X-%d: %s\r\n" % (n, b"y" * 90) for n in range(1000)))


@answer
async def endless_interim_answers(writer, server):
    await flood(writer, b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)


@answer
async def endless_body(writer, server):
    await flood(writer, head(), b"<p>" * 20_000)


@answer
async def endless_chunks(writer, server):
    await flood(writer, head(Transfer_Encoding="chunked"), b"1000\r\n" + b"z" * 4096 + b"\r\n")


@answer
async def reset_in_the_middle(writer, server):
    writer.write(head(Content_Length=len(PAGE)) + PAGE[:900])
    await writer.drain()
    await asyncio.sleep(0.05)
    linger = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()


says("one_endless_header_line", b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 2_000_000 + b"\r\n\r\n")
says("length_of_a_terabyte", head(Content_Length=10**12) + PAGE)
says("length_too_long", head(Content_Length=len(PAGE) + 500) + PAGE)
says("length_too_short", head(Content_Length=900) + PAGE)
says("length_of_minus_one", head(Content_Length=-1) + PAGE)
says("two_lengths", head(Content_Length=900).replace(b"\r\n\r\n", b"\r\nContent-Length: 5000\r\n\r\n") + PAGE)
says("half_without_length", head() + PAGE[: len(PAGE) // 2])
says("half_a_chunk", head(Transfer_Encoding="chunked") + b"%x\r\n" % len(PAGE) + PAGE[:900])
says("chunks_without_end", head(Transfer_Encoding="chunked") + b"%x\r\n" % len(PAGE) + PAGE + b"\r\n")
says("chunk_of_no_size", head(Transfer_Encoding="chunked") + b"banana\r\n" + PAGE)
says("no_http_at_all", b"SSH-2.0-OpenSSH_9.2p1\r\n")
says("status_that_is_no_number", b"HTTP/1.1 okay fine\r\nContent-Length: 0\r\n\r\n")
says("nothing", b"")

# Compression ---------------------------------------------------------------------------------------------------


def bomb(encoding):
    """50 MB of spaces in a few kB: more than the cap, less than would hurt a test."""
    plain = PAGE + b" " * 50_000_000
    if encoding == "gzip":
        return gzip.compress(plain, 9)
    if encoding == "br":
        return brotli.compress(plain, quality=1)
    if encoding == "zstd":
        return zstd.compress(plain)
    return zlib.compress(plain, 9)


for _encoding in ("gzip", "br", "zstd", "deflate"):
    says(f"bomb_of_{_encoding}", whole(bomb(_encoding), Content_Encoding=_encoding))
says("bomb_in_a_bomb", whole(gzip.compress(gzip.compress(b" " * 50_000_000, 9), 9), Content_Encoding="gzip, gzip"))
says("half_a_gzip", whole(gzip.compress(PAGE)[:-60], Content_Encoding="gzip"))
says("gzip_that_is_none", whole(PAGE, Content_Encoding="gzip"))

# Redirects -----------------------------------------------------------------------------------------------------

says("loop", redirect("/loop"))
says("loop_of_two", redirect("/loop_of_two_back"))
says("loop_of_two_back", redirect("/loop_of_two"))
for _hop in range(6):
    says(f"hop_{_hop}", redirect(f"/hop_{_hop + 1}"))
says("hop_6", whole(PAGE))
says("to_elsewhere", redirect("{server.elsewhere}secret"))
says("to_elsewhere_without_scheme", lambda server: redirect(server.elsewhere.removeprefix("http:"))(server))
says("to_elsewhere_with_backslashes", lambda server: redirect(server.elsewhere.replace("//", "\\\\"))(server))
says(
    "to_elsewhere_behind_a_name",
    lambda server: redirect(f"http://127.0.0.1:{server.port}@" + server.elsewhere[7:])(server),
)
says("to_another_address", redirect("http://127.0.0.2:{server.port}/good"))
says("to_another_name", redirect("http://localhost:{server.port}/good"))
says("to_link_local", redirect("http://169.254.169.254/latest/meta-data/"))
says("to_a_file", redirect("file:///etc/passwd"))
says("to_ftp", redirect("ftp://127.0.0.1/a"))
says("to_data", redirect("data:text/html,<h1>x</h1>"))
says("to_nowhere", whole(b"", "302 Found"))
says("to_a_broken_address", redirect("http://[::1/%zz\x01"))
says(
    "refresh_to_elsewhere",
    lambda server: whole(page(head=f'<meta http-equiv="refresh" content="0;url={server.elsewhere}">').encode()),
)
says("refresh_for_ever", whole(b'<html><meta http-equiv="refresh" content="0;url=/refresh_for_ever"></html>'))

# Labels --------------------------------------------------------------------------------------------------------


says("good", whole(PAGE))
says("utf_8_called_latin_1", whole(PAGE, content_type="text/html; charset=iso-8859-1"))
says("utf_8_called_idna", whole(PAGE[:-20] + b"\xff</body></html>", content_type="text/html; charset=idna"))
says("cp1258_called_utf_8", whole(as_cp1258(page()), content_type="text/html; charset=utf-8"))
says("cp1258_without_label", whole(as_cp1258(page(charset="")), content_type="text/html"))
says("utf_16", whole(page().encode("utf-16"), content_type="text/html"))
says("nul_bytes", whole(PAGE.replace(b"<p>", b"<p>\0")))
says("title_in_pieces", whole(page(title="Kh\ufffdi công c\ufffdu v\ufffdt").encode()))
says("html_called_text", whole(PAGE, content_type="text/plain"))
says("html_called_bytes", whole(PAGE, content_type="application/octet-stream"))
says("html_without_type", whole(PAGE, content_type=""))
says("html_called_picture", whole(PAGE, content_type="image/jpeg"))
says("pdf_called_html", whole(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n"))
says("picture_called_html", whole(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0"))
says(
    "film_called_bytes", whole(b"\0\0\0\x18ftypmp42" + bytes(range(256)), content_type="application/octet-stream")
)
says("header_with_controls", whole(PAGE, X_Odd="\x1b[31mred\x08\x7f", Set_Cookie="secret=hush; path=/"))

# Pages that are no article -------------------------------------------------------------------------------------

says("empty", whole(b""))
says("no_content", head("204 No Content", ""))
says(
    "login",
    whole("<html><body><h1>Đăng nhập</h1><form><input name=u><input type=password></form></body></html>".encode()),
)
says(
    "maintenance",
    whole("<html><body><h1>Hệ thống đang bảo trì</h1><p>Xin quay lại sau.</p></body></html>".encode()),
)
says("soft_404", whole("<html><body><h1>Không tìm thấy trang</h1><p>404</p></body></html>".encode()))
says(
    "challenge",
    whole(b"<html><head><title>Just a moment...</title></head><body><script>x()</script></body></html>"),
)
says("deep_nesting", whole(b"<html><body>" + b"<div>" * 100_000 + b"</body></html>"))
says("server_error", whole(b"<html>boom</html>", "500 Internal Server Error"))
says("forbidden", whole(b"<html>no</html>", "403 Forbidden"))
