import { always, maybe, table, type Table } from './table.js';

const keyOf = (what: string): string => `Key of the ${what}: a number of this mart alone.`;

/** What every fact tells of its case and finding, so that no chart has to join two tables of facts. */
const context = {
  case_key: always.integer('The case.', 'dim_case'),
  reviewer_profile_key: always.integer(
    'The credential profile of the reviewer who decided.',
    'dim_reviewer_profile',
  ),
  item_key: always.integer('The disputed item.', 'dim_item'),
  decision_date: maybe.date('Day of the decision.', 'dim_date'),
  is_upheld: always.smallint(
    '1 when the finding upholds the denial (the treatment is not approved), 0 when it overturns it. Its average is the share upheld.',
  ),
};

/** What facts are found by: from a case, a profile or an item; also when one of these is taken away. */
const contextIndexes = ['case_key', 'reviewer_profile_key', 'item_key'];

export const dimDate = table(
  'dim_date',
  'One day. Every day of the years in which a case was decided is here, so that a time axis has no gaps.',
  {
    date: always.date('The day.'),
    year: always.smallint('Calendar year.'),
    quarter: always.smallint('Quarter of the year, 1 to 4.'),
    month: always.smallint('Month of the year, 1 to 12.'),
    month_start: always.date('First day of the month: a time axis by month.'),
    month_name: always.text('Name of the month in English.'),
    day_of_week: always.smallint('Day of the week, 1 (Monday) to 7 (Sunday).'),
  },
  { key: ['date'] },
);

export const dimReviewerProfile = table(
  'dim_reviewer_profile',
  'One credential profile of reviewers. Reviewers are anonymous: two letters with one profile may be by two people.',
  {
    reviewer_profile_key: always.integer(keyOf('profile')),
    reviewer_profile_id: always.text('Id in the graph and in the API.'),
    specialties: maybe.text('The specialties, sorted, joined by "; ".'),
    licensure_states: maybe.text('The states of licensure, sorted, joined by "; ".'),
  },
  { key: ['reviewer_profile_key'], unique: ['reviewer_profile_id'] },
);

export const dimSpecialty = table(
  'dim_specialty',
  'One medical specialty of reviewers.',
  {
    specialty_key: always.integer(keyOf('specialty')),
    specialty: always.text('Name of the specialty.'),
  },
  { key: ['specialty_key'], unique: ['specialty'] },
);

export const bridgeReviewerSpecialty = table(
  'bridge_reviewer_specialty',
  'Which specialties a credential profile has: a profile with two has two rows.',
  {
    reviewer_profile_key: always.integer('The profile.', 'dim_reviewer_profile'),
    specialty_key: always.integer('The specialty.', 'dim_specialty'),
  },
  { key: ['reviewer_profile_key', 'specialty_key'], indexes: ['specialty_key'] },
);

export const bridgeReviewerState = table(
  'bridge_reviewer_state',
  'In which states a credential profile is licensed.',
  {
    reviewer_profile_key: always.integer('The profile.', 'dim_reviewer_profile'),
    licensure_state: always.text('Name of the state.'),
  },
  { key: ['reviewer_profile_key', 'licensure_state'] },
);

export const dimItem = table(
  'dim_item',
  'One disputed treatment or service in canonical form. How a letter words it is the label of the finding.',
  {
    item_key: always.integer(keyOf('item')),
    item_id: always.text('Id in the graph and in the API.'),
    item: always.text('Canonical name.'),
    service: maybe.text(
      'The service, whatever the body region: "MRI". Null when it is not in the catalogue.',
    ),
    category: maybe.text("Category of the service, of the Division of Workers' Compensation."),
    body_regions: maybe.text('The body regions, joined by "; ".'),
  },
  { key: ['item_key'], unique: ['item_id'], indexes: ['service'] },
);

export const bridgeItemBodyRegion = table(
  'bridge_item_body_region',
  'Which body regions an item is for.',
  {
    item_key: always.integer('The item.', 'dim_item'),
    body_region: always.text('Name of the body region.'),
  },
  { key: ['item_key', 'body_region'] },
);

export const dimGuideline = table(
  'dim_guideline',
  'One source, chapter, topic or criterion of the tree of guidelines, with the names of those above it.',
  {
    guideline_key: always.integer(keyOf('guideline')),
    guideline_id: always.text('Id in the graph and in the API: the names from the source down.'),
    guideline: always.text('Its own name.'),
    level: always.text('SOURCE, CHAPTER, TOPIC or CRITERION.'),
    source: maybe.text('Abbreviation of the source: "MTUS", "ODG".'),
    chapter: maybe.text('Name of the chapter, where it is or lies in one.'),
    topic: maybe.text('Name of the topic, where it is or lies below one.'),
    criterion_kind: maybe.text('Of criteria: which condition, as a code of the codebook of criteria.'),
    edition: maybe.smallint('Year of the edition.'),
    resolution: maybe.text('How sure the catalogue knows it; NO_MATCH and AMBIGUOUS stay as written.'),
    parent_key: maybe.integer('What it is part of; null of a source.', 'dim_guideline'),
    source_key: maybe.integer(
      'The source that it is or lies in; null when it lies in none.',
      'dim_guideline',
    ),
  },
  { key: ['guideline_key'], unique: ['guideline_id'], indexes: ['parent_key'] },
);

