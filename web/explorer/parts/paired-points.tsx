import { Link } from 'wouter';
import type { Interval } from '../../../src/query/wilson.js';
import { count, interval, share } from './numbers.js';

/** A share of findings, with what it rests on. */
export interface Share {
  /** 0 to 1; null: of nothing. */
  readonly rate: number | null;
  readonly interval: Interval;
  /** The findings that it is a share of. */
  readonly findings: number;
  /** These are too few for the share to say much: it is drawn hollow. */
  readonly small: boolean;
}

/** What is compared; undefined where one side does not tell of it. */
export interface Pair {
  readonly key: string;
  readonly label: string;
  readonly a: Share | undefined;
  readonly b: Share | undefined;
}

interface PairedPointsProps {
  readonly pairs: readonly Pair[];
  /** What the shares are, for the legend. */
  readonly scale: string;
  readonly linkOf?: ((key: string) => string) | undefined;
}

/** For each group two shares with their intervals, one above the other. */
export function PairedPoints({ pairs, scale, linkOf }: PairedPointsProps) {
  return (
    <div className="pairs">
      <p className="legend" aria-hidden="true">
        <span className="a">first</span>
        <span className="b">second</span>
        <span className="rate">{scale}, 0 to 100%</span>
      </p>
      <ol>
        {pairs.map(({ key, label, a, b }) => (
          <li key={key} className="pair">
            <span className="name">
              {linkOf === undefined ? label : <Link href={linkOf(key)}>{label}</Link>}
            </span>
            <svg className="rate" role="img" aria-label={`First: ${spoken(a)}. Second: ${spoken(b)}.`}>
              <line className="scale" x1="0" x2="100%" y1="50%" y2="50%" />
              <line className="half" x1="50%" x2="50%" y1="0" y2="100%" />
              <Point share={a} side="a" y="30%" />
              <Point share={b} side="b" y="70%" />
            </svg>
            <span className="percent">
              <Numbers share={a} />
              <Numbers share={b} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function spoken(told: Share | undefined): string {
  if (told === undefined) return 'not told';
  return `${share(told.rate)} (95% interval ${interval(told.interval)}) of ${count(told.findings)} findings`;
}

function Numbers({ share: told }: { readonly share: Share | undefined }) {
  return (
    <span>
      {told === undefined ? '–' : share(told.rate)}
      {told !== undefined && <small> of {count(told.findings)}</small>}
    </span>
  );
}

interface PointProps {
  readonly share: Share | undefined;
  readonly side: 'a' | 'b';
  readonly y: string;
}

function Point({ share: told, side, y }: PointProps) {
  if (told?.rate == null) return null;
  const { rate, interval: within, small } = told;
  return (
    <g className={small ? `${side} small` : side}>
      <line x1={`${100 * within.low}%`} x2={`${100 * within.high}%`} y1={y} y2={y} />
      <circle cx={`${100 * rate}%`} cy={y} r="4" />
    </g>
  );
}
