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
import similarFindings from '../schema/operations/SimilarFindings.graphql?raw';
import similarToText from '../schema/operations/SimilarToText.graphql?raw';
import citationsOverTime from '../schema/operations/CitationsOverTime.graphql?raw';
import compoundsByIngredient from '../schema/operations/CompoundsByIngredient.graphql?raw';
import drugsBeforeAndAfterTheFormulary from '../schema/operations/DrugsBeforeAndAfterTheFormulary.graphql?raw';
import gapsThatUpholdDenials from '../schema/operations/GapsThatUpholdDenials.graphql?raw';
import guidelinesCitedTogether from '../schema/operations/GuidelinesCitedTogether.graphql?raw';
import guidelinesInPlaceOfOthers from '../schema/operations/GuidelinesInPlaceOfOthers.graphql?raw';
import guidelinesOfLineAndRationale from '../schema/operations/GuidelinesOfLineAndRationale.graphql?raw';
import guidelinesThatSurelyOverturnDenials from '../schema/operations/GuidelinesThatSurelyOverturnDenials.graphql?raw';
import itemsBesideASurgery from '../schema/operations/ItemsBesideASurgery.graphql?raw';
import kindsOfSources from '../schema/operations/KindsOfSources.graphql?raw';
import latestUpheldFindings from '../schema/operations/LatestUpheldFindings.graphql?raw';
import opioidOutcomes from '../schema/operations/OpioidOutcomes.graphql?raw';
import retrospectiveServices from '../schema/operations/RetrospectiveServices.graphql?raw';
import servicesDecidedBothWays from '../schema/operations/ServicesDecidedBothWays.graphql?raw';
import sourcesThatWin from '../schema/operations/SourcesThatWin.graphql?raw';

/** The tabs of a first visit: the named operations of the repository, the headline first. */
export const defaultTabs = [
  odgCriteria,
  gapsThatUpholdDenials,
  requestChecklist,
  searchFindings,
  similarToText,
  similarFindings,
  criteriaOfAService,
  criteriaByChapter,
  criteriaBySpecialty,
  criteriaOverTime,
  odgTopics,
  mtusChapterOutcomes,
  guidelinesThatSurelyUphold,
  guidelinesThatSurelyOverturnDenials,
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
  sourcesThatWin,
  servicesDecidedBothWays,
  retrospectiveServices,
  opioidOutcomes,
  latestUpheldFindings,
  kindsOfSources,
  itemsBesideASurgery,
  guidelinesOfLineAndRationale,
  guidelinesInPlaceOfOthers,
  guidelinesCitedTogether,
  drugsBeforeAndAfterTheFormulary,
  compoundsByIngredient,
  citationsOverTime,
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
