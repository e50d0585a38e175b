"""The next page of a listing as a request: an address, or an ASP.NET form sent back to the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from form2request import form2request
from scrapy.http import Request

if TYPE_CHECKING:
    from scrapy.http import TextResponse

    from kkt_crawler.pages import NextPage


def next_request(response: TextResponse, page: NextPage, **kwargs: Any) -> Request:
    """Return the request for the page after ``response``.

    ``__doPostBack`` fills two hidden fields and submits the page's form without clicking any of its buttons. A
    page that calls it outside any form is sent what it has in hidden fields.
    """
    if page.postback is None:
        return Request(page.url, **kwargs)
    target, argument = page.postback
    data = {"__EVENTTARGET": target, "__EVENTARGUMENT": argument}
    forms = response.xpath("//form[.//input[@name='__VIEWSTATE']]") or response.xpath("//form")
    if forms:
        request: Request = form2request(forms[0], data, click=False, method="POST").to_scrapy(**kwargs)
        return request
    hidden = {
        name: field.attrib.get("value", "")
        for field in response.css("input[type=hidden]")
        if (name := field.attrib.get("name"))
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return Request(response.url, method="POST", body=urlencode(hidden | data), headers=headers, **kwargs)
