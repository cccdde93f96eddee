import { Link } from 'wouter';
import { graphql } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import { Reading } from '../case/reading.js';
import { useParam } from '../filter/use-filter.js';
import { day } from '../parts/numbers.js';
import { Answered, Empty } from '../parts/states.js';
import { useTitle } from '../parts/title.js';
import { words } from '../parts/words.js';
import { graphAddress } from '../parts/addresses.js';

const CASE = graphql(`
  query CaseInExplorer($id: ID!) {
    case(id: $id) {
      id
      caseNumber
      outcome
      decisionDate
      text
      spans {
        field
        start
        end
      }
      warnings {
        code
        message
      }
      reviewer {
        specialties
        licensureStates
      }
      provenance {
        template
        parserVersion
        documentMediaType
      }
      findings {
        ordinal
        label
        decision
        spans {
          field
          start
          end
        }
        citations {
          role
          resolution
          candidates
          inferred
          silent
          span {
            start
            end
          }
          guideline {
            id
            path
          }
        }
        appliedCriteria {
          kind
          status
          decisive
          confidence
          note
          span {
            start
            end
          }
        }
        quotedCriteria {
          text
          span {
            start
            end
          }
        }
      }
    }
  }
`);

export default function CasePage({ id }: { readonly id: string }) {
  useTitle(id.replace(/^Case:/, ''));
  const [fact, setFact] = useParam('fact');
  const answer = useAnswer(CASE, { id });
  return (
    <Answered to={answer}>
      {({ case: letter }) =>
        letter === null ? (
          <>
            <h1>No such case</h1>
            <Empty>The graph has no letter of this id.</Empty>
          </>
        ) : (
          <>
            <h1>{letter.caseNumber ?? 'A letter without a case number'}</h1>
            <p className="facts">
              <span>{words(letter.outcome)}</span>
              <span>decided: {day(letter.decisionDate)}</span>
              <span>reviewer: {letter.reviewer.specialties.join(', ') || 'not stated'}</span>
              <span>
                licensed in {letter.reviewer.licensureStates.join(', ') || 'a state that is not stated'}
              </span>
              <Link href={graphAddress(letter.id)}>Look at it in the graph</Link>
            </p>
            <Reading letter={letter} selected={fact} onSelect={setFact} />
            <p className="quiet">
              Template {letter.provenance.template}, parser {letter.provenance.parserVersion}, from{' '}
              {letter.provenance.documentMediaType}.
            </p>
          </>
        )
      }
    </Answered>
  );
}
