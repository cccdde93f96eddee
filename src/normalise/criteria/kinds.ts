/** Whether a condition is satisfied; NOT_MET also where the records do not show it. */
export type CriterionStatus = 'MET' | 'NOT_MET';

/** What each kind of condition asks for, by its code; the codebook is docs/criteria.md. */
export const CRITERION_KINDS = {
  RED_FLAG: 'Red flag present or suspected',
  NEUROLOGIC_DEFICIT: 'Neurologic deficit or nerve compromise',
  CONSERVATIVE_CARE_FAILED: 'Conservative care tried and failed',
  FIRST_LINE_DRUG_TRIED: 'First-line drug tried and failed',
  SURGERY_PLANNED: 'Surgery or invasive procedure planned',
  IMAGING_CORROBORATION: 'Corroborated by imaging or tests',
  CLINICAL_FINDINGS: 'Clinical findings that the service needs',
  DIAGNOSIS_MATCHES: 'Supported diagnosis or indication',
  SIGNIFICANT_CHANGE: 'Significant change since an earlier study',
  NOT_DUPLICATE: 'Not a duplicate of what was given',
  FUNCTIONAL_IMPROVEMENT: 'Functional improvement from earlier treatment',
  MONITORING: 'Ongoing use monitored',
  QUANTITY_WITHIN_LIMIT: 'Quantity within the recommended limit',
  TIME_WINDOW: 'Within the recommended time',
  TREATMENT_RECOMMENDED: 'Treatment supported by the guideline',
  RISK_FACTOR: 'Risk factor present',
  REQUEST_SPECIFIED: 'Request says what is needed to judge it',
  DOCUMENTATION: 'Records or rationale sufficient',
  PLAN_AND_GOALS: 'Plan, goals or motivation documented',
  PRIMARY_SERVICE_APPROVED: 'Service that it depends on is necessary',
  CARE_NEED: 'Condition needs this level of care',
  OTHER: 'Other condition',
} as const;

/** Which condition a guideline sets. */
export type CriterionKind = keyof typeof CRITERION_KINDS;
