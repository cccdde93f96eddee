import { namesProblem } from './names-problem.js';

/** What outcomes are counted by, and how a finding's value is derived. */
export const DIMENSIONS = {
  GUIDELINE_SOURCE:
    "Each source that the expert reviewer cites, in the letter's guideline line and otherwise than to say that it is silent. The value is the guideline's id.",
  GUIDELINE_CHAPTER:
    'Each chapter that the expert reviewer cites, itself or a topic of it, as for sources. What cites a source alone has none.',
  GUIDELINE_TOPIC:
    'Each topic that the expert reviewer cites, as for sources. What cites a chapter or a source alone has none.',
  SOURCE_KIND:
    'What kind of source the expert reviewer cites, each kind once: `GUIDELINE` (of a government, society or publisher), `REGULATION`, `COVERAGE_POLICY` (of a payer), `LITERATURE` (its collections), `REFERENCE` (textbooks, drug references, web pages), or `UNKNOWN`, which the catalogue does not have: articles, pages and books as written.',
  MTUS_EDITION:
    'The year of each edition of the MTUS that the expert reviewer cites, as the letter states it or its title implies: `2004`. None when a title has several and none is stated.',
  MTUS_EDITION_STATUS:
    'Whether each edition of the MTUS that the expert reviewer cites was in force on the decision date: `IN_FORCE` (as far as the catalogue knows: not yet superseded), `SUPERSEDED`, `NOT_YET_IN_FORCE`. None without that date, or when the catalogue does not know the dates of the edition.',
  MODALITY:
    'The kind of service of the item, which the catalogue of services reads in its label; none when it knows none.',
  CATEGORY:
    'Our own classification of the item in the terms of the DWC’s treatment request categories; letters print none. None when unsure.',
  DRUG: 'The generic name of the drug that the label of the item asks for, or asks to inject; of a combination or compound its ingredients, joined by `/`. None for other services, and for drugs that the catalogue does not know.',
  DRUG_CLASS:
    "The drug's class in the DWC's list of drug classes, by our catalogue; none when the list has none for it, or when it depends on how the drug is given.",
  INGREDIENT:
    'Each ingredient of the drug, by its generic name: of a single drug itself. None when the label of a compound names none.',
  BODY_REGION: 'Each body region that the label of the item names; none when it names none.',
  SPECIALTY: 'Each specialty of the reviewer, under its one name.',
  LICENSURE_STATE: 'Each state in which the reviewer is licensed, as a USPS code.',
  CALIFORNIA_LICENSE:
    'Whether a state in which the reviewer is licensed is California: `LICENSED` or `NOT_LICENSED`; none when no state is stated.',
  AGE_BAND:
    'The age of the employee, as the clinical case summary states it: `0 to 17`, `18 to 24`, then ten years each from `25 to 34`, and `65 and over`.',
  SEX: 'The sex of the employee, as the clinical case summary states it: `FEMALE` or `MALE`.',
  CLAIMS_ADMINISTRATOR_BASIS:
    'What the claims administrator based the denial on, by its guideline line: `MTUS`, `OUTSIDE_MTUS` or `NONE`.',
  EXPERT_REVIEWER_BASIS:
    'What the expert reviewer based the decision on, by the guideline line: `MTUS`, `OUTSIDE_MTUS` or `NONE`.',
  CITATION_AGREEMENT_SOURCE:
    'How the sources that the claims administrator cites compare with those that the expert reviewer cites, in the guideline lines and otherwise than as silent: a name of `CitationAgreement`.',
  CITATION_AGREEMENT_CHAPTER:
    'As for sources, of chapters: what cites a topic cites its chapter, what cites a source alone cites no chapter.',
  CITATION_AGREEMENT_TOPIC:
    'As for sources, of topics: what cites a chapter or a source alone cites no topic.',
  YEAR: 'The year of the decision date that the letter prints: `2016`.',
  QUARTER: 'The year and quarter of the decision date that the letter prints: `2016-Q4`.',
  PRIORITY: 'The priority that the letter prints: `STANDARD` or `EXPEDITED`.',
  MODIFIED:
    '`MODIFIED` when the heading of the item says what was requested and what of it was authorized, else `FULL_DENIAL`.',
  SERVICE_TIMING:
    '`RETROSPECTIVE` when the label says that the service was rendered before it was requested, else `PROSPECTIVE`.',
  SURGERY_IN_LETTER:
    'How the surgery was decided that the same letter disputes beside the item: `UPHELD`, `OVERTURNED`, or `PARTLY_OVERTURNED` where several differ. None for surgeries themselves, and for items of letters without one. Which surgery an item belongs to no letter says.',
  ITEMS_IN_LETTER: 'How many items the letter decides, as a number: `3`.',
  CASE_OUTCOME:
    'How all items of the letter were decided: `UPHOLD`, `OVERTURN`, or `PARTIAL_OVERTURN` where they differ. Derived: no letter prints it.',
  DAYS_TO_DECISION:
    'Days from the date assigned to the decision date, both as the letter prints them: `28`. None when one is missing, or the decision is the earlier.',
} as const;

export type Dimension = keyof typeof DIMENSIONS;

/** Most dimensions that can be crossed. */
const MOST_DIMENSIONS = 2;

const LEVELS: readonly Dimension[] = ['GUIDELINE_SOURCE', 'GUIDELINE_CHAPTER', 'GUIDELINE_TOPIC'];
const PERIODS: readonly Dimension[] = ['YEAR', 'QUARTER'];

/** Whether values of the dimension are ids of guidelines. */
export function isGuidelineDimension(dimension: Dimension): boolean {
  return LEVELS.includes(dimension);
}

/** What is wrong with a list of dimensions; undefined when nothing is. */
export function dimensionsProblem(dimensions: readonly Dimension[]): string | undefined {
  if (dimensions.length < 1 || dimensions.length > MOST_DIMENSIONS) return 'must name one dimension or two';
  return namesProblem(dimensions, [LEVELS, PERIODS]);
}
