import { useState, type SubmitEvent } from 'react';
import { Link, useSearchParams } from 'wouter';
import { graphql, type AnswerOf } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { addressOf, toFindingFilter, type Filter } from '../filter/filter.js';
import { Quotes } from '../parts/quotes.js';
import { Figure } from '../parts/figure.js';
import { count, counted, share } from '../parts/numbers.js';
import { OutcomeFigure } from '../parts/outcome-figure.js';
import { RateBars } from '../parts/rate-bars.js';
import { Answered, Empty } from '../parts/states.js';
import { ownTallyColumns, tallyColumns } from '../parts/tally-columns.js';
import { described } from '../parts/tally.js';
import { useTitle } from '../parts/title.js';
import { serviceAddress } from '../parts/addresses.js';

const CHECKLIST = graphql(`
  query ServiceInExplorer($service: String!, $bodyRegion: String, $diagnosis: String) {
    requestChecklist(service: $service, bodyRegion: $bodyRegion, diagnosis: $diagnosis) {
      summary
      understoodAs {
        modality
        bodyRegions
        leftAside
      }
      basis {
        findings
        upheld
        overturned
        upholdRate
        upholdRateInterval {
          low
          high
        }
        small
        withCriteria
      }
      criteria(first: 12) {
        kind
        name
        notMetShare
        notMet {
          findings
          upheld
          overturned
          upholdRate
          upholdRateInterval {
            low
            high
          }
          small
          decisive
        }
        met {
          findings
          overturned
        }
        unmetExamples: examples(status: NOT_MET, first: 2) {
          quote
          finding {
            id
            case {
              caseNumber
            }
          }
        }
        metExamples: examples(status: MET, first: 2) {
          quote
          finding {
            id
            case {
              caseNumber
            }
          }
        }
      }
      guidelines(level: CHAPTER, first: 8) {
        guideline {
          id
          path
        }
        findings
        upheld
        overturned
        upholdRate
        upholdRateInterval {
          low
          high
        }
        small
      }
    }
  }
`);

const REGIONS = graphql(`
  query RegionsOfService($filter: FindingFilter!) {
    outcomes(filter: $filter, groupBy: [BODY_REGION], first: 12) {
      nodes {
        values {
          value
        }
        findings
        upheld
        overturned
        upholdRate
        upholdRateInterval {
          low
          high
        }
        small
      }
    }
  }
`);

export default function ServicePage() {
  useTitle('What decides a service');
  const [params, setParams] = useSearchParams();
  const wanted = {
    service: params.get('service') ?? '',
    bodyRegion: params.get('bodyRegion') ?? '',
    diagnosis: params.get('diagnosis') ?? '',
  };
  return (
    <>
      <h1>What decides a service?</h1>
      <p className="lead">
        For somebody about to request or review one: what reviewers rely on, and what is missing when denials
        stand.
      </p>
      <RequestForm
        key={params.toString()}
        wanted={wanted}
        onAsk={(asked) => setParams(Object.entries(asked).filter(([, value]) => value !== ''))}
      />
      {wanted.service === '' ? (
        <Empty>
          Name a service in your own words, for example{' '}
          <Link href="/service?service=MRI+of+the+lumbar+spine">MRI of the lumbar spine</Link>.
        </Empty>
      ) : (
        <Checklist {...wanted} />
      )}
    </>
  );
}

interface Wanted {
  readonly service: string;
  readonly bodyRegion: string;
  readonly diagnosis: string;
}

const FIELDS: Readonly<Record<keyof Wanted, string>> = {
  service: 'Service, in your own words',
  bodyRegion: 'Body region',
  diagnosis: 'Words of the diagnosis',
};

interface RequestFormProps {
  readonly wanted: Wanted;
  readonly onAsk: (wanted: Wanted) => void;
}

function RequestForm({ wanted, onAsk }: RequestFormProps) {
  const [text, setText] = useState(wanted);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onAsk(text);
  };
  return (
    <form className="ask" onSubmit={submit}>
      {(Object.keys(FIELDS) as (keyof Wanted)[]).map((field) => (
        <label key={field}>
          {FIELDS[field]}
          <input value={text[field]} onChange={({ target }) => setText({ ...text, [field]: target.value })} />
        </label>
      ))}
      <button>Show</button>
    </form>
  );
}

