import guidelineTree from '../schema/operations/GuidelineTree.graphql?raw';
import guidelinesThatSurelyUphold from '../schema/operations/GuidelinesThatSurelyUpholdDenials.graphql?raw';
import mriFindings from '../schema/operations/MriFindings.graphql?raw';
import mtusChapterOutcomes from '../schema/operations/MtusChapterOutcomes.graphql?raw';
import odgCriteria from '../schema/operations/OdgCriteriaThatUpholdDenials.graphql?raw';
import overturnedCases from '../schema/operations/OverturnedCases.graphql?raw';

/** The tabs of a first visit: the named operations of the repository, the headline first. */
export const defaultTabs = [
  odgCriteria,
  mtusChapterOutcomes,
  guidelinesThatSurelyUphold,
  overturnedCases,
  mriFindings,
  guidelineTree,
].map((query) => ({ query }));
