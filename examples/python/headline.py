"""Which ODG criteria most often uphold denials?"""

from dataclasses import dataclass
from pathlib import Path

from imr import ask

OPERATIONS = Path(__file__).parents[2] / "schema" / "operations"


@dataclass(frozen=True)
class Criterion:
    name: str
    findings: int
    upheld: int
    low: float
    high: float

    @classmethod
    def of(cls, node: dict) -> "Criterion":
        not_met = node["notMet"]
        interval = not_met["upholdRateInterval"]
        return cls(node["name"], not_met["findings"], not_met["upheld"], interval["low"], interval["high"])

    def __str__(self) -> str:
        return f"{self.name}: not met in {self.findings}, {self.upheld} upheld ({self.low:.2f} to {self.high:.2f})"


data = ask((OPERATIONS / "OdgCriteriaThatUpholdDenials.graphql").read_text())
for node in data["criterionOutcomes"]["nodes"]:
    print(Criterion.of(node))
