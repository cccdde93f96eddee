import { scaleBand, scaleLinear, type ScaleLinear } from 'd3-scale';
import { count, share } from './numbers.js';
import type { Period } from './quarters.js';
import { described } from './tally.js';
import { useWidth } from './use-width.js';

const HEIGHT = 240;
const MARGIN = { top: 10, right: 44, bottom: 24, left: 52 };

/** In pixels: labels nearer than this would run into each other. */
const LABEL_WIDTH = 58;

/** In pixels: half the width of the interval of a period that has no neighbours. */
const HALF_BAND = 6;

/** Findings by period as bars, upheld and overturned; the uphold rate as a line with its interval, on the scale at the right. */
export function TimeChart({
  periods,
  label,
}: {
  readonly periods: readonly Period[];
  readonly label: string;
}) {
  const [frame, width] = useWidth<HTMLDivElement>(760);
  const most = Math.max(1, ...periods.map(({ tally }) => tally.findings));
  const x = scaleBand(
    periods.map(({ name }) => name),
    [MARGIN.left, width - MARGIN.right],
  ).padding(0.2);
  const bottom = HEIGHT - MARGIN.bottom;
  const findings = scaleLinear([0, most], [bottom, MARGIN.top]).nice(4);
  const rate = scaleLinear([0, 1], [bottom, MARGIN.top]);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / x.step()));
  return (
    <div ref={frame} className="time">
      <p className="legend" aria-hidden="true">
        <span className="upheld">upheld</span>
        <span className="overturned">overturned</span>
        <span className="line">uphold rate with 95% interval (right scale)</span>
      </p>
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        <Scales findings={findings} rate={rate} width={width} />
        {periods.map(({ name, tally }, i) => {
          const left = x(name) ?? 0;
          const upheldTop = findings(tally.upheld);
          return (
            <g key={name}>
              <title>{`${name}: ${described(tally)}`}</title>
              <rect
                className="upheld"
                x={left}
                y={upheldTop}
                width={x.bandwidth()}
                height={bottom - upheldTop}
              />
              <rect
                className="overturned"
                x={left}
                y={findings(tally.findings)}
                width={x.bandwidth()}
                height={upheldTop - findings(tally.findings)}
              />
              {i % every === 0 && (
                <text x={left + x.bandwidth() / 2} y={HEIGHT - 6} textAnchor="middle">
                  {name}
                </text>
              )}
            </g>
          );
        })}
        <RateLine periods={periods} at={(name) => (x(name) ?? 0) + x.bandwidth() / 2} rate={rate} />
      </svg>
    </div>
  );
}

interface ScalesProps {
  readonly findings: ScaleLinear<number, number>;
  readonly rate: ScaleLinear<number, number>;
  /** Of the drawing. */
  readonly width: number;
}

/** Findings at the left, with lines across; the rate at the right. */
function Scales({ findings, rate, width }: ScalesProps) {
  const right = width - MARGIN.right;
  return (
    <>
      {findings.ticks(4).map((tick) => (
        <g key={tick} className="grid">
          <line x1={MARGIN.left} x2={right} y1={findings(tick)} y2={findings(tick)} />
          <text x={MARGIN.left - 6} y={findings(tick)} dy="0.32em" textAnchor="end">
            {count(tick)}
          </text>
        </g>
      ))}
      {[0, 0.5, 1].map((tick) => (
        <text key={tick} className="right" x={right + 6} y={rate(tick)} dy="0.32em">
          {share(tick)}
        </text>
      ))}
    </>
  );
}

interface RateLineProps {
  readonly periods: readonly Period[];
  /** The middle of a period. */
  readonly at: (name: string) => number;
  readonly rate: (value: number) => number;
}

/** The line ends where a period has no findings, and begins anew behind it. */
function RateLine({ periods, at, rate }: RateLineProps) {
  return runsOf(periods).map((run) => {
    const points = run.map(({ name, tally: { upholdRate, upholdRateInterval } }) => {
      const { low, high } = upholdRateInterval;
      return { x: at(name), y: rate(upholdRate ?? 0), low: rate(low), high: rate(high) };
    });
    const edges = points.length > 1 ? points : points.flatMap(widened);
    const band = [
      ...edges.map(({ x, high }) => `${x},${high}`),
      ...edges.toReversed().map(({ x, low }) => `${x},${low}`),
    ];
    return (
      <g key={run[0]?.name}>
        <polygon className="band" points={band.join(' ')} />
        <polyline className="line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ x, y }) => (
          <circle key={x} className="line" cx={x} cy={y} r="2.5" />
        ))}
      </g>
    );
  });
}

/** A period alone has an interval, too: a band needs two places. */
function widened<Point extends { readonly x: number }>(point: Point): Point[] {
  return [-HALF_BAND, HALF_BAND].map((by) => ({ ...point, x: point.x + by }));
}

/** The periods that have findings, in unbroken runs. */
function runsOf(periods: readonly Period[]): Period[][] {
  const runs: Period[][] = [[]];
  for (const period of periods) {
    if (period.tally.upholdRate === null) runs.push([]);
    else runs.at(-1)?.push(period);
  }
  return runs.filter(({ length }) => length > 0);
}
