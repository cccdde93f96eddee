import { Column } from './column.js';

/** One value for each case, by its row. */
export class CaseColumns {
  readonly ids: string[] = [];
  readonly reviewer = new Column(Uint32Array);
  readonly outcome = new Column(Uint8Array);
  readonly priority = new Column(Uint8Array);
  readonly sex = new Column(Uint8Array);
  readonly age = new Column(Int32Array);
  readonly decided = new Column(Int32Array);
  readonly assigned = new Column(Int32Array);
  /** Its findings are so many rows from this one on. */
  readonly first = new Column(Uint32Array);
  readonly findings = new Column(Uint16Array);
}

/** One value for each finding, by its row. */
export class FindingColumns {
  readonly case = new Column(Uint32Array);
  readonly ordinal = new Column(Uint16Array);
  /** 1: the denial stands. */
  readonly upheld = new Column(Uint8Array);
  readonly item = new Column(Uint32Array);
  readonly modified = new Column(Uint8Array);
  readonly retrospective = new Column(Uint8Array);
  readonly drug = new Column(Uint32Array);
  readonly drugClass = new Column(Uint16Array);
  readonly claimsAdministratorBasis = new Column(Uint8Array);
  readonly expertReviewerBasis = new Column(Uint8Array);
  readonly cited = new Column(Uint32Array);
  /** What it applies are so many rows from this one on. */
  readonly firstApplied = new Column(Uint32Array);
  readonly applied = new Column(Uint16Array);
  readonly label = new Column(Uint32Array);
}

/** One value for each criterion that a finding applies, by its row. */
export class AppliedColumns {
  readonly criterion = new Column(Uint32Array);
  readonly met = new Column(Uint8Array);
  readonly decisive = new Column(Uint8Array);
  readonly confidence = new Column(Float64Array);
}

/** One value for each citation of a set that findings cite, by its row. */
export class CitationColumns {
  readonly set = new Column(Uint32Array);
  readonly role = new Column(Uint8Array);
  readonly silent = new Column(Uint8Array);
  readonly guideline = new Column(Uint32Array);
}