export const bridgeGuidelineAncestor = table(
  'bridge_guideline_ancestor',
  'A guideline and all that it is part of, itself included: join facts through it to ask of a chapter with all its topics.',
  {
    guideline_key: always.integer('The guideline.', 'dim_guideline'),
    ancestor_key: always.integer('Itself, or one above it.', 'dim_guideline'),
  },
  { key: ['guideline_key', 'ancestor_key'], indexes: ['ancestor_key'] },
);

export const dimCase = table(
  'dim_case',
  'One determination letter.',
  {
    case_key: always.integer(keyOf('case')),
    case_id: always.text('Id in the graph and in the API: the case number, or the hash of the letter.'),
    case_number: maybe.text('The case number, "CM16-0231706".'),
    outcome: always.text('UPHOLD, OVERTURN or PARTIAL_OVERTURN, of all its findings.'),
    priority: maybe.text('STANDARD or EXPEDITED.'),
    decision_date: maybe.date('Day of the decision.', 'dim_date'),
    date_assigned: maybe.date('Day on which the case was assigned for review.'),
    days_to_decision: maybe.integer('Days from the assignment to the decision.'),
    date_of_injury: maybe.date('Day of the injury.'),
    utilization_review_date: maybe.date('Day of the utilization review that denied the treatment.'),
    application_received_date: maybe.date('Day on which the application for review arrived.'),
    employee_age: maybe.smallint('Age of the employee in years, as the letter says.'),
    employee_sex: maybe.text('Sex of the employee, as the letter says.'),
    findings: always.smallint('How many items the case decides.'),
    template: maybe.text('Which form of letter it is.'),
    parser_version: maybe.text('Version of the parser that read it.'),
    revision: always.bigint('Revision of the graph at which this mart read the case.'),
  },
  { key: ['case_key'], unique: ['case_id'], indexes: ['decision_date'] },
);

export const factFinding = table(
  'fact_finding',
  'The decision on one disputed item of one case.',
  {
    finding_key: always.integer(keyOf('finding')),
    finding_id: always.text(
      'Id in the graph and in the API: the id of the case, "#" and the place in the letter.',
    ),
    ...context,
    ordinal: always.smallint('Place in the letter, from 1.'),
    decision: always.text('UPHELD: the denial stands. OVERTURNED: the treatment is approved.'),
    label: always.text('The disputed item as the letter words it.'),
    is_modified: always.boolean('Whether the request was changed before it was decided.'),
    is_retrospective: always.boolean('Whether the service had been given already.'),
    drug: maybe.text('Generic name of the drug.'),
    drug_class: maybe.text('Class of the drug.'),
    claims_administrator_basis: maybe.text(
      "What the claims administrator's decision rests on: MTUS, OUTSIDE_MTUS or NONE.",
    ),
    expert_reviewer_basis: maybe.text(
      "What the expert reviewer's decision rests on: MTUS, OUTSIDE_MTUS or NONE.",
    ),
    source_agreement: always.text(
      'How the sources that both parties cite compare: SAME, OVERLAPPING, DISJOINT, ONLY_CLAIMS_ADMINISTRATOR, ONLY_EXPERT_REVIEWER or NEITHER.',
    ),
    citations: always.smallint('How many citations the finding has.'),
    applied_criteria: always.smallint('How many criteria its rationale says to be met or not met.'),
  },
  {
    key: ['finding_key'],
    unique: ['finding_id'],
    indexes: [...contextIndexes, 'decision_date'],
  },
);

export const factCitation = table(
  'fact_citation',
  'One guideline that one party cites for one finding. A finding may cite a guideline several times: count findings as distinct.',
  {
    finding_key: always.integer('The finding.', 'fact_finding'),
    ordinal: always.smallint('Place among the citations of the finding, from 1.'),
    ...context,
    guideline_key: always.integer(
      'What is cited: the topic, else the chapter, else the source.',
      'dim_guideline',
    ),
    role: always.text(
      'Who cites it: CLAIMS_ADMINISTRATOR, EXPERT_REVIEWER (the guideline line), RATIONALE (its prose).',
    ),
    is_silent: always.boolean('Whether it is named only to say that it does not address the request.'),
    is_inferred: always.boolean('Whether a part of the citation was concluded and not written.'),
    resolution: maybe.text('What the catalogue makes of the words.'),
  },
  { key: ['finding_key', 'ordinal'], indexes: [...contextIndexes, 'guideline_key'] },
);

export const factAppliedCriterion = table(
  'fact_applied_criterion',
  'One statement of a rationale that a criterion is met or not met. Read by program: see its confidence.',
  {
    finding_key: always.integer('The finding.', 'fact_finding'),
    ordinal: always.smallint('Place among the criteria of the finding, from 1.'),
    ...context,
    guideline_key: always.integer('The criterion, in the tree of guidelines.', 'dim_guideline'),
    criterion_kind: maybe.text('Which condition, as a code of the codebook of criteria.'),
    status: always.text('MET or NOT_MET.'),
    is_decisive: always.boolean('Whether it is given as a reason for the decision.'),
    confidence: always.double('How sure the reading is, from 0 to 1.'),
  },
  { key: ['finding_key', 'ordinal'], indexes: [...contextIndexes, 'guideline_key'] },
);

/** In an order in which each table comes after those that it refers to. */
export const TABLES: readonly Table[] = [
  dimDate,
  dimReviewerProfile,
  dimSpecialty,
  bridgeReviewerSpecialty,
  bridgeReviewerState,
  dimItem,
  bridgeItemBodyRegion,
  dimGuideline,
  bridgeGuidelineAncestor,
  dimCase,
  factFinding,
  factCitation,
  factAppliedCriterion,
];
