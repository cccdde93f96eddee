import { Link } from 'wouter';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly edition: number | null;
}

/** A guideline with what it is a part of. */
export interface PathGuideline extends Named {
  readonly parent: (Named & { readonly parent: Named | null }) | null;
}

interface GuidelinePathProps {
  readonly guideline: PathGuideline;
  /** Undefined: all sources. */
  readonly linkOf: (id: string | undefined) => string;
}

/** The way from all sources down to a guideline. */
export function GuidelinePath({ guideline, linkOf }: GuidelinePathProps) {
  const above = [guideline.parent?.parent, guideline.parent].filter((each) => each != null);
  return (
    <nav className="path" aria-label="Where this guideline stands">
      <ol>
        <li>
          <Link href={linkOf(undefined)}>All sources</Link>
        </li>
        {above.map((each) => (
          <li key={each.id}>
            <Link href={linkOf(each.id)}>{labelOf(each)}</Link>
          </li>
        ))}
        <li aria-current="page">{labelOf(guideline)}</li>
      </ol>
    </nav>
  );
}

export function labelOf({ name, edition }: Pick<Named, 'name' | 'edition'>): string {
  return edition === null ? name : `${name} (${edition})`;
}
