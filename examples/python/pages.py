"""pages.py [FIRST]: all findings whose denial was overturned, FIRST a page (100 unless said)."""

import sys
from pathlib import Path

from imr import ImrError, nodes_of

OPERATIONS = Path(__file__).parents[2] / "schema" / "operations"

query = (OPERATIONS / "OverturnedFindings.graphql").read_text()
first = int(sys.argv[1]) if len(sys.argv) > 1 else 100
try:
    for finding in nodes_of(query, "findings", first=first):
        print(finding["case"]["caseNumber"] or "-", finding["label"], sep="\t")
except ImrError as error:
    paths = ", ".join(field["path"] for field in error.fields)
    sys.exit(f"{error.code} {paths}: {error}")
