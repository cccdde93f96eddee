/** The first so many of what is offered, in an order. */
export class Best<Candidate> {
  private readonly kept: Candidate[] = [];

  constructor(
    private readonly limit: number,
    private readonly compare: (a: Candidate, b: Candidate) => number,
  ) {}

  /** Whether what compares so with the last that is kept cannot be among the first. */
  isBeyond(compareWith: (worst: Candidate) => number): boolean {
    const worst = this.kept[this.limit - 1];
    return worst !== undefined && compareWith(worst) > 0;
  }

  offer(candidate: Candidate): void {
    if (this.isBeyond((worst) => this.compare(candidate, worst))) return;
    let at = this.kept.length;
    while (at > 0 && this.compare(candidate, this.kept[at - 1] as Candidate) < 0) at--;
    this.kept.splice(at, 0, candidate);
    if (this.kept.length > this.limit) this.kept.pop();
  }

  rows(): Candidate[] {
    return this.kept;
  }
}
