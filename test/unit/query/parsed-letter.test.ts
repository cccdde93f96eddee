import { describe, expect, test } from '@jest/globals';
import { toCaseRecord } from '../../../src/graph/records.js';
import { normalise } from '../../../src/normalise/normalise.js';
import { toParsedLetter } from '../../../src/query/parsed-letter.js';
import { letter2016, ITEM } from '../../support/letters.js';
import { parseText, sampleTexts } from '../../support/parse.js';

const TWO_SOURCES =
  'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies. Decision based on Non-MTUS Citation ODG Knee.';

describe.each([...sampleTexts(), letter2016({ items: [{ ...ITEM, reviewerGuideline: TWO_SOURCES }] })])(
  'a letter (%#)',
  (text) => {
    const determination = normalise(parseText(text));
    const letter = toParsedLetter(determination);

    test('tells the words of each span', () => {
      const quotes = letter.findings.flatMap(({ citations, appliedCriteria, quotedCriteria }) => [
        ...citations.map(({ raw, span }) => ({ words: raw, span })),
        ...appliedCriteria.map(({ quote, span }) => ({ words: quote, span })),
        ...quotedCriteria.map(({ text: words, span }) => ({ words, span })),
      ]);
      const labels = letter.findings.map(({ label, spans }) => ({
        words: label,
        span: spans.find(({ field }) => field === 'label') ?? { start: 0, end: 0 },
      }));
      for (const { words, span } of [...quotes, ...labels]) {
        expect(letter.text.slice(span.start, span.end)).toBe(words);
      }
    });

    test('has the ids under which the graph holds it', () => {
      const record = toCaseRecord(determination);
      expect(letter.caseId).toBe(record.id);
      expect(letter.findings.map(({ itemId }) => itemId)).toEqual(record.findings.map(({ item }) => item.id));
      const criteria = record.findings.map(({ applied }) => applied.map(({ nodes }) => nodes.criterion.id));
      expect(
        letter.findings.map(({ appliedCriteria }) => appliedCriteria.map(({ criterionId }) => criterionId)),
      ).toEqual(criteria);
      letter.findings.forEach(({ citations }, i) => {
        citations.forEach(({ guidelineId }, place) => {
          const nodes = record.findings[i]?.citations[place]?.guidelines;
          const ids = [...(nodes?.targets ?? []), ...(nodes?.ancestors ?? [])].map(({ id }) => id);
          expect(ids).toContain(guidelineId);
        });
      });
    });

    test('says of each finding what the graph would', () => {
      const stored = toCaseRecord(determination).findings.map(({ properties }) => {
        const { id, spanFields, spanOffsets, ...facts } = properties;
        return facts;
      });
      expect(letter.findings).toMatchObject(stored);
    });

    test('tells what the determination does', () => {
      const { employeeAge, employeeSex, specialties, licensureStates, priority, warnings, spans } = letter;
      expect({ age: employeeAge, sex: employeeSex }).toEqual(determination.employee);
      expect({ specialties, licensureStates }).toEqual(determination.reviewer);
      expect(priority).toBe(determination.case.priority?.toUpperCase() ?? null);
      expect(warnings.map(({ code }) => code)).toEqual(determination.warnings.map(({ code }) => code));
      expect(Object.fromEntries(spans.map(({ field, start, end }) => [field, [start, end]]))).toEqual(
        determination.spans,
      );
    });
  },
);
