"""A small client of the API. Python 3.9 and its standard library are enough."""

import json
import os
from typing import Any, Iterator
from urllib.error import HTTPError
from urllib.request import Request, urlopen

URL = os.environ.get("IMR_URL", "http://127.0.0.1:4000/graphql")


class ImrError(Exception):
    """What the API refuses: a stable code, and the path of each argument that is not acceptable."""

    def __init__(self, error: dict):
        super().__init__(error["message"])
        extensions = error.get("extensions", {})
        self.code: str = extensions.get("code", "")
        self.fields: list[dict] = extensions.get("fields", [])


def ask(query: str, **variables: Any) -> dict:
    """The data that answers a query. Raises ImrError when it is refused, OSError when nobody answers."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = Request(URL, body, {"Content-Type": "application/json"})
    try:
        with urlopen(request, timeout=60) as response:
            answer = json.load(response)
    except HTTPError as refusal:
        with refusal:
            answer = json.load(refusal)  # in the same shape
    if answer.get("errors"):
        raise ImrError(answer["errors"][0])
    return answer["data"]


def nodes_of(query: str, field: str, **variables: Any) -> Iterator[dict]:
    """Every node of a list, one page after the other. The query takes $after and asks for pageInfo."""
    after = None
    while True:
        page = ask(query, after=after, **variables)[field]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]
