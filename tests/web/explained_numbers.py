"""What a page says in numbers, and whether each opens its explanation."""

import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from lxml import html

_OPENS = ".//a[@href] | .//details | .//input | .//button"


_FIGURE = re.compile(r"\d[.,]\d|^[≥≤+−]?\s*\d+(?:/\d+)?%?$")


def unexplained(text: str) -> list[str]:
    """The cells with a score, rank, share or difference that neither link to anything nor open."""
    cells = [(cell, " ".join(cell.text_content().split())) for cell in html.fromstring(text).iter("td")]
    return [said for cell, said in cells if _FIGURE.search(said) and not cell.xpath(_OPENS)]


def links_to(text: str, path: str) -> set[str]:
    """The addresses in a page that lead to a path, with query and anchor."""
    return {link.get("href") for link in html.fromstring(text).iter("a") if urlsplit(link.get("href")).path == path}


def dangling(client, addresses) -> Iterator[tuple[str, int]]:
    """The addresses that do not answer, or whose page lacks the anchor, each with its status."""
    pages: dict[str, tuple[int, set[str]]] = {}
    for address in sorted(addresses):
        place, anchor = urldefrag(address)
        if place not in pages:
            answer = client.get(place)
            ids = set(html.fromstring(answer.content.decode()).xpath("//@id")) if answer.status_code == 200 else set()
            pages[place] = answer.status_code, ids
        status, ids = pages[place]
        if status != 200 or (anchor and anchor not in ids):
            yield address, status
