import citationAgreement from '../schema/operations/CitationAgreement.graphql?raw';
import criteriaByChapter from '../schema/operations/CriteriaByChapter.graphql?raw';
import criteriaBySpecialty from '../schema/operations/CriteriaBySpecialty.graphql?raw';
import criteriaOfAFinding from '../schema/operations/CriteriaOfAFinding.graphql?raw';
import criteriaOfAService from '../schema/operations/CriteriaOfAService.graphql?raw';
import criteriaOverTime from '../schema/operations/CriteriaOverTime.graphql?raw';
import guidelineTree from '../schema/operations/GuidelineTree.graphql?raw';
import daysToDecision from '../schema/operations/DaysToDecision.graphql?raw';
import guidelineLift from '../schema/operations/GuidelineLift.graphql?raw';
import guidelinesThatSurelyUphold from '../schema/operations/GuidelinesThatSurelyUpholdDenials.graphql?raw';
import ingestLetter from '../schema/operations/IngestLetter.graphql?raw';
import lookupCitations from '../schema/operations/LookupCitations.graphql?raw';
import mriFindings from '../schema/operations/MriFindings.graphql?raw';
import mtusChapterOutcomes from '../schema/operations/MtusChapterOutcomes.graphql?raw';
import nodesById from '../schema/operations/NodesById.graphql?raw';
import odgCriteria from '../schema/operations/OdgCriteriaThatUpholdDenials.graphql?raw';
import odgTopics from '../schema/operations/OdgTopicsThatUpholdDenials.graphql?raw';
import outcomesByBasis from '../schema/operations/OutcomesByBasis.graphql?raw';
import outcomesByCategory from '../schema/operations/OutcomesByCategory.graphql?raw';
import outcomesByDrug from '../schema/operations/OutcomesByDrug.graphql?raw';
import outcomesByItemsInLetter from '../schema/operations/OutcomesByItemsInLetter.graphql?raw';
import outcomesByLicensureState from '../schema/operations/OutcomesByLicensureState.graphql?raw';
import outcomesByPriority from '../schema/operations/OutcomesByPriority.graphql?raw';
import outcomesByQuarter from '../schema/operations/OutcomesByQuarter.graphql?raw';
import outcomesByRegionAgeAndSex from '../schema/operations/OutcomesByRegionAgeAndSex.graphql?raw';
import outcomesBySpecialty from '../schema/operations/OutcomesBySpecialty.graphql?raw';
import outcomesOfModifiedRequests from '../schema/operations/OutcomesOfModifiedRequests.graphql?raw';
import overturnedCases from '../schema/operations/OverturnedCases.graphql?raw';
import overturnedFindings from '../schema/operations/OverturnedFindings.graphql?raw';
import parseLetter from '../schema/operations/ParseLetter.graphql?raw';
import removeCase from '../schema/operations/RemoveCase.graphql?raw';
import reparseCase from '../schema/operations/ReparseCase.graphql?raw';
import requestChecklist from '../schema/operations/RequestChecklist.graphql?raw';
import searchFindings from '../schema/operations/SearchFindings.graphql?raw';

/** The tabs of a first visit: the named operations of the repository, the headline first. */
export const defaultTabs = [
  odgCriteria,
  requestChecklist,
  searchFindings,
  criteriaOfAService,
  criteriaByChapter,
  criteriaBySpecialty,
  criteriaOverTime,
  odgTopics,
  mtusChapterOutcomes,
  guidelinesThatSurelyUphold,
  citationAgreement,
  guidelineLift,
  outcomesByCategory,
  outcomesByDrug,
  outcomesByQuarter,
  outcomesBySpecialty,
  outcomesByLicensureState,
  outcomesByRegionAgeAndSex,
  outcomesByBasis,
  outcomesOfModifiedRequests,
  outcomesByItemsInLetter,
  outcomesByPriority,
  daysToDecision,
  overturnedCases,
  overturnedFindings,
  criteriaOfAFinding,
  mriFindings,
  lookupCitations,
  parseLetter,
  guidelineTree,
  nodesById,
  ingestLetter,
  reparseCase,
  removeCase,
].map((query) => ({ query }));