function Checklist({ service, bodyRegion, diagnosis }: Wanted) {
  const answer = useAnswer(CHECKLIST, {
    service,
    bodyRegion: bodyRegion === '' ? null : bodyRegion,
    diagnosis: diagnosis === '' ? null : diagnosis,
  });
  return (
    <Answered to={answer}>
      {({ requestChecklist: { summary, understoodAs, basis, criteria, guidelines } }) => {
        const { modality, bodyRegions, leftAside } = understoodAs;
        const filter: Filter = {
          modality: [modality],
          ...(bodyRegions.length > 0 && { bodyRegion: bodyRegions }),
        };
        return (
          <>
            <h2>
              {modality}
              {bodyRegions.length > 0 && `, ${bodyRegions.join(', ')}`}
            </h2>
            <p className="headline">{described(basis)}.</p>
            <p>{summary}</p>
            {leftAside.length > 0 && <p className="warning">Left aside: {leftAside.join(', ')}.</p>}
            <p>
              <Link href={addressOf('/findings', filter)}>The findings on it</Link>
            </p>
            {bodyRegions.length === 0 && <Regions service={service} modality={modality} />}
            <Criteria criteria={criteria} filter={filter} withCriteria={basis.withCriteria} />
            <Figure
              title="What reviewers cite for it"
              note="Chapters, most often cited first."
              file="chapters"
              rows={guidelines}
              keyOf={({ guideline }) => guideline.id}
              columns={[{ head: 'Guideline', value: ({ guideline }) => guideline.path }, ...ownTallyColumns]}
              empty="Reviewers cite no chapter of a guideline for it."
              chart={
                <RateBars
                  bars={guidelines.map((tally) => ({
                    key: tally.guideline.id,
                    label: tally.guideline.path,
                    tally,
                    href: addressOf('/guidelines', filter, { under: tally.guideline.id }),
                  }))}
                />
              }
            />
          </>
        );
      }}
    </Answered>
  );
}

/** To narrow to one of the regions that the service is requested for. */
function Regions({ service, modality }: { readonly service: string; readonly modality: string }) {
  const answer = useAnswer(REGIONS, { filter: toFindingFilter({ modality: [modality] }) });
  return (
    <Answered to={answer}>
      {({ outcomes: { nodes } }) => (
        <OutcomeFigure
          title="By body region"
          note="Choose one to narrow to it."
          head="Body region"
          file="body-regions"
          outcomes={nodes}
          empty="Its letters name no body region."
          linkOf={(bodyRegion) => serviceAddress(service, bodyRegion)}
        />
      )}
    </Answered>
  );
}

type Criterion = AnswerOf<typeof CHECKLIST>['requestChecklist']['criteria'][number];

interface CriteriaProps {
  readonly criteria: readonly Criterion[];
  readonly filter: Filter;
  readonly withCriteria: number;
}

function Criteria({ criteria, filter, withCriteria }: CriteriaProps) {
  const missing = criteria.filter(({ notMet }) => notMet.findings > 0);
  return (
    <>
      <Figure
        title="Which criteria uphold its denials"
        note={`Criteria that rationales say not to be met, and how those findings were decided; ${counted(withCriteria, 'finding')} say something of a criterion. Choose one for the sentences.`}
        file="criteria"
        rows={missing}
        keyOf={({ kind }) => kind}
        columns={[
          { head: 'Criterion not met', value: ({ name }) => name },
          ...tallyColumns<Criterion>(({ notMet }) => notMet),
          { head: 'As a reason', value: ({ notMet }) => notMet.decisive },
          { head: 'Met', value: ({ met }) => met.findings },
          { head: 'Met and overturned', value: ({ met }) => met.overturned },
        ]}
        empty="No rationale says of a criterion that it is not met."
        chart={
          <RateBars
            bars={missing.map(({ kind, name, notMet, notMetShare, met }) => ({
              key: kind,
              label: name,
              detail: `in ${share(notMetShare)} of its findings; a reason in ${count(notMet.decisive)}; met in ${count(met.findings)}, of which ${count(met.overturned)} overturned`,
              tally: notMet,
              href: addressOf('/findings', { ...filter, criterion: [kind], status: ['NOT_MET'] }),
            }))}
          />
        }
      />
      <section className="words" aria-label="In the reviewers’ words">
        <h2>In the reviewers’ words</h2>
        {criteria.map(({ kind, name, unmetExamples, metExamples }) => (
          <details key={kind}>
            <summary>{name}</summary>
            <Quotes title="Not met" quotes={unmetExamples} />
            <Quotes title="Met" quotes={metExamples} />
          </details>
        ))}
      </section>
    </>
  );
}
