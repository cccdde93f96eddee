import { Link } from 'wouter';
import { count, interval, share } from './numbers.js';
import { described, type Tally } from './tally.js';

/** One bar: how findings of one kind were decided. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** A second line, in small. */
  readonly detail?: string | undefined;
  readonly tally: Tally;
  /** Where the findings behind it are, or what is below it. */
  readonly href?: string | undefined;
}

/**
 * Bars of findings, upheld and overturned, and beside each the uphold rate as a point with its interval. Everything is also written.
 */
export function RateBars({ bars }: { readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ tally }) => tally.findings));
  return (
    <div className="bars">
      <p className="legend" aria-hidden="true">
        <span className="upheld">upheld: the denial stands</span>
        <span className="overturned">overturned: the treatment is approved</span>
        <span className="rate">uphold rate with 95% interval, 0 to 100%</span>
      </p>
      <ol>
        {bars.map((bar) => (
          <li key={bar.key}>
            <BarLine bar={bar} most={most} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function BarLine({ bar, most }: { readonly bar: Bar; readonly most: number }) {
  const { label, detail, tally, href } = bar;
  const content = (
    <>
      <span className="name">
        <span className="label">{label}</span>
        {detail !== undefined && <small>{detail}</small>}
      </span>
      <CountBar tally={tally} most={most} />
      <span className="n">
        {count(tally.upheld)} <small>of {count(tally.findings)}</small>
      </span>
      <RatePoint tally={tally} />
      <span className="percent">
        {share(tally.upholdRate)} <small>{interval(tally.upholdRateInterval)}</small>
      </span>
    </>
  );
  const title = `${label}: ${described(tally)}`;
  return href === undefined ? (
    <div className="bar" title={title}>
      {content}
    </div>
  ) : (
    <Link className="bar" href={href} title={title}>
      {content}
    </Link>
  );
}

function CountBar({ tally, most }: { readonly tally: Tally; readonly most: number }) {
  const width = (findings: number) => `${(100 * findings) / most}%`;
  return (
    <svg className="count" aria-hidden="true" focusable="false">
      <rect className="upheld" width={width(tally.upheld)} height="100%" />
      <rect className="overturned" x={width(tally.upheld)} width={width(tally.overturned)} height="100%" />
    </svg>
  );
}

/** Rates of few findings are drawn hollow. */
function RatePoint({ tally }: { readonly tally: Tally }) {
  const { upholdRate, upholdRateInterval, small } = tally;
  const at = (rate: number) => `${100 * rate}%`;
  return (
    <svg className="rate" aria-hidden="true" focusable="false">
      <line className="scale" x1="0" x2="100%" y1="50%" y2="50%" />
      <line className="half" x1="50%" x2="50%" y1="15%" y2="85%" />
      {upholdRate !== null && (
        <>
          <line
            className="interval"
            x1={at(upholdRateInterval.low)}
            x2={at(upholdRateInterval.high)}
            y1="50%"
            y2="50%"
          />
          <circle className={small ? 'small' : undefined} cx={at(upholdRate)} cy="50%" r="4" />
        </>
      )}
    </svg>
  );
}
