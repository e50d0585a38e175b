"""The next page of a listing as a request: an address, or an ASP.NET form sent back to the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from form2request import form2request
from scrapy.http import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy.http import TextResponse

    from kkt_crawler.pages import NextPage

_FORM = "application/x-www-form-urlencoded"


def next_request(response: TextResponse, page: NextPage, callback: Callable[..., Any], **kwargs: Any) -> Request:
    """Return the request for the page after ``response``.

    ``__doPostBack`` fills two hidden fields and submits the page's form without clicking any of its buttons. A
    page that calls it outside any form is sent what it has in hidden fields.
    """
    if page.postback is None:
        return Request(page.url, callback, **kwargs)
    target, argument = page.postback
    data = {"__EVENTTARGET": target, "__EVENTARGUMENT": argument}
    forms = response.xpath("//form[.//input[@name='__VIEWSTATE']]") or response.xpath("//form")
    if forms:
        form = form2request(forms[0], data, click=False, method="POST", enctype=_FORM)
        request: Request = form.to_scrapy(callback, **kwargs)
        return request
    hidden = {
        name: field.attrib.get("value", "")
        for field in response.css("input[type=hidden]")
        if (name := field.attrib.get("name"))
    }
    body, headers = urlencode(hidden | data), {"Content-Type": _FORM}
    return Request(response.url, callback, method="POST", body=body, headers=headers, **kwargs)
