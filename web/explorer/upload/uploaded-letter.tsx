import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../api/ask.js';
import { Reading } from '../case/reading.js';
import { caseAddress } from '../parts/addresses.js';
import { counted, day } from '../parts/numbers.js';
import { Answered, Failure } from '../parts/states.js';
import { words } from '../parts/words.js';
import { PARSE, STORE } from './operations.js';
import { readingOf, unsureCount, type Parsed } from './reading-of.js';

interface LetterProps {
  readonly file: File;
}

/** What the file holds is text, which is read for all who may ask. */
function isText({ name, type }: File): boolean {
  return type.startsWith('text/') || /\.(txt|html?)$/i.test(name);
}

/** How a file is sent: as its text where it is one. */
async function sent(file: File): Promise<{ variables: { text?: string; file?: null }; file?: File }> {
  return isText(file) ? { variables: { text: await file.text() } } : { variables: { file: null }, file };
}

/** One letter: read, shown, and stored when that is asked for. */
export function Letter({ file }: LetterProps) {
  const answer = useQuery({
    queryKey: ['parse', file.name, file.size, file.lastModified],
    queryFn: async ({ signal }) => {
      const { variables, ...upload } = await sent(file);
      return ask(PARSE, variables, { signal, ...upload });
    },
    staleTime: Infinity,
  });
  return (
    <section className="uploaded" aria-label={file.name}>
      <h2>{file.name}</h2>
      <Answered to={answer}>
        {({ parseLetter }) =>
          parseLetter.__typename === 'ParsedLetter' ? (
            <Read letter={parseLetter} file={file} />
          ) : (
            <p className="state failure" role="alert">
              {parseLetter.message} <small>{parseLetter.code}</small>
            </p>
          )
        }
      </Answered>
    </section>
  );
}

function Read({ letter, file }: LetterProps & { readonly letter: Parsed }) {
  const [selected, setSelected] = useState<string>();
  const reading = useMemo(() => readingOf(letter), [letter]);
  const unsure = unsureCount(letter);
  return (
    <>
      <p className="facts">
        <span>{letter.caseNumber ?? 'no case number'}</span>
        <span>{words(letter.outcome)}</span>
        <span>decided: {day(letter.decisionDate)}</span>
        <span>{counted(letter.findings.length, 'item')}</span>
        <span className={unsure > 0 ? 'warning' : undefined}>
          {unsure === 0 ? 'nothing uncertain' : counted(unsure, 'uncertain reading')}
        </span>
      </p>
      <Store file={file} />
      <details>
        <summary>The letter, with what was read in it</summary>
        <Reading letter={reading} selected={selected} onSelect={setSelected} />
      </details>
    </>
  );
}

function Store({ file }: LetterProps) {
  const storing = useMutation({
    mutationFn: async () => {
      const { variables, ...upload } = await sent(file);
      return (await ask(STORE, variables, upload)).ingestLetter;
    },
  });
  const { data, error, isPending } = storing;
  if (data?.__typename === 'WrittenCase')
    return (
      <p role="status">
        {words(data.outcome)}. <Link href={caseAddress(data.caseId)}>See it in the graph</Link>
      </p>
    );
  return (
    <>
      <button disabled={isPending} onClick={() => storing.mutate()}>
        {isPending ? 'Storing …' : 'Store it'}
      </button>
      {error !== null && <Failure error={error} />}
      {data !== undefined && (
        <p className="state failure" role="alert">
          {data.message} <small>{data.code}</small>
        </p>
      )}
    </>
  );
}
