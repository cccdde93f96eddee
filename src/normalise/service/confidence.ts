import type { TermMatch, Words } from '../term-index.js';
import { Strength } from './catalogue.js';
import { isDrug, type Named } from './named.js';
import { isNumeric } from './numbers.js';
import type { Item } from './item.js';

/** Words of requests that name nothing: they do not make a label less sure. */
const PLAIN = new Set(
  `a an and any as at be by for from in into is it of off on or over per plus s see that the then this to total under use used using
  via w with without wo x o her his patient
  additional again another authorization authorize certification certify continue continued continuation continuing current
  extended extension further initial more new next one ongoing order ordered outpatient renewal renew repeat request requested
  request requesting replacement same single standard supervised trial treatment treatments unspecified update
  time times visit visits session sessions week weeks weekly wk wks month months monthly day days daily hour hours hr hrs night
  nights nightly year years once twice thrice every each bid tid qid qd qhs prn po needed mouth oral orally by take taken
  views view contrast dye gadolinium plain open closed series level levels side sided area region joint joints spine
  back body part parts muscle muscles
  rental rent purchase purchased buy home lease
  qty quantity count disp dispense supply pack box bottle tube refill refills no number unit units piece pair set kit
  mg mcg ml gm gms g gram grams cc percent tablet tablets tab tabs capsule capsules cap caps patch patches pad pads cream gel
  ointment lotion oint solution suspension liquid topical transdermal injection vial spray drops inhaler er xr sr ir dr cr ec la xl
  hcl sodium sod hydrochloride citrate sulfate tartrate succinate acetate potassium bitartrate besylate maleate dose doses
  dos date dates service services retro
  left right bilateral l r base powder spray bottles tubes bottles boxes jar jars packs units film films im iv vials injections hours`.split(
    /\s+/,
  ),
);
const DATE = /\d{1,2}\/\d{1,2}\/\d{2,4}/;

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * How sure a classification is.
 * 1: a definite term, and every other word is known too. 0.9: a definite term among unknown words. 0.8: it was mistyped.
 * 0.7: several services in one label. 0.5: only a generic word, or a term that several categories hold. 0: unclassified.
 */
export function confidenceOf(
  words: Words,
  { main, matches }: Named,
  facts: readonly (Place | TermMatch<unknown>)[],
  item: Item,
  isMended: boolean,
): number {
  if (!main || item.modality === null) return 0;
  const isGeneric = !isDrug(main) && main.value.strength === Strength.Generic;
  if ((isGeneric && !item.drug) || item.category === null) return 0.5;
  if (item.also.length > 0) return 0.7;
  if (isMended) return 0.8;
  return hasUnknownWord(words, [...matches, ...facts]) ? 0.9 : 1;
}

function hasUnknownWord({ text, words, starts, ends }: Words, known: readonly Place[]): boolean {
  if (words.length > LONGEST_KNOWN) return true;
  return words.some((word, i) => {
    if (PLAIN.has(word) || isNumeric(word)) return false;
    const [start = 0, end = 0] = [starts[i], ends[i]];
    return (
      !known.some((place) => place.start <= start && end <= place.end) && !DATE.test(text.slice(start, end))
    );
  });
}

/** A longer label says more than a service. */
const LONGEST_KNOWN = 60;
