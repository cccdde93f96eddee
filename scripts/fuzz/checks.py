"""What schemathesis asks of every answer: that nothing failed, and that errors tell nothing of the inside."""

import json
import os
import re

import graphql
import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

DAYS = st.one_of(st.dates().map(str), st.dates().map(str), st.sampled_from(["2016-02-30", "", "0000-00-00"]))
schemathesis.graphql.scalar("LocalDate", DAYS.map(nodes.String))

# A stack, a statement, an address or a path of this machine.
INSIDE = re.compile(r"\bat .+:\d+:\d+\b|\bMATCH \(|\bNeo\.\w+|bolt://|/(?:src|dist|node_modules|cypher)/|\.cypher\b")

answers = open(os.environ["IMR_FUZZ_ANSWERS"], "a", encoding="utf-8", buffering=1)


class WithoutCursors(graphql.Visitor):
    """Takes the cursors out of a request."""

    def enter_argument(self, node, *_):
        return graphql.REMOVE if node.name.value in ("after", "before") else None


@schemathesis.hook
def map_body(context, body):
    """Leaves cursors, which at random are none, in a quarter of the requests only: the others would never get past them."""
    return body if len(graphql.print_ast(body)) % 4 == 0 else graphql.visit(body, WithoutCursors())


@schemathesis.hook
def after_call(context, case, response):
    """Notes each answer, for the figures of the report."""
    errors = _errors(response)
    answers.write(
        json.dumps(
            {
                "who": os.environ["IMR_FUZZ_WHO"],
                "operation": case.operation.label,
                "status": response.status_code,
                "codes": sorted({error.get("extensions", {}).get("code", "none") for error in errors}),
                "told": _holds_data(response),
                "seconds": round(response.elapsed, 3),
            }
        )
        + "\n"
    )


@schemathesis.check
def nothing_failed(context, response, case):
    """No server error, by status or by code."""
    assert response.status_code < 500, f"status {response.status_code}"
    codes = [error.get("extensions", {}).get("code") for error in _errors(response)]
    assert "INTERNAL_SERVER_ERROR" not in codes, "INTERNAL_SERVER_ERROR"
    assert all(codes), "an error without a code"


@schemathesis.check
def errors_tell_nothing_of_the_inside(context, response, case):
    """No stack, statement or path in a message."""
    for error in _errors(response):
        found = INSIDE.search(error["message"])
        assert not found or found.group() in case.body, f"the message holds {found.group()}"


def _holds_data(response):
    """Whether any field was answered."""
    try:
        data = response.json().get("data") or {}
    except ValueError:
        return False
    return any(value is not None for value in data.values())


def _errors(response):
    try:
        return response.json().get("errors", [])
    except ValueError:
        return [{"message": "not JSON"}]
